"""The wheel carries everything the code reads: clauses, lists, templates, styles, fonts. Asked of the builder, not built."""

import json
import subprocess
import sys

from tests.structure.source import ROOT

ASK = """
import json, warnings
warnings.simplefilter("ignore")
from setuptools import Distribution
told = Distribution({"script_name": "setup.py"})
told.parse_config_files()
told.include_package_data = False
builder = told.get_command_obj("build_py")
builder.build_lib = "wheel"
builder.ensure_finalized()
print(json.dumps(builder.get_outputs(include_bytecode=False)))
"""


def test_wheel_carries_every_file_of_the_product():
    asked = subprocess.run([sys.executable, "-c", ASK], cwd=ROOT, capture_output=True, text=True, check=True)
    carried = {name.removeprefix("wheel/") for name in json.loads(asked.stdout.splitlines()[-1])}
    here = [path for place in ("yangguang", "config") for path in (ROOT / place).rglob("*") if path.is_file()]
    product = {str(path.relative_to(ROOT)) for path in here if "__pycache__" not in path.parts}
    assert sorted(product - carried) == []
    for suffix in (".toml", ".csv", ".html", ".typ", ".svg", ".css", ".js"):
        assert any(name.endswith(suffix) for name in carried), suffix

"""The forms of acts are read whole before anybody is answered from them."""

import subprocess
import sys

ASK = """
import django
django.setup()
import yangguang.cases.acts.collect_evidence
from yangguang.cases.acts.register import find_form
assert find_form("serve_document") is not None
"""


def test_a_form_is_found_while_another_thread_has_only_begun_to_read_them():
    asked = subprocess.run([sys.executable, "-c", ASK], capture_output=True, text=True, check=False)
    assert asked.returncode == 0, asked.stderr[-600:]

"""The import contracts hold, name every context that exists, and break when they should."""

import subprocess
import sys
import tomllib

import grimp
import pytest

from structure.faces import FacesContract
from tests.structure.source import ROOT, contexts

CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
UNDER = "yangguang."


def the_contract(name):
    (found,) = [contract for contract in CONTRACTS if contract["name"] == name]
    return found


def test_import_contracts_hold():
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-cache"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr


def test_every_context_is_layered_inside():
    inside = the_contract("A context is layered inside")["containers"]
    assert sorted(inside) == sorted(UNDER + context for context in contexts())


def test_every_context_is_entered_through_its_faces():
    assert sorted(the_contract("Contexts meet only at their faces")["contexts"]) == contexts()


def test_portal_is_kept_from_every_context_but_the_public_store():
    kept_from = set(the_contract("The portal cannot reach case files")["forbidden_modules"])
    assert kept_from == {UNDER + context for context in contexts()} - {
        "yangguang.portal",
        "yangguang.bulletin",
        "yangguang.desk",
    }


def test_no_contract_makes_an_exception():
    assert not [contract["name"] for contract in CONTRACTS if "ignore_imports" in contract]


def a_graph(*imports):
    graph = grimp.ImportGraph()
    for importer, imported in imports:
        for module in (importer, imported):
            graph.add_module(module)
        graph.add_import(importer=importer, imported=imported)
    return graph


def the_faces_contract():
    options = {"contexts": ["cases", "directory"], "faces": ["api", "events"]}
    return FacesContract(name="faces", session_options={"root_packages": ["yangguang"]}, contract_options=options)


@pytest.mark.parametrize(
    ("importer", "imported", "kept"),
    [
        ("yangguang.cases.pages.mine", "yangguang.directory.api", True),
        ("yangguang.cases.pages.mine", "yangguang.directory.events.enrolled", True),
        ("yangguang.cases.pages.mine", "yangguang.cases.models.case", True),
        ("yangguang.cases.pages.mine", "yangguang.base.ledger", True),
        ("yangguang.cases.pages.mine", "yangguang.directory.models", False),
        ("yangguang.cases.pages.mine", "yangguang.directory", False),
        ("yangguang.base.ledger", "yangguang.cases.use_cases.decide", False),
    ],
)
def test_import_past_a_face_breaks_the_contract(importer, imported, kept):
    assert the_faces_contract().check(a_graph((importer, imported)), verbose=False).kept is kept

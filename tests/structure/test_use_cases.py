"""Every use case is one verb in one file: keyword-only, with an actor and a moment, tested, and recorded in the ledger."""

import ast
from functools import cache

import pytest

from tests.journeys.every_act import table
from tests.journeys.killing import acts
from tests.structure.source import PACKAGE, ROOT, place, python_files, syntax_tree

# What stands beside the verbs and is only called inside them; the verb that calls it records.
INSIDE_OTHERS = {
    "cases/use_cases/take_step.py": "the engine of the stage tables",
    "cases/use_cases/run_clocks.py": "clocks that hang on steps",
    "cases/use_cases/judge_evidence.py": "asks whether a handler may; records carries it out and announces it",
    "directory/use_cases/reauthenticate.py": "a second proof given within an act",
    "directory/use_cases/sign_in.py": "nobody acts before they are known; it records by itself",
    "records/use_cases/render_document.py": "the job process renders what an act has made; nothing official changes",
}
FILES = [
    path
    for path in python_files()
    if "use_cases" in path.parts
    and not path.name.startswith("_")
    and str(path.relative_to(PACKAGE)) not in INSIDE_OTHERS
]


def ids(path):
    return str(path.relative_to(PACKAGE))


def module_name(path):
    parts = list(path.relative_to(ROOT).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def the_verb(path):
    found = [node for node in syntax_tree(path).body if isinstance(node, ast.FunctionDef) and node.name == path.stem]
    assert found, f"{place(path)} holds no function {path.stem}"
    return found[0]


def calls_the_ledger(path):
    return "record(" in path.read_text(encoding="utf-8") and any(
        isinstance(node, ast.Call)
        and (
            ast.unparse(node.func) == "ledger.record"
            or (
                isinstance(node.func, ast.Name)
                and node.func.id == "record"
                and "base.ledger import record" in path.read_text()
            )
        )
        for node in ast.walk(syntax_tree(path))
    )


def imports_of(path):
    for node in ast.walk(syntax_tree(path)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("yangguang."):
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@cache
def recording_modules():
    """Modules that record, and those of the same context that act through one of them."""
    paths = {module_name(path): path for path in python_files()}
    used_by = {name: frozenset(imports_of(path)) for name, path in paths.items() if "pages" not in path.parts}
    recording = {name for name, path in paths.items() if calls_the_ledger(path)}
    while True:
        through = {
            name
            for name, names in used_by.items()
            if name not in recording and any(used.split(".")[1] == name.split(".")[1] for used in names & recording)
        }
        if not through:
            return recording
        recording |= through


@pytest.mark.parametrize("path", FILES, ids=ids)
def test_use_case_is_one_verb_with_an_actor_and_a_moment(path):
    arguments = the_verb(path).args
    assert not arguments.args, "keyword-only: def verb(*, …)"
    assert not arguments.posonlyargs
    assert {"actor", "at"} <= {argument.arg for argument in arguments.kwonlyargs}


@pytest.mark.parametrize("path", FILES, ids=ids)
def test_use_case_is_tested(path):
    """By a test file of its name, or called by name in a test of its context."""
    context = path.relative_to(PACKAGE).parts[0]
    tests = [*(ROOT / "tests" / context).rglob("*.py"), *(ROOT / "tests" / "builders").glob("*.py")]
    called = f"{path.stem}("
    assert any(test.stem == f"test_{path.stem}" or called in test.read_text(encoding="utf-8") for test in tests)


@pytest.mark.parametrize("path", FILES, ids=ids)
def test_use_case_records_an_event(path):
    assert module_name(path) in recording_modules()


@pytest.mark.parametrize("path", FILES, ids=ids)
def test_use_case_knows_no_request_and_no_form(path):
    assert not {"django.http", "django.forms", "django.shortcuts"} & {
        node.module for node in ast.walk(syntax_tree(path)) if isinstance(node, ast.ImportFrom)
    }


NOT_KILLED = {
    "records.finish_upload": "killed between all its steps, one by one, in tests/records/uploads/test_deaths.py",
    "cases.approve_criminal_transfer": "within sign_approval, as issue_decision is",
    "cases.approve_after_the_fact": "within sign_approval, as approve_coercive_measure is",
    "cases.refuse_coercive_measure": "within sign_approval, as approve_coercive_measure is",
    "cases.extend_coercive_measure": "within sign_approval, as release_coercive_measure is",
    "cases.decide_violation_not_established": "within sign_approval, as decide_no_penalty is",
    "cases.correct_major_publication": "within what publishes the correction, as publish_major_violation is",
    "disclosure.schedule_publication": "within the delivery of the decision's event, which is done again by its lease",
    "disclosure.word_board": "tests do it before they begin",
    "records.scrub_vault": "reads file by file and notes each by itself; goes on where it ended, in tests/records/custody",
    "voice.press_for_answer": "known to its page by a table of frozen rows",
}


def test_every_use_case_is_killed_in_the_middle_or_says_why_not():
    every, killed = set(acts()), table()
    assert every - set(killed) == set(NOT_KILLED)
    assert set(killed) <= every
    assert {within for within, _ in killed.values()} <= every
    for _, test in killed.values():
        place, _, name = test.partition("::")
        assert f"def {name.partition('[')[0]}(" in (ROOT / place).read_text(encoding="utf-8"), test

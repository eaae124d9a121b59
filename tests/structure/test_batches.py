"""What is done to several files at once orders the work; nothing that decides about anybody is ever taken in a batch."""

import ast

import pytest

from tests.structure.source import PACKAGE, place, python_files, syntax_tree
from yangguang.base import pages
from yangguang.cases import batches
from yangguang.cases.kinds.register import FLOWS
from yangguang.directory.api import Role

STEPS = [step for flow in FLOWS.values() for step in flow.steps]
DECIDING_ROLES = {Role.AGENCY_HEAD.value, Role.LEGAL_REVIEWER.value}
BATCHED = {step for step in STEPS if step.act in batches.BATCHABLE}
USE_CASES = [path for path in python_files() if "use_cases" in path.parts]


def test_no_act_of_a_head_or_a_reviewer_is_batchable():
    assert not [step.act for step in BATCHED if DECIDING_ROLES & set(step.by)]


def test_no_batchable_act_moves_a_case_but_into_the_archive():
    assert {step.to for step in BATCHED} <= {None, "archived"}


def test_no_batchable_act_makes_a_paper_for_anybody_outside():
    assert {paper for step in BATCHED for paper in step.documents} <= {"catalogue"}


def test_no_approval_is_signed_in_a_batch():
    assert not {"sign_approval", "return_approval"} & set(batches.BATCHABLE)
    assert not [
        act for act in batches.BATCHABLE if act.startswith(("decide", "approve", "pass_", "issue", "annul", "void"))
    ]


@pytest.mark.parametrize("act", ["decide_penalty", "sign_approval", "pass_review", "approve_inspection", "close_case"])
def test_verb_that_decides_cannot_be_marked_batchable(act):
    with pytest.raises(ValueError, match="one file at a time"):
        batches.batchable(act)


def is_marked(function):
    return any(ast.unparse(one).startswith("batchable(") for one in function.decorator_list)


def over_several(function):
    """A use case that is given several cases, clocks, approvals or decisions by their keys."""
    names = [argument.arg for argument in function.args.kwonlyargs]
    return any(
        name.endswith(("_ids", "_refs")) and name.split("_")[0] in {"case", "clock", "approval", "decision", "review"}
        for name in names
    )


def test_use_case_over_several_files_is_marked_and_takes_a_batchable_act():
    found = [
        (path, function) for path in USE_CASES for function in syntax_tree(path).body
        if isinstance(function, ast.FunctionDef) and over_several(function)
    ]  # fmt: skip
    assert {function.name for _, function in found} == {verb.__name__ for verb in batches.verbs().values()}
    assert not [place(path, function) for path, function in found if not is_marked(function)]


def test_use_case_over_several_files_calls_the_one_verb_it_is_marked_with():
    for act, verb in batches.verbs().items():
        path = PACKAGE / "cases" / "use_cases" / f"{verb.__name__}.py"
        imported = {
            alias.name for node in ast.walk(syntax_tree(path)) if isinstance(node, ast.ImportFrom)
            and (node.module or "").startswith("yangguang.cases.use_cases.") for alias in node.names
        }  # fmt: skip
        assert imported - {"lock_case"} == {act}


def test_no_page_takes_a_step_in_a_loop_of_its_own():
    """A page calls one use case; the results it walks through are told, never acted upon."""
    wrong = []
    for path in (p for p in python_files() if "pages" in p.parts):
        used = {alias.asname or alias.name for node in ast.walk(syntax_tree(path)) if isinstance(node, ast.ImportFrom)
                and ".use_cases." in (node.module or "") for alias in node.names}  # fmt: skip
        for loop in (node for node in ast.walk(syntax_tree(path)) if isinstance(node, ast.For)):
            calls = {ast.unparse(c.func) for body in loop.body for c in ast.walk(body) if isinstance(c, ast.Call)}
            wrong += [f"{place(path, loop)} {name}" for name in calls & used]
    assert wrong == []
    assert pages.register()

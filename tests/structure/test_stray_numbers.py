"""The law is kept once: no number of days, months or money stands in code; code asks a clause."""

import ast
import re

import pytest

from tests.structure.source import PACKAGE, parsed, place, python_files, syntax_tree

# Spans of time a law could fix. Minutes and seconds are technical (leases, pauses, time-outs).
LEGAL_SPANS = ("days", "weeks", "hours")
COUNTING = {"add_workdays", "add_calendar_days", "add_months", "add_years", "add_hours"}
NAMED_LIKE_A_TERM = re.compile(r"(^|_)(DAYS?|WORKDAYS?|MONTHS?|YEARS?|YUAN|FEN|PERCENT)(_|$)")


def is_number(node):
    if isinstance(node, ast.UnaryOp):
        return is_number(node.operand)
    if isinstance(node, ast.BinOp):
        return is_number(node.left) and is_number(node.right)
    return isinstance(node, ast.Constant) and type(node.value) in (int, float)


def called(node):
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def module_numbers(tree):
    """Names bound to a bare number at module level, so that a constant is no hiding place."""
    return {
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None and is_number(node.value)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }


def is_pause_of_a_job(node):
    return isinstance(node.parent, ast.keyword) and node.parent.arg == "every"


def is_the_next_day(node):
    """timedelta(days=1): the day before, the day after. A step in the calendar, not a term."""
    return ast.unparse(node).endswith("timedelta(days=1)")


def stray_numbers(tree):
    numbers = module_numbers(tree)

    def fixed(node):
        return is_number(node) or (isinstance(node, ast.Name) and node.id in numbers)

    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        if called(node) == "timedelta" and not is_pause_of_a_job(node) and not is_the_next_day(node):
            spans = [keyword.value for keyword in node.keywords if keyword.arg in LEGAL_SPANS] + node.args[:1]
        elif called(node) in COUNTING:
            spans = node.args[1:2] + [keyword.value for keyword in node.keywords if keyword.arg in ("amount", "days")]
        else:
            continue
        if any(fixed(span) for span in spans):
            yield node
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None and is_number(node.value):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(isinstance(target, ast.Name) and NAMED_LIKE_A_TERM.search(target.id) for target in targets):
                yield node


def test_no_legal_term_or_amount_stands_in_code():
    outside = [path for path in python_files() if PACKAGE / "kernel" not in path.parents]
    assert not [place(path, node) for path in outside for node in stray_numbers(syntax_tree(path))]


@pytest.mark.parametrize(
    "code",
    [
        "timedelta(days=3)",
        "timedelta(3)",
        "timedelta(hours=24)",
        "datetime.timedelta(weeks=-2)",
        "add_workdays(day, 7, calendar)",
        "add_months(start, amount=2 * 3)",
        "LIMIT = 7\nadd_workdays(day, LIMIT, calendar)",
        "HEARING_DAYS = 5",
        "THRESHOLD_FEN: int = 5_000_00",
    ],
)
def test_stray_number_is_found_wherever_it_hides(code):
    assert list(stray_numbers(parsed(code)))


@pytest.mark.parametrize(
    "code",
    ["timedelta(days=days)", "day - timedelta(days=1)", "timedelta(minutes=5)", "scheduled(every=timedelta(days=1))"],
)
def test_number_a_law_does_not_fix_is_left_alone(code):
    assert not list(stray_numbers(parsed(code)))


TERM_IN_A_TEXT = re.compile(r"[0-9一二三四五六七八九十]+ ?个工作日")
EVERY_NTH = "每 10 个工作日"  # how a calendar is drawn, no term


def test_templates_take_the_terms_they_tell_from_the_clause():
    texts = {path: path.read_text(encoding="utf-8") for path in PACKAGE.rglob("templates/**/*.html")}
    told = {path.name: TERM_IN_A_TEXT.findall(text.replace(EVERY_NTH, "")) for path, text in texts.items()}
    assert {name: found for name, found in told.items() if found} == {}


@pytest.mark.parametrize("layer", ["desk", "portal", "disclosure"])
def test_sheets_and_public_pages_take_the_terms_they_tell_from_the_clause(layer):
    stray = [
        place(path, node)
        for path in python_files()
        if PACKAGE / layer in path.parents and "demo" not in path.parts
        for node in ast.walk(syntax_tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and not isinstance(node.parent, ast.Expr)
        if TERM_IN_A_TEXT.search(node.value)
    ]
    assert stray == []

"""What each kind of paper is called: read off the places that make it, and the words for papers that come otherwise."""

import ast
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from structure.reference.sentences import argument, sentences_of

ROOT = Path(__file__).parents[2]
# Papers whose title is chosen when they are made, and those that come from outside.
OTHERS = {
    "bank_receipt": "银行缴款回单",
    "evidence_list": "证据清单",
    "no_penalty_decision": "不予行政处罚决定书",
    "on_the_spot_penalty_decision": "当场处罚决定书",
    "payment_receipt": "缴款凭证",
    "penalty_approval": "行政处罚审批表",
    "penalty_decision": "行政处罚决定书",
    "prior_notice": "行政处罚事先告知书",
    "remittance_slip": "交款单",
    "review_exemption": "免予法制审核的记录",
    "review_opinion": "法制审核意见",
    "review_request": "送审记录",
}


def paper(kind: str) -> str:
    """The Chinese name of a kind of paper."""
    names = _made() | OTHERS
    if kind not in names:
        raise LookupError(f"{kind} has no Chinese name: give it one in OTHERS of {__name__}")
    return names[kind]


@cache
def _made() -> dict[str, str]:
    return {kind: title for path in sorted((ROOT / "yangguang").rglob("*.py")) for kind, title in _titles(path)}


def _titles(path: Path) -> Iterator[tuple[str, str]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "make_document":
            for kind in sentences_of(argument(node, "kind")):
                for title in sentences_of(_known(argument(node, "title"), path)):
                    yield kind, title.split("（")[0]


def _known(title: ast.expr | None, path: Path) -> ast.expr | None:
    """The title itself, where it is a constant of its module or of one imported there."""
    if not isinstance(title, ast.Name | ast.Attribute):
        return title
    found: Any = import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    for name in ast.unparse(title).split("."):
        found = getattr(found, name, None)
    return ast.Constant(found)

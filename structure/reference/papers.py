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
    "case_item_inventory": "涉案物品清单",
    "criminal_investigation_report": "涉嫌犯罪案件情况的调查报告",
    "criminal_transfer_approval": "移送涉嫌犯罪案件审批表",
    "criminal_transfer_report": "移送涉嫌犯罪案件的报告",
    "evidence_list": "证据清单",
    "examination_note": "检验报告、鉴定结论的说明",
    "items_handover_record": "涉案物品、材料移交清单",
    "payment_letter": "劳动报酬支付情况告知函",
    "reconsideration_request": "提请复议意见书",
    "supervision_suggestion": "建议立案监督函",
    "suspicion_form": "涉嫌犯罪线索表",
    "taking_back_record": "涉嫌犯罪案件收回处理记录",
    "task_force_appointment": "涉嫌犯罪案件专案组指定书",
    "rectification_instruction": "劳动保障监察限期改正指令书",
    "notice_of_hearing": "听证通知书",
    "hearing_postponement": "延期听证通知书",
    "inspection_approval": "现场检查审批表",
    "no_penalty_decision": "不予行政处罚决定书",
    "payment_receipt": "缴款凭证",
    "penalty_approval": "行政处罚审批表",
    "penalty_decision": "行政处罚决定书",
    "prior_notice": "行政处罚事先告知书",
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

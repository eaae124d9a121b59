"""Gates of a criminal transfer beside those of unpaid wages (law/stages-penalty §1.9)."""

from __future__ import annotations

from yangguang.cases.gates import Attempt, gate
from yangguang.statutes import clause

PAPERS = ("investigation", "items", "examination", "others")
MOVABLE = "查封、扣押的财物应当一并移送并书面告知当事人。"


@gate("task_force", label="专案组两人以上", clauses=("TCR-2020:5.1",), remedy="请选择两名以上执法人员。")
def task_force(attempt: Attempt) -> str:
    """Fewer officers named than the law wants."""
    least = clause("TCR-2020:5.1").amount("least", unit="person")
    named = {one.pk for one in attempt.given.get("officers") or ()}
    return "" if len(named) >= least else "移送案件应当指定两名以上执法人员组成专案组。"


@gate(
    "transfer_file_complete", label="移送材料齐全", clauses=("TCR-2020:6", "TCR-2020:4.2"),
    remedy="移送书和证据目录由系统制作；调查报告、涉案物品清单、检验报告或者鉴定结论、其他材料逐项填写，没有的写“无”。",
)  # fmt: skip
def transfer_file_complete(attempt: Attempt) -> str:
    """One of the papers the law names is neither there nor said not to apply."""
    told = attempt.given
    return "" if all(str(told.get(name) or "").strip() for name in PAPERS) else "移送材料不全。"


@gate(
    "items_with_file", label="查扣物品随案移送", clauses=("ACL-2011:21", "TCR-2020:12"),
    remedy="请将查封、扣押的财物列入清单，并填写书面告知当事人的日期；没有物品的写“无”。",
)  # fmt: skip
def items_with_file(attempt: Attempt) -> str:
    """Things are listed and nobody told the party in writing where they go."""
    line = attempt.given.get("criminal_transfer")
    items = str(attempt.given.get("items") or (line.items if line else "")).strip()
    told_on = attempt.given.get("items_told_on") or (line.items_told_on if line else None)
    if none_of(items):
        return ""
    return "" if told_on and told_on <= attempt.at.day else MOVABLE


def none_of(items: str) -> bool:
    """The list says that there are no things."""
    return items.strip().rstrip("。") in {"", "无", "不适用"}

"""Gates of a criminal transfer beside those of unpaid wages (law/stages-penalty §1.9)."""

from __future__ import annotations

from yangguang.cases.gates import Attempt, gate
from yangguang.statutes import clause

PAPERS = ("investigation", "items", "examination", "others")


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

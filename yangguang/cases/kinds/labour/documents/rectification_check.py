"""核查笔录: what became of each order, what was paid, what is left."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from yangguang.base.press.blocks import SignatureLine, Table, facts
from yangguang.base.press.plain import chinese_date
from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.labour.documents.frame import form
from yangguang.cases.rules.wage_arrears import RosterTotals
from yangguang.kernel.money import in_figures


def sheet(
    case: Any, *, number: str, party: str, orders: Iterable[Any], totals: RosterTotals, officers: Iterable[str], on: date,
    title: str = "改正情况核查笔录",
) -> Sheet:  # fmt: skip
    """The record of a check."""
    rows = tuple(
        (str(o.position), o.text, chinese_date(o.due_on), o.get_outcome_display() or "未到期", o.finding)
        for o in orders
    )
    wages: list[Any] = [
        [("应付合计", f"{in_figures(totals.owed_fen)}元"), ("已付合计", f"{in_figures(totals.paid_fen)}元")],
        ("尚欠", f"{totals.unpaid_workers}人，{in_figures(totals.unpaid_fen)}元"),
    ] if totals.owed_fen else []  # fmt: skip
    head: list[Any] = [[("案号", case.number), ("文书", number)], [("用人单位", party), ("核查日期", chinese_date(on))]]
    blocks: list[Any] = [facts(*head, *wages)]
    if rows:
        blocks.append(Table(head=("序号", "要求", "期限", "结果", "核查情况"), rows=rows, widths=(2, 8, 4, 4, 6)))
    blocks += [SignatureLine("核查人员", name, on) for name in officers]
    blocks.append(SignatureLine("用人单位"))
    return form(title=title, body_name=case.body.name, blocks=blocks, dated_on=on)

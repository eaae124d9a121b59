"""Objections as a spreadsheet."""

from __future__ import annotations

from typing import Any

from yangguang.base.sheets import Column, Kind
from yangguang.disclosure.models import Objection
from yangguang.disclosure.objection_terms import term_of
from yangguang.kernel import clock

COLUMNS = (
    Column("receipt", "查询号", width=20), Column("about", "公开内容", width=18), Column("number", "文号或者名称", width=28),
    Column("body", "办理机关", width=24), Column("wrong", "认为有误的内容", width=60), Column("received", "提交时间", width=18),
    Column("relation", "关系"), Column("due_on", "最晚答复", Kind.DAY), Column("outcome", "结果"),
    Column("answered_on", "答复日期", Kind.DAY), Column("late_reason", "逾期答复的原因", width=30),
)  # fmt: skip


def cells_of(one: Objection) -> dict[str, Any]:
    """One row of it."""
    return {
        "receipt": one.receipt, "about": one.get_about_display(), "number": one.about_number, "body": one.body.name,
        "wrong": one.wrong, "due_on": one.due_on or term_of(one).due.day, "answered_on": one.answered_on or "",
        "late_reason": one.late_reason,
        "received": f"{one.received_at.astimezone(clock.BEIJING):%Y-%m-%d %H:%M}", "relation": one.get_relation_display(),
        "outcome": one.get_outcome_display() if one.outcome else "待答复",
    }  # fmt: skip

"""What a case's page shows of held things: each line, its last day, and what must be done."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from yangguang.cases.kinds.custody.acts import possible
from yangguang.cases.kinds.custody.held import Line, held_items, last_day, lines_of, time_is_over
from yangguang.cases.models import AdvancePreservation
from yangguang.cases.panels import Panel, panel
from yangguang.kernel import clock


@panel("custody")
def custody_panel(case: Any, account: Any) -> Panel | None:
    """Nothing where nothing was ever asked for; the way to ask stands on the panel's page."""
    rows = [
        {"line": one, "held": len(held_items(one)), "until": last_day(one), "must": must_be_done(one),
         "acts": [title for _, title in possible(one, account)]}
        for one in lines_of(case)
    ]  # fmt: skip
    door = "" if rows else reverse("cases:custody", args=[case.public_id])
    return Panel("custody", "登记保存与查封扣押", "cases/custody/panel.html", {"case": case, "rows": rows}, door)


def must_be_done(line: Line) -> str:
    """What a line whose days are over demands; empty while they run, and when all is settled."""
    if not held_items(line) or not time_is_over(line, clock.today()):
        return ""
    kept = isinstance(line, AdvancePreservation)
    return "期限已满，必须作出处理，不得继续保存。" if kept else "期限已满，必须解除并退还财物。"

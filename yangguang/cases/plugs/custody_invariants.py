"""What `yangguang verify` proves about things taken and kept."""

from __future__ import annotations

from collections.abc import Iterator

from yangguang.base.verifying import invariant, reminder
from yangguang.cases.kinds.custody.held import STANDING, Line, held_items, last_day, limit_clock, time_is_over
from yangguang.cases.models import AdvancePreservation, CaseItem, CoerciveMeasure
from yangguang.kernel import clock

CLOSED = ("closed", "archived")


@invariant("held_things_watched", title="登记保存、查封扣押的物品都有正在计算的期限，或者已经标记到期待处理")
def held_things_watched() -> Iterator[str]:
    """Nothing is held past its limit without a task: its clock runs, or the line is marked and waits to be settled."""
    for line in _holding():
        running = limit_clock(line)
        watched = line.status == "expired" or (running is not None and running.stopped_on is None)
        if held_items(line) and not watched:
            yield f"{line.case.number}　{line}：在册物品没有期限，也没有待办"


@invariant("items_have_a_fate", title="结案案件的每一件涉案物品都有去向，退还的都有签收")
def items_have_a_fate() -> Iterator[str]:
    """A closed case holds nothing."""
    for item in CaseItem.objects.filter(case__status__in=CLOSED).select_related("case").order_by("pk"):
        if item.is_open:
            yield f"{item.case.number}　{item}：案件已经结案，物品没有去向或者没有签收"


@reminder("held_too_long", title="没有期限届满还在册的物品")
def held_too_long() -> Iterator[str]:
    """Whose last day has passed must be settled or released."""
    for line in _holding():
        if held_items(line) and time_is_over(line, clock.today()):
            yield f"{line.case.number}　{line}：期限至{last_day(line)}，必须作出处理或者解除"


def _holding() -> list[Line]:
    return [
        *AdvancePreservation.objects.filter(status__in=STANDING).select_related("case").order_by("pk"),
        *CoerciveMeasure.objects.filter(status__in=STANDING).select_related("case").order_by("pk"),
    ]

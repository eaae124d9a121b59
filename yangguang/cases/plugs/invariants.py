"""What cases answer `yangguang verify`: numbers were taken, decisions stand in the ledger as they stand in their rows."""

from __future__ import annotations

from collections.abc import Iterator

from yangguang.base import numbers
from yangguang.base.models import LedgerEntry
from yangguang.base.verifying import invariant, reminder
from yangguang.cases.kinds.custody.held import STANDING, Line, held_items, last_day, limit_clock, time_is_over
from yangguang.cases.models import AdvancePreservation, Case, CaseItem, CoerciveMeasure, Decision, Lead
from yangguang.kernel import clock

DECIDING = ("DecisionMade", "DispositionDecided")
CLOSED = ("closed", "archived")


@invariant("case_numbers", title="案件和线索的编号都有取号记录，取过的号都有案件或线索")
def case_numbers() -> Iterator[str]:
    """A series that was deleted together with its numbers leaves the cases behind."""
    for kind, rows in (("case", Case.objects.all()), ("lead", Lead.objects.all())):
        yield from numbers.unissued(kind, rows.exclude(number="").values_list("public_id", "number"))


@invariant("decisions_on_record", title="每一件案件、每一份决定都在账链上，内容指纹一致")
def decisions_on_record() -> Iterator[str]:
    """Lines that were cut off the end of a chain, with the head set back, leave the acts without their record."""
    told = LedgerEntry.objects.filter(event__in=DECIDING).values_list("facts", flat=True)
    digests = {facts["decision_ref"]: facts["digest"] for facts in told}
    for decision in Decision.objects.order_by("pk").iterator():
        if digests.get(decision.public_id) != decision.digest:
            yield f"决定 {decision.number}：账链上没有这份决定，或者内容指纹不同"
    filed = set(LedgerEntry.objects.order_by().values_list("file_ref", flat=True).distinct())
    for case in Case.objects.exclude(public_id__in=filed).order_by("pk"):
        yield f"案件 {case.number}：账链上没有这件案件"


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

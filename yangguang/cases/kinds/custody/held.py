"""What a case holds: things without a fate, measures that stand, days that have passed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from yangguang.base.guards import asked_once
from yangguang.cases.models import GOES_BACK, AdvancePreservation, Case, CaseItem, Clock, CoerciveMeasure
from yangguang.cases.use_cases import run_clocks

LIMIT_OF = {AdvancePreservation: "dispose_preserved_items_by", CoerciveMeasure: "release_by"}
Line = AdvancePreservation | CoerciveMeasure
STANDING = ("preserved", "expired", "taken", "extended", "urgent")  # something is held
RUNNING = ("preserved", "taken", "extended", "urgent")


def limit_clock(line: Line) -> Clock | None:
    """The newest clock of a line's limit, stopped or running."""
    kind = LIMIT_OF[type(line)]
    return Clock.objects.filter(case_id=line.case_id, kind=kind, about_ref=line.public_id).order_by("-pk").first()


def last_day(line: Line) -> date | None:
    """The last day a line may hold anything, worked out from facts; None before it holds something."""
    clock = limit_clock(line)
    return run_clocks.due_of(clock).day if clock else None


def time_is_over(line: Line, on: date) -> bool:
    """The limit has passed by a day, marked or not."""
    until = last_day(line)
    return line.status == "expired" or (until is not None and on > until)


def held_items(line: Line) -> list[CaseItem]:
    """The things of a line nobody has decided about."""
    return list(line.items.filter(fate="").order_by("position", "pk"))


@asked_once
def open_items(case: Case) -> list[CaseItem]:
    """The things of a case without a fate, or that go back and nobody has signed for."""
    return [one for one in case.items.order_by("pk") if one.is_open]


def things_held_by_measures(case: Case) -> list[CaseItem]:
    """Sealed or seized things nobody has decided about."""
    return list(case.items.filter(fate="").exclude(measure=None).order_by("pk"))


def measures_standing(case: Case) -> list[CoerciveMeasure]:
    """Measures that hold something now."""
    return list(case.measures.filter(status__in=STANDING).order_by("pk"))


@dataclass(frozen=True)
class MustBeDone:
    """One thing the law demands now of a case that holds something: what, since when, under which clause."""

    case: Case
    what: str
    since: date
    clause: str


def demands_of(cases: QuerySet[Case], today: date) -> list[MustBeDone]:
    """Lines whose last day has passed with something still held, and things that go back and nobody has signed for."""
    found: list[MustBeDone] = []
    for model, what, clause in (
        (AdvancePreservation, "登记保存期限已满，必须作出处理", "APL-2021:56#settle"),
        (CoerciveMeasure, "查封、扣押期限已满，必须解除并退还", "ACL-2011:28.1"),
    ):
        rows = model._default_manager.filter(case__in=cases, status="expired", items__fate="").select_related("case")
        for line in rows.distinct().order_by("pk"):
            found.append(MustBeDone(line.case, what, last_day(line) or today, clause))
    back = CaseItem.objects.filter(case__in=cases, fate__in=GOES_BACK, returned_on=None).select_related("case")
    for item in back.order_by("pk"):
        words = f"{item}，尚未退还签收"
        found.append(MustBeDone(item.case, words, item.fate_on or today, "ACL-2011:28.2"))
    return found

"""What a case holds: things without a fate, measures that stand, days that have passed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Min, Q, QuerySet

from yangguang.base.guards import asked_once
from yangguang.cases.models import GOES_BACK, AdvancePreservation, Case, CaseItem, Clock, CoerciveMeasure
from yangguang.cases.standing import steps_of
from yangguang.cases.use_cases import run_clocks

LIMIT_OF = {AdvancePreservation: "dispose_preserved_items_by", CoerciveMeasure: "release_by"}
Line = AdvancePreservation | CoerciveMeasure
STANDING = ("preserved", "expired", "taken", "extended", "urgent")  # something is held
RUNNING = ("preserved", "taken", "extended", "urgent")
LATE: dict[type, tuple[str, str]] = {
    AdvancePreservation: ("登记保存期限已满，必须作出处理", "APL-2021:56#settle"),
    CoerciveMeasure: ("查封、扣押期限已满，必须解除并退还", "ACL-2011:28.1"),
}
MOST_DEMANDS = 200


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


def lines_of(case: Case) -> list[Line]:
    """Every preservation and measure of a case, the newest first; a case whose steps know neither is not asked."""
    known = {step.line for step in steps_of(case)}
    found: list[Line] = list(case.preservations.order_by("-pk")) if "preservation" in known else []
    return found + (list(_measures_of(case)) if "coercion" in known else [])


@asked_once
def _measures_of(case: Case) -> list[CoerciveMeasure]:
    return list(case.measures.order_by("-pk"))


@asked_once
def _items_of(case: Case) -> list[CaseItem]:
    return list(case.items.order_by("pk"))


def open_items(case: Case) -> list[CaseItem]:
    """The things of a case without a fate, or that go back and nobody has signed for."""
    held = any(step.line in {"preservation", "coercion"} for step in steps_of(case))
    return [one for one in _items_of(case) if one.is_open] if held else []


def things_held_by_measures(case: Case) -> list[CaseItem]:
    """Sealed or seized things nobody has decided about."""
    return [one for one in open_items(case) if not one.fate and one.measure_id]


def measures_standing(case: Case) -> list[CoerciveMeasure]:
    """Measures that hold something now."""
    known = any(step.line == "coercion" for step in steps_of(case))
    return [one for one in _measures_of(case) if one.status in STANDING] if known else []


@dataclass(frozen=True)
class MustBeDone:
    """One thing the law demands now of a case that holds something: what, since when, under which clause."""

    case: Case
    what: str
    since: date
    clause: str
    party: str


def demands_of(cases: QuerySet[Case], today: date) -> list[MustBeDone]:
    """Lines whose last day has passed with something still held, and things that go back and nobody has signed for."""
    late = Q(fate="") & (Q(preservation__status="expired") | Q(measure__status="expired"))
    rows = CaseItem.objects.filter(late | Q(fate__in=GOES_BACK, returned_on=None), case__in=cases)
    known = rows.select_related("case", "preservation", "measure").annotate(party=Min("case__parties__name"))
    found: dict[tuple[str, str], MustBeDone] = {}
    for item in known.order_by("pk")[:MOST_DEMANDS]:
        line = item.preservation or item.measure
        if line is None:
            continue
        if item.fate:
            since, words, clause = item.fate_on, f"{item}，尚未退还签收", "ACL-2011:28.2"
        elif found.get((line.public_id, "")):
            continue
        else:
            since, words, clause = last_day(line), *LATE[type(line)]
        key = (line.public_id, item.public_id if item.fate else "")
        found[key] = MustBeDone(item.case, words, since or today, clause, item.party)
    return list(found.values())

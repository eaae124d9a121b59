"""Start, stop, suspend and work out clocks. A due day is always computed from facts; the row keeps it only for lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from yangguang.base import calendars, local_values
from yangguang.base.worded_once import worded_once
from yangguang.cases.models import Case, Clock
from yangguang.cases.rules.clocks import KINDS, clause_for
from yangguang.directory.api import Body
from yangguang.kernel.clock import legal_day
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.spans import Span
from yangguang.kernel.workdays import (
    DueDate,
    DueMoment,
    Suspension,
    Unit,
    add_calendar_days,
    add_workdays,
    roll_forward,
)
from yangguang.statutes import clause, deadlines


@worded_once
def _running(case: int, kinds: tuple[str, ...]) -> QuerySet[Clock]:
    return Clock.objects.filter(case_id=case, kind__in=kinds, stopped_on=None, still=False).order_by("due_on", "pk")


def running(case: Case, kinds: Iterable[str]) -> list[Clock]:
    """The clocks of these kinds that run in a case and do not stand still, the earliest due first."""
    asked = tuple(kinds)
    return _running(case, asked) if asked else []


def start(
    case: Case | None, kind: str, *, on: date, event: str, about_ref: str = "", fixed_due_on: date | None = None,
    lead_ref: str = "", chain: str = "", begun_at: datetime | None = None, counted_by: str = "",
) -> Clock:  # fmt: skip
    """Start a clock on a legal day. Raises Refused when its length is a local value nobody has set.

    `fixed_due_on` is the day a paper names itself (an instruction's); `chain` the body when there is no case yet;
    `begun_at` the minute, kept where the law counts in hours; `counted_by` the clause where the region's rule is
    not for this paper.
    """
    known = KINDS[kind]
    source = counted_by or (known.clause if fixed_due_on else clause_for(known, region=_region_of(case, chain), on=on))
    clock = Clock(
        case=case, lead_ref=lead_ref, kind=kind, clause=source, about_ref=about_ref, start_event=event,
        started_on=on, fixed_due_on=fixed_due_on,
    )  # fmt: skip
    if known.local and fixed_due_on is None:
        clock.amount = int(local_values.value(known.local, chain=chain or case.body.public_id, on=on))  # type: ignore[union-attr]
        clock.unit = Unit.WORKDAY.value
    if in_hours(known.clause):
        clock.started_at = begun_at
    _keep_due_day(clock)
    return clock


def stop(case: Case | None, kind: str, *, on: date, event: str, about_ref: str = "", lead_ref: str = "") -> int:
    """Stop the running clocks of a kind (of one proceeding when `about_ref` is given). Returns how many ran."""
    rows = Clock.objects.filter(case=case, kind=kind, stopped_on=None)
    if about_ref:
        rows = rows.filter(about_ref__in=["", about_ref])
    if lead_ref:
        rows = rows.filter(lead_ref=lead_ref)
    return rows.update(stopped_on=on, stop_event=event)


def resume(case: Case, kind: str, *, event: str) -> int:
    """Let the clocks of a kind run on that this event had stopped, when it is undone. Returns how many."""
    rows = Clock.objects.filter(case=case, kind=kind, stop_event=event).exclude(stopped_on=None)
    return rows.update(stopped_on=None, stop_event="")


def begin_later(case: Case, kind: str, *, on: date, event: str) -> None:
    """Let the running clock of a kind begin on a later day than the step that started it."""
    for clock in Clock.objects.filter(case=case, kind=kind, stopped_on=None):
        clock.started_on, clock.start_event = on, event
        _keep_due_day(clock)


def extend(clock: Clock, *, amount: int, unit: Unit, reason: str, clause: str, approval_ref: str = "") -> Clock:
    """Add an approved extension to a clock; its due day follows. `approval_ref`: the form it was approved on, where several
    may follow one upon another.
    """
    row = {"amount": amount, "unit": unit.value, "reason": reason, "clause": clause}
    clock.extensions = [*clock.extensions, row | ({"approval_ref": approval_ref} if approval_ref else {})]
    _keep_due_day(clock)
    return clock


def put_off(clock: Clock, *, until: date, reason: str, clause: str) -> Clock:
    """Move the day a paper named to a later one, as a second paper says."""
    moved = {
        "from": str(clock.fixed_due_on or clock.due_on),
        "until": until.isoformat(),
        "reason": reason,
        "clause": clause,
    }
    clock.extensions = [*clock.extensions, moved]
    clock.fixed_due_on = until
    _keep_due_day(clock)
    return clock


def suspend(clock: Clock, *, on: date, why: str, clause: str) -> Clock:
    """Let a clock stand still from a day on; its due day cannot be told until the suspension ends."""
    clock.suspensions = [*clock.suspensions, {"from": on.isoformat(), "until": None, "why": why, "clause": clause}]
    clock.still = True
    clock.save()
    return clock


def end_suspension(clock: Clock, *, on: date) -> Clock:
    """Let a clock that stood still run on from a day; its due day follows."""
    clock.suspensions = [{**row, "until": row.get("until") or on.isoformat()} for row in clock.suspensions]
    clock.still = False
    _keep_due_day(clock)
    return clock


def due_of(clock: Clock) -> DueDate:
    """The due day of a clock with everything needed to explain it."""
    calendar = calendars.in_force()
    if clock.fixed_due_on is not None:
        days = (clock.fixed_due_on - clock.started_on).days
        return DueDate(clock.fixed_due_on, clock.started_on, days, Unit.CALENDAR_DAY, days)
    if clock.started_at is not None:
        ends = moment_of(clock)
        return DueDate(legal_day(ends.at), clock.started_on, ends.amount, ends.unit, ends.amount)
    halts = tuple(_suspension(s) for s in clock.suspensions)
    if clock.amount is not None:
        due = add_workdays(clock.started_on, clock.amount, calendar, halts)
    else:
        due = deadlines.due(clock.clause, clock.started_on, calendar, suspensions=halts)
    for extension in clock.extensions:
        longer = int(extension["amount"])
        by_workday = Unit(extension["unit"]) is Unit.WORKDAY
        due = _lengthened(
            due,
            add_workdays(due.day, longer, calendar, halts)
            if by_workday
            else add_calendar_days(due.day, longer, calendar, roll=False, suspensions=halts),
        )
    return due


def moment_of(clock: Clock) -> DueMoment:
    """The last minute of a clock counted in hours."""
    return deadlines.due_moment(clock.clause, clock.started_at)  # type: ignore[arg-type]


def is_over(clock: Clock, at: Moment) -> bool:
    """Whether a term had passed when something happened: by the minute where the law counts in hours."""
    if clock.started_at is not None:
        return at.occurred_at > moment_of(clock).at
    return at.day > due_of(clock).day


def in_hours(clause_id: str) -> bool:
    """Whether the law counts this term by the hour."""
    return any(value.unit == Unit.HOUR for value in clause(clause_id).values.values())


def halt(clock: Clock, *, begins: date, until: date, why: str, clause_id: str) -> Clock:
    """Leave a stretch of days out of a clock, `until` being the first day counted again. Raises Refused where some of
    these days are left out already: two papers telling the party two stretches that overlap would promise too many days.
    """
    for other in map(_suspension, clock.suspensions):
        if (both := other.span.overlap(Span(begins, until))) is not None:
            raise Refused(
                f"{both.start:%Y年%-m月%-d日}起的日期已经因“{other.why}”不计入期限，不得重复扣除。", clause_id, field="began_on",
                remedy="请从上一次扣除的期间结束后的次日起算。",
            )  # fmt: skip
    clock.suspensions = [
        *clock.suspensions, {"from": begins.isoformat(), "until": until.isoformat(), "why": why, "clause": clause_id},
    ]  # fmt: skip
    _keep_due_day(clock)
    return clock


def shorten_halt(clock: Clock, *, until: date) -> Clock:
    """The newest stretch left out ended earlier than foreseen."""
    *before, last = clock.suspensions
    clock.suspensions = [*before, last | {"until": min(last["until"], max(last["from"], until.isoformat()))}]
    _keep_due_day(clock)
    return clock


def last_day_for_party(named: date) -> date:
    """When a day named in a paper is over for the party: one that is a rest day gives way to the next working day."""
    return roll_forward(DueDate(named, named, 0, Unit.CALENDAR_DAY, 0), calendars.in_force()).day


def recompute_all() -> int:
    """Work out every running clock again, after a calendar year has been imported. Returns how many days changed."""
    changed = 0
    for clock in Clock.objects.filter(stopped_on=None, still=False):
        before = (clock.due_on, clock.provisional)
        _keep_due_day(clock)
        changed += before != (clock.due_on, clock.provisional)
    return changed


def _lengthened(before: DueDate, added: DueDate) -> DueDate:
    """The term and its extension told as one, so that every day passed over on the way is explained."""
    return replace(
        added, start=before.start, amount=before.amount + added.amount, counted=before.counted + added.counted,
        skipped=before.skipped + added.skipped, make_up_days=before.make_up_days + added.make_up_days,
        provisional=before.provisional or added.provisional,
    )  # fmt: skip


def _suspension(row: dict[str, Any]) -> Suspension:
    end = date.fromisoformat(row["until"]) if row.get("until") else None
    return Suspension(Span(date.fromisoformat(row["from"]), end), row.get("why", "中止"), row.get("clause", ""))


def _region_of(case: Case | None, chain: str) -> str:
    """Where the body sits whose clock it is."""
    if case is not None:
        return case.body.region_code
    return Body.objects.filter(public_id=chain).values_list("region_code", flat=True).first() or ""


def _keep_due_day(clock: Clock) -> None:
    due = due_of(clock)
    clock.due_on, clock.provisional = due.day, due.provisional
    clock.save()

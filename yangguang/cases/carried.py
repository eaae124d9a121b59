"""Through whose hands a decision comes to those who publish it: who drew it up, and by whose act it became due (D23)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from yangguang.base import ledger
from yangguang.base.models import LedgerEntry
from yangguang.cases.coercing import CoercionDecision, step_of
from yangguang.cases.models import Case, Decision, DecisionDraft, DecisionKind
from yangguang.cases.policy import assignments_of
from yangguang.kernel import clock

SERVED = ("DocumentServed", "DecisionDelivered", "DispositionServed")
ANNOUNCED = "AnnouncementMade"
TAKEN = "CoerciveMeasureTaken"


@dataclass(frozen=True)
class Hand:
    """One person, the instant of the act and what it was; the instant is a day's first where only the day is kept."""

    ref: str
    name: str
    at: datetime
    act: str


def drawn_up_by(decision: Decision) -> Hand | None:
    """Who wrote what is collected from the file: the draft that was reviewed, or the officer who decided on the spot; of what
    was written anew since, whoever led the case that day. None where the file names nobody.
    """
    draft = DecisionDraft.objects.filter(case=decision.case_id, digest=decision.digest).order_by("pk").first()
    if draft is not None:
        return Hand(draft.prepared_by_ref, draft.prepared_by_name, draft.prepared_at, "拟定决定文稿")
    day = clock.beijing(decision.decided_on, 0)
    if decision.kind == DecisionKind.ON_THE_SPOT:
        return Hand(decision.decided_by_ref, decision.decided_by_name, day, "当场制作决定书")
    return _handler_on(decision.case, decision.decided_on)


def passed_on_by(decision: Decision, *, after_service: bool) -> Hand:
    """By whose act it became due: by service where publication waits for it, else by the decision itself."""
    entry = _entry_of_service(decision) if after_service and decision.served_on else None
    if entry is not None:
        return Hand(entry.actor_ref, entry.actor_name, entry.occurred_at, entry.label)
    day = clock.beijing(decision.decided_on, 0)
    return Hand(decision.decided_by_ref, decision.decided_by_name, day, "作出决定")


def drew_up_coercion(one: CoercionDecision) -> Hand | None:
    """Who asked for a measure, or took it at once; of an execution, whoever led the case that day."""
    if one.measure is None:
        return _handler_on(one.case, one.decided_on)
    entry = ledger.entries_about("coercion", one.measure.public_id).first()
    return Hand(entry.actor_ref, entry.actor_name, entry.occurred_at, _words(entry)) if entry is not None else None


def passed_on_coercion(one: CoercionDecision, *, after_service: bool) -> Hand:
    """Who took the measure; of an execution, who served its paper where publication waits for that, else who decided."""
    document, day = one.document, clock.beijing(one.decided_on, 0)
    entry = None
    if one.measure is not None:
        entry = ledger.entries_about("coercion", one.measure.public_id).filter(event=TAKEN).first()
    else:
        if after_service and one.served_on:
            served = ledger.entries_of_file(one.case.public_id).filter(event__in=SERVED, facts__number=document.number)
            entry = served.order_by("-pk").first()
        if entry is None and (step := step_of(one)) is not None:
            entry = step.entry
    if entry is None:
        return Hand("", document.made_by_name, day, "制作文书")
    return Hand(entry.actor_ref, entry.actor_name, entry.occurred_at, _words(entry))


def _words(entry: LedgerEntry) -> str:
    """The step, where an entry is about one of several."""
    return str(entry.facts.get("step") or entry.label)


def _handler_on(case: Case, day: date) -> Hand | None:
    for row in assignments_of(case):
        if row.starts_on <= day and (row.ends_on is None or row.ends_on >= day):
            return Hand(f"officer:{row.officer.public_id}", row.officer.name, clock.beijing(day, 0), "承办案件")
    return None


def _entry_of_service(decision: Decision) -> LedgerEntry | None:
    """The last paper handed over; of what was announced, who put the announcement up."""
    entries = ledger.entries_of_file(decision.case.public_id).order_by("-pk")
    served: LedgerEntry | None = entries.filter(event__in=SERVED, facts__number=decision.number).first()
    if served is not None or decision.document is None:
        return served
    announced: LedgerEntry | None = entries.filter(event=ANNOUNCED, facts__title=decision.document.title).first()
    return announced

"""What of a case counts in statistics: each thing once, with the day it counts on. Contexts above say what they make of it.

What was voided does not count. A decision that fell goes on counting as a decision, and counts as fallen besides: some
provinces count it, some do not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Max, Sum
from django.db.models.functions import Coalesce

from yangguang.cases.models import (
    AdditionalFinePayment,
    Case,
    CaseKind,
    CoerciveMeasure,
    CriminalTransfer,
    Decision,
    DecisionKind,
    DecisionStatus,
    Disposition,
    Execution,
    ExecutionStatus,
    MeasureStatus,
    OwnExecution,
    Payment,
    Remedy,
    RemedyOutcome,
)
from yangguang.cases.rules.severity import in_order
from yangguang.kernel import clock

LOST = (
    RemedyOutcome.ALTERED, RemedyOutcome.ANNULLED, RemedyOutcome.REMAKE, RemedyOutcome.ILLEGAL, RemedyOutcome.INVALID,
    RemedyOutcome.PARTLY, RemedyOutcome.PERFORM,
)  # fmt: skip
NOT_TAKEN = (MeasureStatus.REQUESTED, MeasureStatus.REFUSED)
PENALTIES = (DecisionKind.PENALTY, DecisionKind.ON_THE_SPOT)


@dataclass(frozen=True, order=True)
class CountedThing:
    """One thing of one case: what, on which day, which kind of it, how much money in 分, and what it is by public id."""

    case_id: int
    what: str
    on: date
    detail: str = ""
    amount_fen: int = 0
    ref: str = ""


def things_counted(case_ids: Collection[int]) -> Iterator[CountedThing]:
    """Everything of these cases that counts, in a fixed number of questions however many cases there are."""
    yield from _cases(case_ids)
    yield from _decisions(case_ids)
    yield from _remedies(case_ids)
    yield from _measures(case_ids)
    yield from _executions(case_ids)
    rows = CriminalTransfer.objects.filter(case__in=case_ids).exclude(sent_at=None).order_by("pk")
    for case_id, sent_at, ref in rows.values_list("case_id", "sent_at", "public_id"):
        yield CountedThing(case_id, "criminal_transfer", _day(sent_at), ref=ref)


def _cases(case_ids: Collection[int]) -> Iterator[CountedThing]:
    rows = Case.objects.filter(pk__in=case_ids).order_by("pk")
    for pk, kind, opened_on, closed_on, ref in rows.values_list("pk", "kind", "opened_on", "closed_on", "public_id"):
        yield CountedThing(pk, "on_scene" if kind == CaseKind.SUMMARY else "opened", opened_on, kind, ref=ref)
        if closed_on is not None:
            yield CountedThing(pk, "closed", closed_on, kind, ref=ref)


def _decisions(case_ids: Collection[int]) -> Iterator[CountedThing]:
    rows = Decision.objects.filter(case__in=case_ids).exclude(status=DecisionStatus.VOIDED).order_by("pk")
    told = rows.values_list("case_id", "kind", "status", "content", "decided_on", "fine_fen", "public_id")
    for case_id, kind, status, content, on, fine, ref in told.iterator():
        what, detail, amount = _decided(kind, content, fine)
        yield CountedThing(case_id, what, on, detail, amount, ref)
        if kind == DecisionKind.ON_THE_SPOT:
            yield CountedThing(case_id, "on_the_spot_penalty", on, detail, amount, ref)
        if what == "penalty" and (content.get("discretion") or {}).get("leniency") == "mitigated":
            yield CountedThing(case_id, "mitigated", on, detail, amount, ref)
        if status == DecisionStatus.ANNULLED:
            yield CountedThing(case_id, f"{what}_fallen", on, detail, amount, ref)


def _decided(kind: str, content: dict[str, Any], fine_fen: int) -> tuple[str, str, int]:
    """A penalty by its kinds from light to heavy, with fine and what was confiscated in money, as the paper has them."""
    if kind in PENALTIES:
        kinds = "+".join(in_order(set(content.get("penalties") or ())))
        return "penalty", kinds, fine_fen + int(content.get("confiscated_fen") or 0)
    if kind == DecisionKind.DISPOSITION:
        return "disposition", "", int(content.get("total_fen") or 0)
    return kind, str(content.get("outcome") or ""), 0


def _remedies(case_ids: Collection[int]) -> Iterator[CountedThing]:
    """One about a penalty counts among all, and among those about penalties besides; what one took of the sums, by the day its
    paper came.
    """
    rows = Remedy.objects.filter(case__in=case_ids).order_by("pk")
    told = rows.values_list(
        "case_id",
        "kind",
        "received_on",
        "outcome",
        "outcome_received_on",
        "public_id",
        "decision__kind",
        "outcome_terms",
    )
    for case_id, kind, received_on, outcome, ended_on, ref, contested, terms in told:
        for what in (kind, f"penalty_{kind}") if contested in PENALTIES else (kind,):
            yield CountedThing(case_id, what, received_on, ref=ref)
            if outcome and ended_on is not None:
                yield CountedThing(case_id, f"{what}_ended", ended_on, outcome, ref=ref)
                if outcome in LOST:
                    yield CountedThing(case_id, f"{what}_lost", ended_on, outcome, ref=ref)
        if ended_on is not None and (less := _taken_off(terms)):
            what = "penalty" if contested in PENALTIES else "disposition"
            yield CountedThing(case_id, f"{what}_lessened", ended_on, outcome, less, ref)


def _taken_off(terms: dict[str, Any]) -> int:
    """By how much an outcome made a fine, what is confiscated, or what workers are paid smaller."""
    before, left = terms.get("before") or {}, terms.get("left") or {}
    return sum(
        int(before.get(name) or 0) - int(left.get(name) or 0) for name in ("fine_fen", "confiscated_fen", "total_fen")
    )


def _measures(case_ids: Collection[int]) -> Iterator[CountedThing]:
    """By the decision to take them; one that was taken in an emergency, by the day it was taken."""
    rows = CoerciveMeasure.objects.filter(case__in=case_ids).exclude(status__in=NOT_TAKEN).order_by("pk")
    rows = rows.annotate(decided_at=Coalesce("approved_at", "taken_at")).exclude(decided_at=None)
    for case_id, kind, decided_at, ref in rows.values_list("case_id", "kind", "decided_at", "public_id"):
        yield CountedThing(case_id, "coercive_measure", _day(decided_at), kind, ref=ref)


def _executions(case_ids: Collection[int]) -> Iterator[CountedThing]:
    """Coercive execution by the day it was over; what was asked of the court by the day it was asked."""
    for model in (Execution, Disposition):
        asked = model.objects.filter(case__in=case_ids).exclude(applied_on=None).order_by("pk")
        for case_id, on, ref in asked.values_list("case_id", "applied_on", "decision__public_id"):
            if on is not None:
                yield CountedThing(case_id, "court_application", on, ref=ref or "")
    rows = OwnExecution.objects.filter(execution__case__in=case_ids).order_by("pk")
    told = rows.values_list("execution__case_id", "how", "carried_out_at", "amount_fen", "public_id")
    for case_id, how, at, amount, ref in told:
        yield CountedThing(case_id, "own_execution", _day(at), how, amount, ref)
    yield from _additional_fines(case_ids)


def _additional_fines(case_ids: Collection[int]) -> Iterator[CountedThing]:
    paid: dict[int, date] = dict(_last_days(Payment.objects.filter(case__in=case_ids)))
    more = AdditionalFinePayment.objects.filter(decision__case__in=case_ids).order_by()
    rows = more.values_list("decision_id").annotate(last=Max("paid_on"), total=Sum("amount_fen"))
    added: dict[int, tuple[date, int]] = {row[0]: (row[1], row[2]) for row in rows}  # type: ignore[misc]
    over = Execution.objects.filter(case__in=case_ids, status=ExecutionStatus.FULFILLED).exclude(imposed_on=None)
    told = over.order_by("pk").values_list("case_id", "decision_id", "imposed_on", "decision__public_id")
    for case_id, decision, imposed_on, ref in told:
        if imposed_on is None:
            continue
        last, total = added.get(decision) or (imposed_on, 0)
        ended_on: date = max(last, paid.get(decision, last), imposed_on)
        yield CountedThing(case_id, "additional_fine", ended_on, amount_fen=total, ref=ref)


def _last_days(rows: Any) -> Any:
    return rows.order_by().values_list("decision_id").annotate(last=Max("paid_on"))


def _day(moment: datetime | None) -> date:
    if moment is None:
        raise ValueError("what has no moment does not count")
    return clock.legal_day(moment)

"""What the automatic checks ask of a file, gathered from its rows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from yangguang.base import local_values
from yangguang.cases.api import CLOCK_KINDS, Case, CaseStatus, discussion_reasons
from yangguang.directory.api import certificate_fault
from yangguang.kernel import clock
from yangguang.records.api import DocumentStatus, documents_of
from yangguang.supervision.rules.checks import FileFacts, Term, Visit

VISITS = {"interview": "询问", "inspect_on_site": "现场检查", "penalise_on_the_spot": "当场处罚"}
ORDINARY = ("立案审批表", "调查终结报告", "行政处罚决定书", "送达回证")
ON_THE_SPOT = ("当场处罚决定书",)
PENALTIES = ("penalty", "on_the_spot_penalty")


def facts_of(case: Case) -> FileFacts:
    """Everything the checks want to know about one finished file."""
    steps = list(case.steps_taken.order_by("occurred_at", "pk"))
    papers = list(documents_of(case.public_id).exclude(status=DocumentStatus.VOIDED))
    decisions = [one for one in case.decisions.exclude(status="voided").order_by("pk") if one.kind in PENALTIES]
    ordinary = [one for one in decisions if one.kind == "penalty"]
    notices = list(case.notices.filter(superseded_on=None).order_by("pk"))
    reviewed = any(one.act in {"pass_review", "pass_disposition_review"} for one in steps)
    return FileFacts(
        days=_days(case, steps, notices, decisions), papers=tuple(one.title for one in papers),
        wanted=ORDINARY if ordinary else ON_THE_SPOT if decisions else (), visits=tuple(_visits(case, steps)),
        fine_fen=sum(one.fine_fen for one in ordinary),
        notified_fen=sum(one.fine_fen for one in notices) if notices and ordinary else None,
        review_lacking=bool(case.review_required and ordinary and not reviewed),
        discussion_reasons=tuple(_undiscussed(case, ordinary)),
        hearing_not_told=any(one.hearing_reasons and not one.hearing_told for one in notices),
        hearing_not_held=_hearing_open(case, steps), terms=tuple(_late_terms(case)),
        outside_reason=_outside(ordinary), **_service_of(case, decisions),
        payees=tuple(case.payments.order_by("pk").values_list("payee", flat=True)) if ordinary else (),
        body_name=case.body.name, archived=case.status == CaseStatus.ARCHIVED,
    )  # fmt: skip


def _days(case: Case, steps: list[Any], notices: list[Any], decisions: list[Any]) -> dict[str, date]:
    taken = {one.act: clock.legal_day(one.occurred_at) for one in steps}
    told = {
        "立案": case.opened_on, "调查终结": taken.get("conclude_investigation"),
        "事先告知": min((one.issued_on for one in notices), default=None), "法制审核通过": taken.get("pass_review"),
        "作出决定": min((one.decided_on for one in decisions), default=None),
        "送达决定": max((one.served_on for one in decisions if one.served_on), default=None), "结案": case.closed_on,
    }  # fmt: skip
    return {name: day for name, day in told.items() if day is not None}


def _visits(case: Case, steps: list[Any]) -> Iterator[Visit]:
    rows = list(case.assignments.select_related("officer").order_by("position", "pk"))
    for step in steps:
        if step.act not in VISITS:
            continue
        day = clock.legal_day(step.occurred_at)
        there = [row.officer for row in rows if row.starts_on <= day and (row.ends_on is None or row.ends_on >= day)]
        faults = (certificate_fault(officer, case.field, case.area, day) for officer in there)
        yield Visit(VISITS[step.act], day, len({one.pk for one in there}), tuple(dict.fromkeys(filter(None, faults))))


def _undiscussed(case: Case, decisions: list[Any]) -> Iterator[str]:
    if case.discussions.exists():
        return
    for one in decisions:
        kept = local_values.find("collective_discussion_fine_fen", chain=case.body.public_id, on=one.decided_on)
        yield from discussion_reasons(one.content, int(kept.value) if kept else None)


def _hearing_open(case: Case, steps: list[Any]) -> bool:
    asked = case.hearing_requests.filter(withdrawn_on=None, refused_on=None).exists()
    return asked and not any(one.act == "hold_hearing" for one in steps)


def _late_terms(case: Case) -> Iterator[Term]:
    for one in case.clocks.order_by("due_on", "pk"):
        kind = CLOCK_KINDS.get(one.kind)
        if kind is None or kind.effect != "agency_term":
            continue
        ended = one.stopped_on or case.closed_on
        if ended is not None and ended > one.due_on:
            yield Term(kind.label, one.clause, one.due_on, one.stopped_on, one.overdue_reason)


def _outside(decisions: list[Any]) -> str:
    reasons = (str((one.content.get("discretion") or {}).get("outside_reason") or "").strip() for one in decisions)
    return next(filter(None, reasons), "")


def _service_of(case: Case, decisions: list[Any]) -> dict[str, tuple[str, ...]]:
    proved = case.services.filter(succeeded=True).select_related("document").order_by("pk")
    unproved = [one.document.title for one in proved if one.proof_id is None and not one.proof_number]
    unserved = [one.document.title for one in decisions if one.served_on is None and one.document is not None]
    return {"unserved": tuple(dict.fromkeys(unserved)), "unproved": tuple(dict.fromkeys(unproved))}

"""Serve a disposition decision: the term to fulfil, and the terms of both remedies, run from now (H05)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.base import calendars
from yangguang.cases.events.wages import DispositionServed
from yangguang.cases.models import Decision, DecisionStatus, Disposition
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._lines import decision_of, locked_line, step_taken, told
from yangguang.cases.use_cases._serving import method_label
from yangguang.cases.use_cases.serve_document import ServiceFacts, keep_service
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.workdays import add_calendar_days
from yangguang.records.api import Document


@transaction.atomic
def serve_disposition(
    *, disposition: Disposition, service: ServiceFacts, actor: Account, at: Moment, overdue_reason: str = ""
) -> Disposition:
    """Put the service on record. The last day to fulfil rolls to the next working day: it is the party's term."""
    row = locked_line(disposition)
    how = method_label(service)
    taken = step_taken(
        row,
        "serve_disposition",
        actor=actor,
        at=at,
        given={**service.as_given(row.party), "document": _paper_of(row), "overdue_reason": overdue_reason},
    )
    keep_service(row.case, _paper_of(row), row.party, service, actor=actor, at=at)
    decision = disposition_arrives(row, on=at.day)
    told(taken, row, DispositionServed(decision.number, how, at.day), actor=actor, at=at)
    return row


def disposition_arrives(row: Disposition, *, on: date, how: str = "") -> Decision:
    """The decision is served and the term to fulfil runs; `how` is said before the event where it was announced."""
    decision = decision_of(row)
    decision.status, decision.served_on = DecisionStatus.SERVED, on
    decision.save(update_fields=["status", "served_on"])
    last = add_calendar_days(on, int(decision.content["fulfil_days"]), calendars.in_force(), roll=True).day
    row.served_on, row.fulfil_by = on, last
    row.save()
    run_clocks.start(
        row.case, "fulfil_disposition_by", on=on, event=f"{how}处理决定送达", about_ref=row.public_id, fixed_due_on=last
    )
    return decision


def _paper_of(row: Disposition) -> Document:
    return Document.objects.get(pk=decision_of(row).document_id or 0)

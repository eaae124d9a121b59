"""Serve a rectification instruction: each order's own day runs from now (I03)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.cases.events.wages import InstructionServed
from yangguang.cases.models import Instruction
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.cases.use_cases._serving import method_label
from yangguang.cases.use_cases.serve_document import ServiceFacts, keep_service
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.records.api import Document


@transaction.atomic
def serve_instruction(*, instruction: Instruction, service: ServiceFacts, actor: Account, at: Moment) -> Instruction:
    """Put the service on record. Refused once a day named in the paper has passed."""
    row = locked_line(instruction)
    how = method_label(service)
    document = Document.objects.filter(public_id=row.document_ref).first()
    given = {**service.as_given(row.party), "document": document}
    taken = step_taken(row, "serve_instruction", actor=actor, at=at, given=given)
    keep_service(row.case, Document.objects.get(public_id=row.document_ref), row.party, service, actor=actor, at=at)
    row.served_on = at.day
    row.save()
    days_run(row, on=at.day, event="指令送达")
    told(taken, row, InstructionServed(row.number, how, at.day), actor=actor, at=at)
    return row


def days_run(row: Instruction, *, on: date, event: str) -> None:
    """Each order's own day runs from now, however the instruction reached the employer."""
    for order in row.orders.order_by("position"):
        run_clocks.start(
            row.case, "fulfil_by", on=on, event=event, about_ref=order.public_id,
            fixed_due_on=run_clocks.last_day_for_party(order.due_on),
        )  # fmt: skip

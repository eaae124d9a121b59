"""Issue and hand over an instruction at the place itself, where facts are beyond doubt (I02)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from django.db import transaction

from yangguang.cases.events.instructions import InstructionGivenOnTheSpot
from yangguang.cases.models import Instruction, ServiceMethod
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.cases.use_cases.issue_instruction import amounts_are_those_of_the_roster, make_paper
from yangguang.cases.use_cases.serve_document import ServiceFacts, keep_service
from yangguang.cases.use_cases.serve_instruction import days_run
from yangguang.directory.api import Account, Officer
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def instruct_on_the_spot(
    *, instruction: Instruction, facts_plain: bool, certificate_shown: bool, officers: Sequence[Officer],
    service: ServiceFacts, actor: Account, at: Moment,
) -> Instruction:  # fmt: skip
    """No head signs it: two officers do, on a numbered form, and hand it over there and then."""
    row = locked_line(instruction)
    amounts_are_those_of_the_roster(row)
    if not service.recipient.strip() and not service.refusal.strip():
        raise Refused("应当当场交付：请写明签收人；拒签的写明情况。", "LSP-2004:31", field="recipient")
    given = {"facts_plain": facts_plain, "certificate_shown": certificate_shown, "officers": list(officers)}
    taken = step_taken(row, "instruct_on_the_spot", actor=actor, at=at, given=given)
    document = make_paper(row, actor=actor, at=at)
    handed = replace(service, method=ServiceMethod.ON_ANNOUNCEMENT, officers=officers)
    keep_service(row.case, document, row.party, handed, actor=actor, at=at)
    row.served_on, row.given_on_the_spot = at.day, True
    row.save()
    days_run(row, on=at.day, event="指令当场交付")
    names, days = [officer.name for officer in officers], [order.due_on for order in row.orders.order_by("position")]
    told(taken, row, InstructionGivenOnTheSpot(row.number, names, days), actor=actor, at=at)
    return row

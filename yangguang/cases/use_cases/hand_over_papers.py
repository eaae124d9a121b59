"""Bring the papers given on the spot to the department that keeps them (LSP-2004:32)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.instructions import PapersHandedOver
from yangguang.cases.models import Instruction
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@transaction.atomic
def hand_over_papers(
    *, instruction: Instruction, received_by: str, actor: Account, at: Moment, overdue_reason: str = ""
) -> Instruction:
    """Who took them in; the term of handing over stops. Late, with the reason."""
    row = locked_line(instruction)
    who = worded(received_by, label="接收人", field="received_by", most=60)
    taken = step_taken(row, "hand_over_papers", actor=actor, at=at, given={"overdue_reason": overdue_reason})
    row.save()
    told(taken, row, PapersHandedOver(row.number, who), actor=actor, at=at)
    return row

"""Annul a rectification instruction that was wrong (I07)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.wages import InstructionAnnulled
from yangguang.cases.models import Instruction
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@transaction.atomic
def annul_instruction(*, instruction: Instruction, reason: str, actor: Account, at: Moment) -> Instruction:
    """The agency head annuls it; its clocks stop and its number stays."""
    row = locked_line(instruction)
    why = worded(reason, label="撤销理由", field="reason", most=400)
    taken = step_taken(row, "annul_instruction", actor=actor, at=at)
    row.annulled_on, row.annulment_reason = at.day, why
    row.save()
    for order in row.orders.order_by("position"):
        run_clocks.stop(row.case, "fulfil_by", on=at.day, event="撤销指令", about_ref=order.public_id)
    told(taken, row, InstructionAnnulled(row.number, why), actor=actor, at=at)
    return row

"""Annul a rectification instruction that was wrong (I07)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.wages import InstructionAnnulled
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.labour.documents import instruction_papers
from yangguang.cases.models import Instruction
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.cases.use_cases.annul_listing import listings_fall
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.records.api import make_document


@transaction.atomic
def annul_instruction(*, instruction: Instruction, reason: str, actor: Account, at: Moment) -> Instruction:
    """The agency head annuls it; its clocks stop and its number stays."""
    row = locked_line(instruction)
    why = worded(reason, label="撤销理由", field="reason", most=400)
    keep_secret(row.case, {"reason": why})
    taken = step_taken(row, "annul_instruction", actor=actor, at=at)
    falls(row, why, actor=actor, at=at)
    told(taken, row, InstructionAnnulled(row.number, why), actor=actor, at=at)
    return row


def falls(row: Instruction, why: str, *, actor: Account, at: Moment, replaced: bool = False) -> None:
    """The paper that says so, and the end of the instruction's days."""
    row.annulled_on, row.annulment_reason = at.day, why
    row.save()
    listings_fall(row, at)
    for order in row.orders.order_by("position"):
        event = "变更指令" if replaced else "撤销指令"
        run_clocks.stop(row.case, "fulfil_by", on=at.day, event=event, about_ref=order.public_id)
    make_document(
        kind="instruction_annulment", title="变更决定书" if replaced else "撤销决定书", number_kind="监撤",
        body=row.case.body, file_ref=row.case.public_id, dated_on=at.day, actor=actor, at=at,
        sheet=instruction_papers.annulment(
            row.case, number=row.number, party=row.party.name, reason=f"{why.rstrip('。')}。", on=at.day,
            replaced=replaced,
        ),
    )  # fmt: skip

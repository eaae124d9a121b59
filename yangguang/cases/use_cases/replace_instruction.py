"""Give a wrong instruction up for another: an amount put right gets days of its own (I07)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.instructions import InstructionReplaced
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.labour.queries import totals_of
from yangguang.cases.models import Instruction, InstructionOrder, OrderKind
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.cases.use_cases.annul_instruction import falls
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@transaction.atomic
def replace_instruction(*, instruction: Instruction, reason: str, actor: Account, at: Moment) -> Instruction:
    """The old one falls; a new draft with what the roster owes now waits for its days and its signers. Returns the draft."""
    row = locked_line(instruction)
    why = worded(reason, label="变更理由", field="reason", most=400)
    keep_secret(row.case, {"reason": why})
    taken = step_taken(row, "replace_instruction", actor=actor, at=at)
    falls(row, why, actor=actor, at=at, replaced=True)
    draft = Instruction.objects.create(
        case=row.case, party=row.party, facts=row.facts, basis=row.basis, drafted_by_name=row.drafted_by_name
    )
    unpaid = totals_of(row.case).unpaid_fen
    for order in row.orders.order_by("position"):
        InstructionOrder.objects.create(
            instruction=draft, position=order.position, kind=order.kind, text=order.text, due_on=order.due_on,
            owed_fen=unpaid if order.kind == OrderKind.PAY_WAGES else 0,
        )  # fmt: skip
    told(taken, row, InstructionReplaced(row.number, why, draft.public_id), actor=actor, at=at)
    return draft

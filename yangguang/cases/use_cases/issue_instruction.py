"""Issue a rectification instruction under its number: what the agency head's signature carries out (I01)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.wages import InstructionIssued
from yangguang.cases.kinds.labour.documents import rectification_instruction
from yangguang.cases.kinds.labour.queries import totals_of, workers_of
from yangguang.cases.kinds.labour.remedies import remedies_of
from yangguang.cases.models import Instruction, OrderKind
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import Document, make_document


@transaction.atomic
def issue_instruction(*, instruction: Instruction, actor: Account, at: Moment) -> Instruction:
    """The paper with its annex. Refused when the roster has changed since the draft was signed for."""
    row = locked_line(instruction)
    orders = list(row.orders.order_by("position"))
    amounts_are_those_of_the_roster(row)
    taken = step_taken(row, "issue_instruction", actor=actor, at=at)
    make_paper(row, actor=actor, at=at)
    event = InstructionIssued(row.number, sum(o.owed_fen for o in orders), [o.due_on for o in orders])
    told(taken, row, event, actor=actor, at=at)
    return row


def amounts_are_those_of_the_roster(row: Instruction) -> None:
    """Raises Refused where somebody was added or paid after the draft."""
    unpaid = totals_of(row.case).unpaid_fen
    if row.orders.filter(kind=OrderKind.PAY_WAGES).exclude(owed_fen=unpaid).exists():
        raise Refused(
            "名册在拟稿后有变化，指令金额与名册不一致。", "LSR-2004:18.1", remedy="请退回承办人，按现在的名册重新拟稿。"
        )


def make_paper(row: Instruction, *, actor: Account, at: Moment) -> Document:
    """The instruction under its number, with the workers it is about; the row keeps number, paper and day."""
    orders = list(row.orders.order_by("position"))
    pays = any(order.kind == OrderKind.PAY_WAGES for order in orders)
    title, number_kind = rectification_instruction.named(row.case)
    document = make_document(
        kind="rectification_instruction", title=title, number_kind=number_kind, body=row.case.body,
        file_ref=row.case.public_id, dated_on=at.day, actor=actor, at=at,
        sheet=rectification_instruction.sheet(
            row.case, party=row.party.name, facts=row.facts, basis=row.basis, orders=orders,
            workers=workers_of(row.case) if pays else [], remedies=remedies_of(row.case.body, at.day), on=at.day,
        ),
    )  # fmt: skip
    row.number, row.document_ref, row.issued_on = document.number, document.public_id, at.day
    row.save()
    return document

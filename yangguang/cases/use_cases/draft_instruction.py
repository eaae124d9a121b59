"""Draft a rectification instruction, or draft it again while nobody has signed it (I00)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from yangguang.base import approvals, ledger
from yangguang.base.models.approval import ApprovalState
from yangguang.cases.events.wages import InstructionDrafted
from yangguang.cases.kinds.labour.instruction_basis import basis_of
from yangguang.cases.kinds.labour.queries import totals_of
from yangguang.cases.models import Case, Instruction, InstructionOrder, InstructionStatus, OrderKind, Party
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._roster import locked_case, these_hold
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

PURPOSE = "issue_instruction"


@dataclass(frozen=True)
class OrderEntry:
    """One order as entered."""

    kind: str
    text: str
    due_on: date | None


@transaction.atomic
def draft_instruction(
    *, case: Case, party: Party, facts: str, basis: Sequence[str], orders: Sequence[OrderEntry],
    instruction: Instruction | None = None, actor: Account, at: Moment,
) -> Instruction:  # fmt: skip
    """Write the draft with its orders. What is owed is read from the roster, never typed."""
    owner = locked_case(case, actor, "拟制限期改正指令")
    if party.case_id != owner.pk:
        raise Refused("被责令单位不是本案当事人。", "LSR-2004:18.1", field="party", remedy="请重新选择。")
    these_hold(("two_officers",), owner, "draft_instruction", actor, at)
    draft = _free_to_draft(instruction, owner)
    _orders_say_all(orders, at)
    if not basis:
        raise Refused("应当写明违法事实和依据。", "LSR-2004:18.1", field="basis", remedy="请选择法条。")
    if strange := [one for one in basis if one not in basis_of(owner, at.day)]:
        raise Refused(
            f"依据不属于本案的执法事项和违法行为：{'、'.join(strange)}。", "LSR-2004:18.1", field="basis",
            remedy="请从本案的法条中选择；违法行为登记有误的，先更正立案信息。",
        )  # fmt: skip
    draft.party, draft.basis, draft.drafted_by_name = party, list(basis), actor.actor_name
    draft.facts = worded(facts, label="违法事实", field="facts")
    draft.save()
    draft.orders.all().delete()
    unpaid = totals_of(owner).unpaid_fen
    for position, order in enumerate(orders, start=1):
        InstructionOrder.objects.create(
            instruction=draft, position=position, kind=order.kind, due_on=order.due_on or at.day,
            text=worded(order.text, label="要求", field="orders", most=800),
            owed_fen=unpaid if order.kind == OrderKind.PAY_WAGES else 0,
        )  # fmt: skip
    ledger.record(InstructionDrafted(len(orders), unpaid), subject=draft.subject, actor=actor, at=at)
    return draft


def _free_to_draft(instruction: Instruction | None, case: Case) -> Instruction:
    if instruction is None:
        return Instruction(case=case)
    row = Instruction.objects.select_for_update().get(pk=instruction.pk, case=case)
    asked = approvals.latest(row.subject, PURPOSE)
    if row.status != InstructionStatus.DRAFTED or (asked and asked.state == ApprovalState.PENDING):
        raise Refused("指令已经作出或者正在审批，不能修改。", "LSR-2004:18.1", remedy="请等候审批，或者先收回。")
    return row


def _orders_say_all(orders: Sequence[OrderEntry], at: Moment) -> None:
    if not orders or any(order.due_on is None for order in orders):
        raise Refused("应当写明改正期限。", "LSR-2004:18.1", field="orders", remedy="请为每项要求填写期限。")
    if any(order.due_on and order.due_on < at.day for order in orders):
        raise Refused("改正期限不得早于作出之日。", "LSR-2004:18.1", field="orders", remedy="请核对日期。")
    if any(order.kind not in OrderKind.values for order in orders):
        raise Refused("请从列表中选择要求的种类。", "LSR-2004:18.1", field="orders")

"""Check what became of an instruction: order by order, with what each worker was paid (I06)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from yangguang.cases.events.wages import RectificationChecked
from yangguang.cases.kinds.labour.documents import rectification_check
from yangguang.cases.kinds.labour.queries import totals_of
from yangguang.cases.models import Instruction, InstructionOrder, InstructionStatus, OrderKind
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.cases.use_cases.record_worker_payments import WagePayment, keep_payments
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document

RECTIFIED, PARTLY, NOT = (
    InstructionStatus.RECTIFIED, InstructionStatus.PARTLY_RECTIFIED, InstructionStatus.UNRECTIFIED,
)  # fmt: skip


@dataclass(frozen=True)
class OrderFinding:
    """What was found about one order; for wages the outcome follows from the roster and is not typed."""

    order_ref: str
    finding: str
    outcome: str = ""


@transaction.atomic
def check_rectification(
    *, instruction: Instruction, findings: Sequence[OrderFinding], payments: Sequence[WagePayment] = (), actor: Account,
    at: Moment,
) -> Instruction:  # fmt: skip
    """Keep the payments and findings, and say where the instruction stands. Too early is refused unless all is done."""
    row = locked_line(instruction)
    if not findings:
        raise Refused("没有填写核查情况。", "LSR-2004:18.1", field="finding", remedy="请至少核查一项。")
    keep_payments(row.case, payments, actor, at)
    unpaid = totals_of(row.case).unpaid_fen
    orders = {order.public_id: order for order in row.orders.order_by("position")}
    checked = [_found(orders, finding, unpaid, at) for finding in findings]
    status = _standing(list(orders.values()), row.status)
    given = {"checked_orders": [order for order in checked if order.outcome != RECTIFIED]}
    taken = step_taken(row, "check_rectification", actor=actor, at=at, given=given, reached=status)
    row.save()
    for order in checked:
        order.save()
        run_clocks.stop(row.case, "fulfil_by", on=at.day, event="核查改正情况", about_ref=order.public_id)
    officers = list(row.case.assignments.filter(ends_on=None).order_by("position").select_related("officer"))
    make_document(
        kind="rectification_check", title="改正情况核查笔录", body=row.case.body, file_ref=row.case.public_id,
        sheet=rectification_check.sheet(
            row.case, number=row.number, party=row.party.name, orders=orders.values(), totals=totals_of(row.case),
            officers=[a.officer.name for a in officers], on=at.day,
        ), dated_on=at.day, actor=actor, at=at,
    )  # fmt: skip
    event = RectificationChecked(row.number, InstructionStatus(row.status).label, unpaid, at.day)
    told(taken, row, event, actor=actor, at=at)
    return row


def _found(orders: dict[str, InstructionOrder], finding: OrderFinding, unpaid: int, at: Moment) -> InstructionOrder:
    order = orders.get(finding.order_ref)
    if order is None:
        raise Refused("指令中没有这项要求。", "LSR-2004:18.1", field="finding", remedy="请刷新页面。")
    if order.kind == OrderKind.PAY_WAGES:
        order.outcome = RECTIFIED if not unpaid else (PARTLY if unpaid < order.owed_fen else NOT)
    elif finding.outcome in {RECTIFIED, PARTLY, NOT}:
        order.outcome = finding.outcome
    else:
        raise Refused("请选择核查结果。", "LSR-2004:18.1", field="outcome")
    order.checked_on = at.day
    order.finding = worded(finding.finding, label="核查情况", field="finding", most=400)
    return order


def _standing(orders: Sequence[InstructionOrder], before: str) -> str:
    """The instruction's status from its orders: as before while one is unchecked."""
    outcomes = {order.outcome for order in orders}
    if "" in outcomes:
        return before
    if outcomes == {RECTIFIED}:
        return RECTIFIED
    return NOT if outcomes == {NOT} else PARTLY

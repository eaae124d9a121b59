"""Record a payment of the additional fine, apart from the fine itself, by the receipt of the collecting agent."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.base.models import Blob
from yangguang.cases.events.fulfilling import AdditionalFinePaid
from yangguang.cases.models import AdditionalFinePayment, Decision
from yangguang.cases.owing import owing_of
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._execution import (
    fulfil_if_settled,
    locked_execution,
    move_case,
    others_unpaid,
    step_taken,
)
from yangguang.cases.use_cases._receipts import file_receipt
from yangguang.cases.use_cases.take_step import announce
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.money import in_figures
from yangguang.kernel.refusal import Refused

CLAUSE = "FCS-1997:9.1"


@transaction.atomic
def record_additional_payment(
    *, decision: Decision, amount_fen: int, paid_on: date, payee: str, receipt_number: str, actor: Account, at: Moment,
    proof: Blob | None = None,
) -> AdditionalFinePayment:  # fmt: skip
    """No more than had been added by the day it was paid. The receipt is bound into the case file."""
    row = locked_execution(decision)
    receipt = worded(receipt_number, label="罚款收据编号", field="receipt_number", most=80)
    if row.decision.additional_payments.filter(receipt_number=receipt).exists():
        raise Refused("这张罚款收据已经登记。", CLAUSE, field="receipt_number")
    if paid_on > at.day:
        raise Refused("缴款日期不能晚于登记日期。", CLAUSE, field="paid_on", remedy="请核对收据上的日期。")
    owing = owing_of(row.decision, on=paid_on)
    given = {"payee": payee, "owing": owing, "amount_fen": amount_fen}
    taken = step_taken(row, "record_additional_payment", actor=actor, at=at, given=given)
    if not 0 < amount_fen <= owing.additional_left_fen:
        raise Refused(
            f"金额应当大于零，不超过至该日应缴的 {in_figures(owing.additional_left_fen)} 元。",
            CLAUSE,
            field="amount_fen",
        )
    payment = AdditionalFinePayment.objects.create(
        decision=row.decision, amount_fen=amount_fen, paid_on=paid_on, payee=payee.strip(), receipt_number=receipt
    )
    file_receipt(row.case, payment, what="加处罚款", proof=proof, actor=actor, at=at)
    if fulfil_if_settled(row, actor=actor, at=at) and not others_unpaid(row):
        move_case(row.case, "end_fulfilment", actor=actor, at=at)
    event = AdditionalFinePaid(row.decision.number, amount_fen, receipt, paid_on)
    announce(taken, event, actor=actor, at=at)
    return payment

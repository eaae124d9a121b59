"""Record a payment by the receipt of the collecting agent; the fine is settled when it is paid in full."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.base.models import Blob
from yangguang.cases.events.deciding import PaymentRecorded
from yangguang.cases.kinds.penalty.stages import BEFORE_DECISION
from yangguang.cases.kinds.register import main_flow
from yangguang.cases.models import Case, Decision, DecisionKind, DecisionStatus, Payment
from yangguang.cases.owing import additional_owed, unpaid_of
from yangguang.cases.use_cases import _execution, run_clocks
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases._receipts import file_receipt
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.money import in_figures
from yangguang.kernel.refusal import Refused

CLAUSE = "FCS-1997:8.1"


@transaction.atomic
def record_payment(
    *, case_id: int, amount_fen: int, paid_on: date, payee: str, receipt_number: str, actor: Account, at: Moment,
    decision_ref: str = "", proof: Blob | None = None, seen_version: int | None = None,
) -> Payment:  # fmt: skip
    """On the newest unpaid fine unless `decision_ref` names another. Raises Refused when the body collected itself,
    without a receipt number, twice for one receipt, or beyond the fine. The receipt is bound into the case file.
    """
    case = lock_case(case_id, seen_version=seen_version)
    decision = next((one for one in fines_of(case) if decision_ref in {"", one.public_id}), None)
    if decision is None:
        raise Refused("没有已经送达的罚款决定。", "APL-2021:67.3", field="decision_ref" if decision_ref else None)
    if not receipt_number.strip():
        raise Refused("请填写罚款收据编号。", CLAUSE, field="receipt_number")
    if decision.payments.filter(receipt_number=receipt_number.strip()).exists():
        raise Refused("这张罚款收据已经登记。", CLAUSE, field="receipt_number")
    if decision.served_on and paid_on < decision.served_on:
        raise Refused("缴款日期不能早于决定书送达日期。", "APL-2021:67.3", field="paid_on")
    if paid_on > at.day:
        raise Refused("缴款日期不能晚于登记日期。", "APL-2021:67.3", field="paid_on", remedy="请核对收据上的日期。")
    unpaid = unpaid_of(decision)
    if not 0 < amount_fen <= unpaid:
        raise Refused(f"金额应当大于零，不超过未缴的 {in_figures(unpaid)} 元。", CLAUSE, field="amount")
    in_full = amount_fen == unpaid
    remaking = case.status in BEFORE_DECISION  # the rest of a decision is paid while a part of it is made anew
    last = in_full and not remaking and not something_left(case, decision, on=at.day, payment=(paid_on, amount_fen))
    act = "record_full_payment" if last else "record_payment"
    taken = take(Taking(main_flow(case), case, act, actor, at, {"payee": payee}))
    payment = Payment.objects.create(
        case=case, decision=decision, amount_fen=amount_fen, paid_on=paid_on, payee=payee.strip(),
        receipt_number=receipt_number.strip(), proof=proof,
    )  # fmt: skip
    file_receipt(case, payment, what="罚款", proof=proof, actor=actor, at=at)
    if in_full:
        run_clocks.stop(case, "pay_by", on=at.day, event="缴清", about_ref=decision.public_id)
    _execution.payment_came(case, decision, actor=actor, at=at)
    announce(taken, PaymentRecorded(amount_fen, payment.receipt_number, in_full), actor=actor, at=at)
    return payment


def fines_of(case: Case) -> list[Decision]:
    """The served decisions with a fine, those not paid yet first, then the newest."""
    rows = case.decisions.filter(status=DecisionStatus.SERVED, fine_fen__gt=0).prefetch_related("payments")
    return sorted(rows.order_by("-pk"), key=lambda one: unpaid_of(one) == 0)


def something_left(case: Case, decision: Decision, *, on: date, payment: tuple[date, int]) -> bool:
    """After a payment in full another fine is open, another decision not served, or an additional fine unpaid."""
    others = case.decisions.exclude(pk=decision.pk).exclude(kind=DecisionKind.DISPOSITION).order_by("pk")
    waiting = any(one.status == DecisionStatus.DECIDED or _execution.is_open(one) for one in others)
    return waiting or bool(additional_owed(decision, on=on, more=[payment]))

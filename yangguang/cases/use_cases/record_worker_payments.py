"""Record what workers have been paid: part by part, each with its day and voucher."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from yangguang.base import ledger
from yangguang.cases.events.wages import WagesPaid
from yangguang.cases.kinds.labour.fulfilment import payable_of
from yangguang.cases.kinds.labour.queries import totals_of
from yangguang.cases.models import Case, RosterWorker, WorkerPayment
from yangguang.cases.use_cases._roster import locked_case
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.money import in_figures
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean


@dataclass(frozen=True)
class WagePayment:
    """One payment as entered."""

    worker_ref: str
    amount_fen: int
    paid_on: date | None
    voucher: str


@transaction.atomic
def record_worker_payments(*, case: Case, payments: Sequence[WagePayment], actor: Account, at: Moment) -> int:
    """Keep every payment or none; returns the sum. More than is owed, or a day in the future, is refused."""
    owner = locked_case(case, actor, "登记工资支付")
    if not payments:
        raise Refused("没有填写支付。", field="amount", remedy="请至少填写一笔。")
    keep_payments(owner, payments, actor, at)
    total = sum(p.amount_fen for p in payments)
    event = WagesPaid(len(payments), total, totals_of(owner).unpaid_fen)
    ledger.record(event, subject=owner.subject, actor=actor, at=at)
    return total


def keep_payments(case: Case, payments: Sequence[WagePayment], actor: Account, at: Moment) -> None:
    """Write the payments of an act that announces them itself (a check of an instruction or a disposition)."""
    if not payments:
        return
    refs = [payment.worker_ref for payment in payments]
    rows = (
        RosterWorker.objects.select_for_update().filter(case=case, public_id__in=refs, removed_on=None).order_by("pk")
    )
    workers, payable = {row.public_id: row for row in rows}, payable_of(case)
    kept = []
    for payment in payments:
        worker = workers.get(payment.worker_ref)
        if worker is None:
            raise Refused("名册中没有这名劳动者。", field="amount", remedy="请刷新名册后重新填写。")
        paid_on = _may_be_paid(worker, payment, payable[payment.worker_ref], at)
        kept.append(
            WorkerPayment(
                worker=worker, amount_fen=payment.amount_fen, paid_on=paid_on,
                voucher=clean(payment.voucher, label="支付凭证", most=120, least=1, field="voucher"),
                recorded_by_name=actor.actor_name, recorded_at=at.recorded_at,
            )
        )  # fmt: skip
        worker.paid_fen += payment.amount_fen
        payable[payment.worker_ref] -= payment.amount_fen
    WorkerPayment.objects.bulk_create(kept, batch_size=500)
    RosterWorker.objects.bulk_update(list(workers.values()), ["paid_fen"], batch_size=500)


def _may_be_paid(worker: RosterWorker, payment: WagePayment, most: int, at: Moment) -> date:
    """The day of the payment, once everything about it holds."""
    beside = f"wages_{worker.public_id}"  # the name of the worker's own field where payments are typed
    if payment.amount_fen <= 0:
        raise Refused(f"{worker.name}的支付金额应当大于零。", field=beside, remedy="请核对金额。")
    if payment.amount_fen > most:
        raise Refused(
            f"{worker.name}的支付金额多于尚欠的{in_figures(most)}元。", field=beside, remedy="请核对金额和凭证。"
        )
    if payment.paid_on is None:
        raise Refused("登记了支付的，应当填写支付日期。", field="paid_on", remedy="请填写支付日期。")
    if payment.paid_on > at.day:
        raise Refused(f"{worker.name}的支付日期晚于办理日期。", field="paid_on", remedy="请核对日期。")
    return payment.paid_on

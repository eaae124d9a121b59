"""Collect a fine on the spot (S06): in the three cases of the law, against a fiscal receipt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from yangguang.base.models import Blob
from yangguang.cases.events.summary import FineCollectedOnTheSpot
from yangguang.cases.kinds.summary.gates import fined_decision
from yangguang.cases.models import Case, CollectionGround, Decision, OnTheSpotCollection, Payment
from yangguang.cases.owing import fine_now
from yangguang.cases.rules.vouchers import RECEIPT
from yangguang.cases.use_cases import _execution, run_clocks
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases._on_the_spot import stepped, told
from yangguang.cases.use_cases._receipts import file_voucher
from yangguang.cases.use_cases.record_payment import something_left
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "APL-2021:68.1.1"


@dataclass(frozen=True)
class Collecting:
    """In which case, why, who asked, against which receipt; on the water, the day of coming ashore if it is known."""

    ground: str
    receipt_number: str
    reason: str = ""
    asked_by_party: bool = False
    afloat: bool = False
    ashore_on: date | None = None
    proof: Blob | None = None

    def as_given(self) -> dict[str, Any]:
        """What the gates ask about."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


@transaction.atomic
def collect_on_the_spot(
    *, case_id: int, collecting: Collecting, actor: Account, at: Moment, seen_version: int | None = None
) -> OnTheSpotCollection:
    """The whole fine as it stands, nothing else. The officer's two working days begin today, or on the day of coming ashore.
    The fiscal receipt is bound into the case file.
    """
    case = lock_case(case_id, seen_version=seen_version)
    decision = fined_decision(case)
    receipt = collecting.receipt_number.strip()
    if OnTheSpotCollection.objects.filter(receipt_number=receipt).exists():
        raise Refused("这张专用票据已经登记。", "APL-2021:70", field="receipt_number", remedy="请核对票据编号。")
    _may_be_ashore(collecting, at)
    paid = sum(one.amount_fen for one in decision.payments.all()) if decision else 0
    taken = stepped(case, "collect_on_the_spot", actor=actor, at=at, **collecting.as_given())
    if decision is None or paid:
        raise Refused("罚款已经缴纳一部分，不能当场收缴。", "APL-2021:67.2", remedy="请由当事人到代收机构缴清。")
    if something_left(case, decision, on=at.day, payment=(at.day, fine_now(decision))):
        raise Refused(
            "本案还有其他当事人的罚款，不能当场收缴。", "APL-2021:67.2", remedy="请由各当事人到代收机构缴纳。"
        )
    run_clocks.stop(case, "pay_by", on=at.day, event="当场收缴", about_ref=decision.public_id)
    row = _keep(case, decision, collecting, actor, at)
    file_voucher(row, RECEIPT, proof=collecting.proof, actor=actor, at=at)
    _execution.payment_came(case, decision, actor=actor, at=at)
    _run_from_ashore(case, collecting)
    label = CollectionGround(collecting.ground).label
    told(taken, FineCollectedOnTheSpot(row.amount_fen, label, receipt), actor=actor, at=at)
    return row


def _may_be_ashore(collecting: Collecting, at: Moment) -> None:
    if not collecting.afloat:
        return
    if collecting.ashore_on is None or collecting.ashore_on < at.day:
        raise Refused("在水上当场收缴的，请填写抵岸日期。", "APL-2021:71#officer", field="ashore_on",
                      remedy="交机关的期限自抵岸之日起计算。")  # fmt: skip


def _keep(case: Case, decision: Decision, collecting: Collecting, actor: Account, at: Moment) -> OnTheSpotCollection:
    receipt, amount = collecting.receipt_number.strip(), fine_now(decision)
    payment = Payment.objects.create(
        case=case, decision=decision, amount_fen=amount, paid_on=at.day, payee=f"{actor.name}（当场收缴）",
        receipt_number=receipt, proof=collecting.proof,
    )  # fmt: skip
    return OnTheSpotCollection.objects.create(
        case=case, payment=payment, ground=collecting.ground, reason=collecting.reason.strip(),
        asked_by_party=collecting.asked_by_party, ashore_on=collecting.ashore_on if collecting.afloat else None,
        amount_fen=amount, collected_on=at.day, receipt_number=receipt, collected_by_name=actor.name,
    )  # fmt: skip


def _run_from_ashore(case: Case, collecting: Collecting) -> None:
    """On the water the clock the step started begins on the day of coming ashore."""
    if not collecting.afloat or collecting.ashore_on is None:
        return
    run_clocks.begin_later(case, "remit_to_agency_by", on=collecting.ashore_on, event="抵岸")

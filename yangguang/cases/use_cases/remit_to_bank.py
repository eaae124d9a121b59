"""Pay a fine collected on the spot in at the bank (S08)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base.models import Blob
from yangguang.cases.events.summary import CollectedFineRemitted
from yangguang.cases.models import OnTheSpotCollection
from yangguang.cases.rules.vouchers import BANKED
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases._on_the_spot import stepped, told
from yangguang.cases.use_cases._receipts import file_voucher
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "APL-2021:71#body"


@transaction.atomic
def remit_to_bank(
    *, case_id: int, voucher: str, actor: Account, at: Moment, proof: Blob | None = None, overdue_reason: str = "",
    seen_version: int | None = None,
) -> OnTheSpotCollection:  # fmt: skip
    """Against the receipt of the bank. A late one says why. It is bound into the file."""
    case = lock_case(case_id, seen_version=seen_version)
    if not voucher.strip():
        raise Refused("请填写缴款回单编号。", CLAUSE, field="voucher")
    taken = stepped(case, "remit_to_bank", actor=actor, at=at, overdue_reason=overdue_reason)
    row = OnTheSpotCollection.objects.select_for_update().get(case=case)
    row.banked_on, row.bank_receipt_number = at.day, voucher.strip()
    row.save(update_fields=["banked_on", "bank_receipt_number"])
    file_voucher(row, BANKED, proof=proof, actor=actor, at=at)
    told(taken, CollectedFineRemitted("缴银行", row.bank_receipt_number, at.day), actor=actor, at=at)
    return row

"""Put a voucher into the file that was not at hand when the money or the things changed hands."""

from __future__ import annotations

from django.db import transaction

from yangguang.base.models import Blob
from yangguang.cases.events.fulfilling import VoucherSupplied
from yangguang.cases.kinds.register import main_flow
from yangguang.cases.models import Case, OnTheSpotCollection
from yangguang.cases.rules.vouchers import Voucher
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases._receipts import file_voucher, lay_behind, must_be_bindable
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.cases.vouchers import lacking_vouchers
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import Document

CLAUSE = "APL-2021:47"


@transaction.atomic
def supply_voucher(
    *, case_id: int, voucher: str, proof: Blob | None, actor: Account, at: Moment, seen_version: int | None = None
) -> Document:
    """Behind the paper that tells of it; where nobody made one yet, the paper is made. Raises Refused without a scan, for one
    no page can be made of, and for a voucher the file does not lack.
    """
    case = lock_case(case_id, seen_version=seen_version)
    wanted = next((one for one in lacking_vouchers(case) if one.ref == voucher), None)
    if not isinstance(proof, Blob):
        raise Refused("没有凭证存件。", CLAUSE, field="proof", remedy="请上传凭证的 PDF 或者照片。")
    must_be_bindable(proof, CLAUSE)
    taken = take(Taking(main_flow(case), case, "supply_voucher", actor, at))
    if wanted is None:
        raise Refused("案卷不缺这份凭证。", CLAUSE, field="voucher", remedy="请刷新页面后重新选择。")
    document = wanted.document or _made(case, wanted.voucher, proof, actor, at)
    if wanted.document is not None:
        lay_behind(document, proof, actor=actor, at=at)
    announce(taken, VoucherSupplied(wanted.title), actor=actor, at=at)
    return document


def _made(case: Case, voucher: Voucher | None, proof: Blob, actor: Account, at: Moment) -> Document:
    if voucher is None:
        raise LookupError("a voucher without a paper has its kind")
    return file_voucher(OnTheSpotCollection.objects.get(case=case), voucher, proof=proof, actor=actor, at=at)

"""Record that a party withdraws its request for a hearing."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases import standing
from yangguang.cases.events.hearing_parties import HearingRequestWithdrawn
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import HearingRequest, HearingStatus
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def withdraw_hearing_request(
    *, case_id: int, proof: str, actor: Account, at: Moment, request_ref: str = "", seen_version: int | None = None
) -> HearingRequest:
    """The window that was running runs on; a hearing nobody asks for any more is called off. The case waits on while
    another party's request stands. Raises Refused without the party's own words."""
    case = lock_case(case_id, seen_version=seen_version)
    pending = standing.pending_hearing_requests(case)
    request = next((one for one in pending if request_ref in {"", one.public_id}), None)
    if request is None:
        raise Refused("没有尚未撤回的听证申请。", "APL-2021:64.1.1")
    if not proof.strip():
        raise Refused("请写明撤回申请书或者笔录。", "APL-2021:64.1.1", field="proof")
    act = "withdraw_hearing_request" if len(pending) == 1 else "withdraw_one_of_several"
    taken = take(Taking(FLOWS["penalty"], case, act, actor, at))
    request.withdrawn_on = at.day
    request.save(update_fields=["withdrawn_on"])
    if request.hearing is not None and len(pending) == 1:
        request.hearing.status = HearingStatus.WITHDRAWN
        request.hearing.save(update_fields=["status"])
    announce(taken, HearingRequestWithdrawn(at.day), actor=actor, at=at)
    return request

"""Not take up a request for a hearing, with the reason: only one out of scope or too late (APL-2021:63.1)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases import standing
from yangguang.cases.events.hearings import HearingRefused
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.penalty.documents import hearing_papers
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import HearingRequest
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document

CLAUSE = "APL-2021:63.1"
NUMBER_KIND = "监听不受"


@transaction.atomic
def refuse_hearing(
    *, case_id: int, request_ref: str, reason: str, actor: Account, at: Moment, seen_version: int | None = None
) -> HearingRequest:
    """Raises Refused where the law gives the party its hearing: told of the right, and asked in time."""
    case = lock_case(case_id, seen_version=seen_version)
    pending = standing.pending_hearing_requests(case)
    request = next((one for one in pending if one.public_id == request_ref), None)
    if request is None:
        raise Refused("请选择听证申请。", CLAUSE, field="request_ref")
    if not reason.strip():
        raise Refused("不受理听证申请应当写明理由。", CLAUSE, field="reason")
    if request.notice.hearing_reasons and not _is_late(request):
        raise Refused("当事人依法要求听证的，应当组织听证。", CLAUSE, remedy="请通知听证。")
    keep_secret(case, {"reason": reason})
    act = "refuse_hearing" if len(pending) == 1 else "refuse_one_of_several"
    taken = take(Taking(FLOWS["penalty"], case, act, actor, at))
    request.refused_on, request.refusal = at.day, reason.strip()
    request.save(update_fields=["refused_on", "refusal"])
    sheet = hearing_papers.refusal(case, party=request.notice.party.name, reason=reason, dated_on=at.day)
    make_document(
        kind="hearing_refusal", title=hearing_papers.REFUSED, body=case.body, file_ref=case.public_id, dated_on=at.day,
        sheet=sheet, number_kind=NUMBER_KIND, actor=actor, at=at,
    )  # fmt: skip
    announce(taken, HearingRefused(request.refusal), actor=actor, at=at)
    return request


def _is_late(request: HearingRequest) -> bool:
    last = standing.window_last_day(request.notice, "request_hearing_by")
    return last is not None and (request.posted_on or request.asked_on) > last

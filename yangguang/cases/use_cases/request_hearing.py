"""Record a party's request for a hearing, or its withdrawal (APL-2021:64.1.1)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from yangguang.cases import standing
from yangguang.cases.events.hearing_parties import HearingRequested
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import HearingRequest, PriorNotice
from yangguang.cases.use_cases._agents import going_to_hearing
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "APL-2021:64.1.1"


@transaction.atomic
def request_hearing(
    *, case_id: int, notice_ref: str, actor: Account, at: Moment, posted_on: date | None = None,
    late_reason: str = "", agent_refs: Sequence[str] = (), seen_version: int | None = None,
) -> HearingRequest:  # fmt: skip
    """In time when made or posted within the window; later only with a good reason. It revives a waived right (PF-9).
    One made while a hearing is set joins it: the notice is served on that party as well.
    """
    case = lock_case(case_id, seen_version=seen_version)
    notice = PriorNotice.objects.filter(case=case, public_id=notice_ref, superseded_on=None).first()
    if notice is None or notice.served_on is None or at.day < notice.served_on:
        raise Refused("告知书还没有送达，听证申请期还没有开始。", CLAUSE, field="notice_ref")
    if not notice.hearing_told:
        raise Refused("本案不属于应当听证的范围，告知书没有告知听证权利。", "APL-2021:63.1")
    if posted_on is not None and not notice.served_on <= posted_on <= at.day:
        raise Refused("交邮日期应当在告知书送达以后、收到申请以前。", CLAUSE, field="posted_on", remedy="请核对邮戳。")
    last = standing.window_last_day(notice, "request_hearing_by")
    made_on = posted_on or at.day
    if last is not None and made_on > last and not late_reason.strip():
        raise Refused(
            "超过五个工作日申请听证的期限，且无正当理由。", CLAUSE, remedy="有正当理由的，请写明后提交。",
            field="late_request_reason",
        )  # fmt: skip
    agents = going_to_hearing(case, notice, agent_refs, at)
    taken = take(Taking(FLOWS["penalty"], case, "request_hearing", actor, at))
    request = HearingRequest.objects.create(
        case=case, notice=notice, asked_on=at.day, posted_on=posted_on, late_reason=late_reason.strip(),
        hearing=standing.hearing_set(case),
    )  # fmt: skip
    request.agents.set(agents)
    if notice.hearing_waived_on:
        notice.hearing_waived_on = None
        notice.save(update_fields=["hearing_waived_on"])
    announce(taken, HearingRequested(made_on), actor=actor, at=at)
    return request

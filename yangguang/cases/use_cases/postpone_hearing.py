"""Give a hearing another day for a good reason; everybody is told again (APL-2021:64.1.6)."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from yangguang.cases import standing
from yangguang.cases.events.hearings import HearingPostponed
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Hearing
from yangguang.cases.use_cases._hearing import announced, hearing_of_chair
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.notify_hearing import notice_of
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def postpone_hearing(
    *, case_id: int, set_for: datetime, place: str, reason: str, actor: Account, at: Moment,
    seen_version: int | None = None,
) -> Hearing:  # fmt: skip
    """The seven net working days run anew from the service of the new notice."""
    case = lock_case(case_id, seen_version=seen_version)
    hearing = hearing_of_chair(case, actor)
    if not reason.strip():
        raise Refused("延期听证应当有正当理由。", "APL-2021:64.1.6", field="reason")
    keep_secret(case, {"reason": reason})
    taken = take(Taking(FLOWS["penalty"], case, "postpone_hearing", actor, at, {"set_for": set_for}))
    hearing.postponements = [
        *hearing.postponements,
        {"from": hearing.set_for.isoformat(), "reason": reason.strip(), "on": at.day.isoformat()},
    ]
    hearing.set_for, hearing.place = set_for, place.strip() or hearing.place
    requests = standing.pending_hearing_requests(case)
    hearing.notice = notice_of(case, hearing, requests, actor=actor, at=at, postponed=reason)
    hearing.save()
    announced(hearing, actor=actor, at=at, postponed=True)
    event = HearingPostponed(hearing.notice.number, set_for, hearing.place, hearing.in_public)
    announce(taken, event, actor=actor, at=at)
    return hearing

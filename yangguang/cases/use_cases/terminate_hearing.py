"""End a hearing whose party stayed away or left without leave: the right counts as given up (APL-2021:64.1.6)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.hearings import HearingTerminated
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.penalty.documents import hearing_papers
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Hearing, HearingStatus
from yangguang.cases.use_cases._hearing import hearing_of_chair
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.clock import legal_day
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document

CLAUSE = "APL-2021:64.1.6"


@transaction.atomic
def terminate_hearing(
    *, case_id: int, reason: str, good_reason: bool, actor: Account, at: Moment, seen_version: int | None = None
) -> Hearing:
    """`reason`: who stayed away or left, and when. With a good reason of the party's it is postponed instead."""
    case = lock_case(case_id, seen_version=seen_version)
    hearing = hearing_of_chair(case, actor)
    if good_reason:
        raise Refused("当事人有正当理由，应当延期。", CLAUSE, field="good_reason", remedy="请办理延期听证。")
    if not reason.strip():
        raise Refused("终止听证应当写明缺席或者退场的事实。", CLAUSE, field="reason")
    if at.day < legal_day(hearing.set_for):
        raise Refused(
            "通知的听证时间还没有到。", CLAUSE, field="occurred_at", remedy="当事人书面撤回申请的，请登记撤回。"
        )
    keep_secret(case, {"reason": reason})
    taken = take(Taking(FLOWS["penalty"], case, "terminate_hearing", actor, at))
    hearing.status, hearing.ended_on = HearingStatus.TERMINATED, at.day
    hearing.termination_reason = reason.strip()
    hearing.record = make_document(
        kind="hearing_termination", title=hearing_papers.TERMINATED, body=case.body, file_ref=case.public_id,
        dated_on=at.day, sheet=hearing_papers.termination(case, hearing=hearing, reason=reason, dated_on=at.day),
        actor=actor, at=at,
    )  # fmt: skip
    hearing.save()
    announce(taken, HearingTerminated(hearing.termination_reason), actor=actor, at=at)
    return hearing

"""Decide about a requested recusal: the agency head's alone (APL-2021:43.3)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.investigating import RecusalDecided
from yangguang.cases.kinds.penalty.documents import recusal_decision
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Recusal
from yangguang.cases.policy import may_take
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account, Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document


@transaction.atomic
def decide_recusal(
    *, case_id: int, recusal_id: int, granted: bool, reason: str, actor: Account, at: Moment,
    seen_version: int | None = None,
) -> Recusal:  # fmt: skip
    """Grant or refuse, with a reason. A granted one closes the officer's gate; the unit head then replaces the officer."""
    case = lock_case(case_id, seen_version=seen_version)
    recusal = Recusal.objects.select_for_update().get(pk=recusal_id, case=case)
    if not may_take(actor, case, (Role.AGENCY_HEAD,)):
        raise Refused("回避由行政机关负责人决定。", "APL-2021:43.3", remedy="请提请机关负责人决定。")
    if recusal.granted is not None:
        raise Refused("这项回避申请已经决定。", "APL-2021:43.3")
    if at.day < recusal.requested_on:
        raise Refused("决定回避的日期不能早于申请的日期。", "APL-2021:43.3", field="occurred_at")
    if not reason.strip():
        raise Refused("请写明决定的理由。", "APL-2021:43.3", field="reason")
    taken = take(Taking(FLOWS["penalty"], case, "decide_recusal", actor, at))
    recusal.granted, recusal.decided_on = granted, at.day
    recusal.decision_reason, recusal.decided_by_name = reason.strip(), actor.name
    recusal.save()
    make_document(
        kind="recusal_decision", title=recusal_decision.TITLE, body=case.body, file_ref=case.public_id, dated_on=at.day,
        sheet=recusal_decision.sheet(case, recusal, dated_on=at.day), actor=actor, at=at,
    )  # fmt: skip
    announce(taken, RecusalDecided(recusal.officer.name, granted), actor=actor, at=at)
    return recusal

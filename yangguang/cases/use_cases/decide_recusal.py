"""Decide about a requested recusal: the agency head's alone (APL-2021:43.3)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Recusal, RecusalDecider, RecusedRole
from yangguang.cases.policy import may_take
from yangguang.cases.use_cases import _withdrawing
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases._withdrawing import CLAUSE
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account, Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def decide_recusal(
    *, case_id: int, recusal_id: int, granted: bool, reason: str, actor: Account, at: Moment, overdue_reason: str = "",
    seen_version: int | None = None,
) -> Recusal:  # fmt: skip
    """Grant or refuse, with a reason. Who has to withdraw leaves the case at once; the unit head replaces an officer."""
    case = lock_case(case_id, seen_version=seen_version)
    recusal = _withdrawing.waiting(case, recusal_id, reason=reason, at=at)
    if recusal.role == RecusedRole.AGENCY_HEAD:
        raise Refused(
            "机关负责人的回避不由机关负责人一人决定。",
            CLAUSE,
            field="recusal_id",
            remedy="请办理“登记机关负责人回避的决定”。",
        )
    if not may_take(actor, case, (Role.AGENCY_HEAD,)):
        raise Refused("回避由行政机关负责人决定。", CLAUSE, remedy="请提请机关负责人决定。")
    taken = take(Taking(FLOWS["penalty"], case, "decide_recusal", actor, at))
    recusal.granted, recusal.decision_reason = granted, reason.strip()
    recusal.decided_by, recusal.decided_by_name = RecusalDecider.HEAD, actor.name
    event = _withdrawing.settle(case, recusal, late=overdue_reason, actor=actor, at=at)
    announce(taken, event, actor=actor, at=at)
    return recusal

"""Record that a party asks an officer to withdraw, or that the officer declares an interest (APL-2021:43)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.investigating import RecusalRequested
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Recusal
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account, Officer
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def request_recusal(
    *, case_id: int, officer: Officer, by_officer: bool, reason: str, actor: Account, at: Moment,
    seen_version: int | None = None,
) -> Recusal:  # fmt: skip
    """An officer's own declaration stands at once; a party's request waits for the agency head and stops nothing."""
    case = lock_case(case_id, seen_version=seen_version)
    if not reason.strip():
        raise Refused("请写明利害关系或者申请理由。", "APL-2021:43.2", field="reason")
    taken = take(Taking(FLOWS["penalty"], case, "request_recusal", actor, at, {"officers": [officer]}))
    recusal = Recusal.objects.create(
        case=case, officer=officer, declared_by_officer=by_officer, reason=reason.strip(), requested_on=at.day,
        granted=True if by_officer else None, decided_on=at.day if by_officer else None,
    )  # fmt: skip
    announce(taken, RecusalRequested(officer.name, by_officer), actor=actor, at=at)
    return recusal

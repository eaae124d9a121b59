"""End an access: at its last day by itself, earlier by who asked for it (REC-15)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor, SystemActor
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.events.access import ACCESS, AccessClosed
from yangguang.records.models import IN_FORCE, AccessRequest, AccessState
from yangguang.records.policy import is_askers, stands
from yangguang.records.use_cases._access import lock_access

OVER = "调阅期已满"


@transaction.atomic
def close_access(*, access: AccessRequest, actor: Actor, at: Moment, reason: str = "") -> AccessRequest:
    """What was only asked for is taken back alike. Raises Refused for another person and for what has ended already."""
    locked = lock_access(access)
    by_clock = isinstance(actor, SystemActor)
    if by_clock and (locked.state not in IN_FORCE or stands(locked, at.day)):
        return locked
    if not by_clock and not is_askers(actor, locked):
        raise Refused("只有申请人可以结束自己的调阅。", ACCESS, remedy="收回调阅由批准人办理。")
    if locked.state not in {*IN_FORCE, AccessState.ASKED}:
        raise Refused("这一调阅已经结束。", ACCESS)
    locked.state, locked.ended_at = AccessState.CLOSED, at.recorded_at
    locked.end_reason = OVER if by_clock else (reason.strip()[:400] or "申请人结束调阅")
    locked.save(update_fields=["state", "ended_at", "end_reason"])
    ledger.record(AccessClosed(locked.number, locked.end_reason), subject=locked.subject, actor=actor, at=at)
    return locked

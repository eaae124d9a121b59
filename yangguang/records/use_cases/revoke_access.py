"""Take a granted access back before its last day (REC-15)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.records.events.access import ACCESS, AccessRevoked
from yangguang.records.models import IN_FORCE, AccessRequest, AccessState
from yangguang.records.use_cases._access import lock_access, must_decide


@transaction.atomic
def revoke_access(*, access: AccessRequest, reason: str, actor: Account, at: Moment) -> AccessRequest:
    """By whoever may grant it. Raises Refused without a reason and for what is not in force."""
    locked = lock_access(access)
    must_decide(locked, actor)
    if locked.state not in IN_FORCE:
        raise Refused("这一调阅不在有效期，不能收回。", ACCESS)
    words = clean(reason, label="收回理由", most=400, lines=True, field="reason")
    if not words:
        raise Refused("收回调阅应当写明理由。", ACCESS, field="reason")
    locked.state, locked.ended_at, locked.end_reason = AccessState.REVOKED, at.recorded_at, words
    locked.save(update_fields=["state", "ended_at", "end_reason"])
    ledger.record(AccessRevoked(locked.number, words), subject=locked.subject, actor=actor, at=at)
    return locked

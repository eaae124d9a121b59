"""Refuse an access with a reason; a supervisor's order only by the head, for a reason the law gives (REC-13, REC-16)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account, Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.records.events.access import ACCESS, SUPERVISION, AccessRefused
from yangguang.records.models import AccessGround, AccessRequest, AccessState
from yangguang.records.use_cases._access import lock_access, must_decide
from yangguang.records.use_cases.grant_access import DECIDED, decided


@transaction.atomic
def refuse_access(
    *, access: AccessRequest, reason: str, actor: Account, at: Moment, legal_reason: str = ""
) -> AccessRequest:
    """Raises Refused for the asker himself, without a reason, and for a supervisor's order without the head and the law."""
    locked = lock_access(access)
    must_decide(locked, actor)
    if locked.state != AccessState.ASKED:
        raise Refused(DECIDED, ACCESS)
    words = clean(reason, label="理由", most=400, lines=True, field="reason")
    if not words:
        raise Refused("不予批准应当写明理由。", ACCESS, field="reason")
    law = clean(legal_reason, label="法定理由", most=200, field="legal_reason")
    if locked.ground == AccessGround.SUPERVISION:
        if not actor.holds(Role.AGENCY_HEAD):
            raise Refused("监督机关调取，原则上不得拒绝。", SUPERVISION, remedy="确有法定理由的，报机关负责人决定。")
        if not law:
            raise Refused(
                "没有写明不予提供的法定理由。", SUPERVISION, field="legal_reason", remedy="请写明法律条文和事实。"
            )
    locked.legal_reason, locked.ended_at = law, at.recorded_at
    locked.save(update_fields=["legal_reason", "ended_at"])
    decided(locked, AccessState.REFUSED, words, actor, at)
    event = AccessRefused(locked.number, f"{words}{f'（{law}）' if law else ''}")
    ledger.record(event, subject=locked.subject, actor=actor, at=at)
    return locked

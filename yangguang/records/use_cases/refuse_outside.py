"""Refuse that something is given outside, with a reason (REC-17)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.records.events.outside import OUTSIDE, OutsideRefused
from yangguang.records.models import OutsideProvision, OutsideState
from yangguang.records.use_cases.approve_outside import decided, lock_to_decide


@transaction.atomic
def refuse_outside(*, provision: OutsideProvision, opinion: str, actor: Account, at: Moment) -> OutsideProvision:
    """Nothing goes out."""
    locked = lock_to_decide(provision, actor)
    words = clean(opinion, label="理由", most=400, lines=True, field="opinion")
    if not words:
        raise Refused("不予批准应当写明理由。", OUTSIDE, field="opinion")
    decided(locked, OutsideState.REFUSED, words, actor, at)
    ledger.record(OutsideRefused(locked.number, words), subject=locked.subject, actor=actor, at=at)
    return locked

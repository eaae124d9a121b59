"""Take a voice in hand: from then on one person deals with it and sees who wrote."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.voice.events import VoiceKept
from yangguang.voice.models import Voice
from yangguang.voice.policy import claim_fault, way_on
from yangguang.voice.use_cases._lock import lock_voice


@transaction.atomic
def keep_voice(*, voice_id: int, actor: Account, at: Moment) -> Voice:
    """Also from somebody who has it already, who is on leave perhaps; the ledger tells. Raises Refused for whom it is about."""
    voice = lock_voice(voice_id)
    if fault := claim_fault(actor, voice):
        raise Refused(fault, remedy=way_on(fault))
    if voice.keeper_id == actor.pk:
        raise Refused("您已经认领了这件来件。", remedy="请直接办理。")
    voice.keeper = actor
    voice.save(update_fields=["keeper"])
    ledger.record(VoiceKept(voice.receipt, voice.kind_words), subject=voice.subject, actor=actor, at=at)
    return voice

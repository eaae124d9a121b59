"""Turn a voice away on one of the grounds there are, with reasons, and say whom to turn to."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.voice import sealing
from yangguang.voice.events import VoiceRefused
from yangguang.voice.models import Voice, VoiceStatus
from yangguang.voice.queries import due_on
from yangguang.voice.rules.settling import CONFIDENTIAL, checked_refusal, clause_of, names_writer
from yangguang.voice.use_cases._lock import lock_kept_voice


@transaction.atomic
def refuse_voice(*, voice_id: int, ground: str, reason: str, to: str = "", actor: Account, at: Moment) -> Voice:
    """Keep ground and reasons for whoever holds the number. Raises Refused without either."""
    voice = lock_kept_voice(voice_id, actor)
    checked_refusal(kind=voice.kind, ground=ground, reason=reason, to=to)
    if names_writer(f"{reason}\n{to}", sealing.unseal(voice.sealed).words):
        raise Refused(
            "理由在公示网站凭查询号显示，不能写提出人的姓名、电话。",
            CONFIDENTIAL,
            field="reason",
            remedy="请删去后再办理。",
        )
    voice.status, voice.ground, voice.reply, voice.told_to = VoiceStatus.REFUSED, ground, reason.strip(), to.strip()
    voice.due_on, voice.settled_on, voice.settled_by_name = due_on(voice), at.day, actor.actor_name
    voice.save()
    event = VoiceRefused(voice.receipt, voice.kind_words, voice.get_ground_display(), clause_of(ground, voice.kind))
    ledger.record(event, subject=voice.subject, actor=actor, at=at)
    return voice

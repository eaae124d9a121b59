"""The supervising authority asks a body for an answer to a complaint about its officers or its decision."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.voice.events import VoicePressed
from yangguang.voice.models import Voice
from yangguang.voice.policy import supervises
from yangguang.voice.rules.settling import EXAMINE
from yangguang.voice.use_cases._lock import lock_voice


@transaction.atomic
def press_for_answer(*, voice_id: int, words: str, actor: Account, at: Moment) -> Voice:
    """The body sees it on the day's list. The supervisor changes nothing else of the complaint."""
    voice = lock_voice(voice_id)
    if not supervises(actor, voice):
        raise Refused("只有上级监督人员可以督促。", EXAMINE)
    if not words.strip():
        raise Refused("没有写明督促的要求。", EXAMINE, field="words")
    voice.pressed_on, voice.pressed_by_name, voice.pressed_words = at.day, actor.actor_name, words.strip()
    voice.save(update_fields=["pressed_on", "pressed_by_name", "pressed_words"])
    event = VoicePressed(voice.receipt, voice.kind_words, voice.pressed_words)
    ledger.record(event, subject=voice.subject, actor=actor, at=at)
    return voice

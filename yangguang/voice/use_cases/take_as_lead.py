"""Take a voice as a lead: registered as what people bring to the window is, and tied to what was sent in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from yangguang.base import ledger
from yangguang.cases.api import LABOUR_FIELD, Lead, verbs
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.voice.events import VoiceTaken
from yangguang.voice.models import VoiceStatus
from yangguang.voice.queries import due_on
from yangguang.voice.use_cases._lock import lock_kept_voice


@transaction.atomic
def take_as_lead(*, voice_id: int, entry: Mapping[str, Any], actor: Account, at: Moment) -> Lead:
    """The lead's term runs from when it was sent, whatever `at` says of that; its reason for being late is kept.

    Raises Refused for what is no matter of employers.
    """
    voice = lock_kept_voice(voice_id, actor)
    if voice.kind != "wages":
        raise Refused("只有投诉、举报用人单位的来件登记为线索。", "LSR-2004:9.1", remedy="请答复，或者转送有关机关。")
    area, now = actor.body.region_name, Moment.now()
    sent = Moment(voice.received_at, now.recorded_at, at.late_reason)
    lead = verbs.register_lead(field=LABOUR_FIELD, area=area, actor=actor, at=sent, **entry)
    voice.lead, voice.status, voice.due_on = lead, VoiceStatus.TAKEN, due_on(voice)
    voice.settled_on, voice.settled_by_name = now.day, actor.actor_name
    voice.save()
    ledger.record(VoiceTaken(voice.receipt, voice.kind_words, lead.number), subject=voice.subject, actor=actor, at=now)
    return lead

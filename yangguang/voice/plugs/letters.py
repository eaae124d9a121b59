"""What citizens sent in is taken over every minute; how far it is goes back to the public site, and the numbers with it."""

from __future__ import annotations

from dataclasses import asdict
from datetime import timedelta
from typing import Any

from yangguang.base.jobs import scheduled
from yangguang.base.outbox import listener
from yangguang.bulletin.api import voices
from yangguang.cases.events.labour import (
    ComplainantAnswered,
    ComplaintAccepted,
    CompletionAsked,
    CompletionRecorded,
    LeadMerged,
    LeadSettled,
)
from yangguang.voice import letter_box
from yangguang.voice.events import VoiceAnswered, VoiceMoved, VoiceReceived, VoiceRefused, VoiceTaken
from yangguang.voice.models import Voice, VoiceStatus
from yangguang.voice.queries import tallies, voices_of_leads
from yangguang.voice.standing import tell

OF_LEADS = (ComplainantAnswered, ComplaintAccepted, CompletionAsked, CompletionRecorded, LeadMerged, LeadSettled)


@scheduled("voice.collect", title="收取网上来件", every=timedelta(minutes=1))
def collect_voices() -> int:
    """How many came in."""
    return letter_box.collect()


@scheduled("voice.tell", title="来件办理情况和统计更新到公示网站", every=timedelta(hours=1))
def tell_as_of_today() -> int:
    """Those that go on as leads, and the numbers; how many changed."""
    going_on = Voice.objects.filter(status=VoiceStatus.TAKEN).select_related(
        "body", "lead__body", "lead__case", "lead__merged_into__case", "lead__complaint"
    )
    changed = sum(tell(voice) for voice in going_on.order_by("pk").iterator())
    return changed + voices.put_voice_counts([asdict(one) for one in tallies(Voice.objects.all())])


@listener(VoiceReceived, VoiceAnswered, VoiceRefused, VoiceMoved, VoiceTaken, name="voice.standing")
def voice_moved(entry: Any) -> None:
    """Say where it stands now; sent twice, it is kept once."""
    voice = Voice.objects.filter(public_id=entry.subject_ref).first()
    if voice is not None:
        tell(voice)


@listener(*OF_LEADS, name="voice.lead")
def lead_moved(entry: Any) -> None:
    """What became a lead is told as the lead goes on."""
    for voice in voices_of_leads([entry.subject_ref]):
        tell(voice)

"""How far a voice is, in words for whoever holds its number: nobody is named, nothing of it is repeated."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, timedelta

from django.conf import settings

from yangguang.bulletin.api import voices
from yangguang.cases.api import Lead, lead_ended_on, told_of_lead
from yangguang.kernel import clock
from yangguang.voice.models import Voice, VoiceStatus
from yangguang.voice.queries import tallies, term_of

TIP_OFF = {
    "reported": "已登记为线索，正在核查", "opened": "已立案，正在调查", "not_opened": "核查后不予立案",
    "transferred": "已移送有管辖权的机关", "merged": "已并入同一用人单位的线索，一并核查",
}  # fmt: skip
GONE_ON, CLOSED = frozenset({"opened", "merged"}), "已经办结"


def standing_of(voice: Voice) -> voices.VoiceStanding:
    """Stage, next step with its last day, and the answer."""
    body = voice.body.name
    if voice.status == VoiceStatus.TAKEN and voice.lead is not None:
        return _of_lead(voice, voice.lead)
    if voice.is_open:
        is_complaint = voice.kind == "wages" and not voice.is_tip_off
        term = term_of(voice)
        step = "决定是否受理" if is_complaint else "答复"
        return voices.VoiceStanding(body, "已收到，正在审查", step, term.due.day if term else None)
    day = voice.settled_on or clock.today()
    stage = "不予办理" if voice.status == VoiceStatus.REFUSED else "已答复"
    told = [voice.get_finding_display(), voice.get_ground_display(), voice.reply, voice.corrected]
    if voice.told_to:
        told.append(f"请向{voice.told_to}提出。")
    return voices.VoiceStanding(
        body, stage, reply="\n".join(filter(None, told)), answered_on=day, until=day + settings.VOICE_KEPT
    )


def _of_lead(voice: Voice, lead: Lead) -> voices.VoiceStanding:
    body = voice.body.name
    if not lead.is_complaint:
        over, stage = lead_ended_on(lead), TIP_OFF.get(lead.status, "正在核查")
        stage = CLOSED if over and lead.status in GONE_ON else stage
        return voices.VoiceStanding(body, stage, until=_later(over, settings.VOICE_KEPT))
    told = told_of_lead(lead)
    answered = lead.complaint.answered_on if lead.status == "answered" else None
    return voices.VoiceStanding(
        body, told.stage, f"{told.next_step}（受理编号{lead.number}）" if told.next_step else "", told.next_on,
        reply=lead.complaint.answer if answered else "", answered_on=answered,
        until=_later(told.until, settings.VOICE_KEPT - settings.PROGRESS_KEPT),
    )  # fmt: skip


def _later(day: date | None, by: timedelta) -> date | None:
    return day + by if day else None


def tell(voice: Voice) -> bool:
    """Put it where whoever wrote may ask; whether anything differed."""
    return voices.put_voice_standing(voice.receipt, standing_of(voice))


def tell_all() -> int:
    """Those that go on as leads, and the numbers, as of today; how many changed."""
    going_on = Voice.objects.filter(status=VoiceStatus.TAKEN).select_related(
        "body", "lead__body", "lead__case", "lead__merged_into__case", "lead__complaint"
    )
    changed = sum(tell(voice) for voice in going_on.order_by("pk").iterator())
    return changed + voices.put_voice_counts([asdict(one) for one in tallies(Voice.objects.all())])

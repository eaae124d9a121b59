"""Answer a voice: what was found, and what was put right."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.voice import sealing
from yangguang.voice.events import VoiceAnswered
from yangguang.voice.models import Finding, Voice, VoiceStatus
from yangguang.voice.queries import due_on
from yangguang.voice.rules.settling import ACCEPT, CONFIDENTIAL, checked_answer, names_writer
from yangguang.voice.use_cases._lock import lock_kept_voice


@transaction.atomic
def answer_voice(
    *, voice_id: int, reply: str, finding: str = "", corrected: str = "", actor: Account, at: Moment
) -> Voice:
    """Keep the answer and let whoever holds the number read it. Raises Refused when it names who wrote, or says too little."""
    voice = lock_kept_voice(voice_id, actor)
    if voice.kind == "wages" and not voice.is_tip_off:
        raise Refused(
            "投诉应当受理或者书面不予受理，不能只作答复。", ACCEPT,
            remedy="请登记为线索后办理；不归本机关管的，转送或者告知。",
        )  # fmt: skip
    found = finding if voice.is_conduct and finding in Finding.values else ""
    checked_answer(kind=voice.kind, reply=reply, finding=found, corrected=corrected)
    if names_writer(f"{reply}\n{corrected}", sealing.unseal(voice.sealed).words):
        raise Refused(
            "答复在公示网站凭查询号显示，不能写提出人的姓名、电话。",
            CONFIDENTIAL,
            field="reply",
            remedy="请删去后再答复。",
        )
    voice.status, voice.reply, voice.finding, voice.corrected = (
        VoiceStatus.ANSWERED,
        reply.strip(),
        found,
        corrected.strip(),
    )
    voice.due_on, voice.settled_on, voice.settled_by_name = due_on(voice), at.day, actor.actor_name
    voice.save()
    event = VoiceAnswered(voice.receipt, voice.kind_words, voice.get_finding_display(), voice.due_on)
    ledger.record(event, subject=voice.subject, actor=actor, at=at)
    return voice

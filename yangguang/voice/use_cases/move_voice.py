"""Send a voice on to the body it belongs to (保障农民工工资支付条例10): nothing is written twice, its day stays."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account, Body
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.voice import sealing
from yangguang.voice.events import VoiceMoved
from yangguang.voice.models import Voice
from yangguang.voice.policy import NOT_YOURS, may_move, may_see_writer
from yangguang.voice.rules.settling import CONFIDENTIAL, FORWARD, SENT_ON, names_writer
from yangguang.voice.use_cases._lock import lock_voice


@transaction.atomic
def move_voice(*, voice_id: int, to: Body, reason: str, actor: Account, at: Moment) -> Voice:
    """The other body deals with it from now on; both records tell it. Its term runs on from the day it was sent."""
    voice = lock_voice(voice_id)
    if not may_move(actor, voice):
        raise Refused(NOT_YOURS, remedy="请先认领，再转送。")
    if to.pk == voice.body_id:
        raise Refused("来件已经在这个机关。", field="to", remedy="请选择另一个机关。")
    if not reason.strip():
        raise Refused("转送应当说明理由。", FORWARD, field="reason")
    if not may_see_writer(actor, voice):
        _is_one_of_the_list(reason)
    elif names_writer(reason, sealing.unseal(voice.sealed).words):
        raise Refused(
            "理由记入两个机关的记录，不能写提出人的姓名、电话。",
            CONFIDENTIAL,
            field="reason",
            remedy="请删去后再转送。",
        )
    event = VoiceMoved(voice.receipt, voice.kind_words, voice.body.name, to.name, reason.strip())
    ledger.record(event, subject=voice.subject, actor=actor, at=at)
    voice.body, voice.keeper = to, None
    voice.save(update_fields=["body", "keeper"])
    ledger.record(event, subject=voice.subject, actor=actor, at=at)
    return voice


def _is_one_of_the_list(reason: str) -> None:
    """Who may not know who wrote picks a reason: a refusal of free words would tell whether a name was guessed right."""
    if reason.strip() not in SENT_ON:
        raise Refused("请从列表中选择转送的理由。", FORWARD, field="reason", remedy="请选择后再转送。")

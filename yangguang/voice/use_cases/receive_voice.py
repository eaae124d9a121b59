"""Receive a voice that came in by the public site: once, however often it is sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction

from yangguang.base import ledger, vault
from yangguang.base.events import Actor, SystemActor
from yangguang.bulletin.api import VoiceKind
from yangguang.directory.api import Body, Officer, body_that_answers
from yangguang.disclosure.api import Publication
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.voice.complained_of import officer_named
from yangguang.voice.events import VoiceReceived
from yangguang.voice.models import Voice, VoiceFile
from yangguang.voice.rules.told import MOST_AMOUNT, MOST_WORKERS, count_of, day_of, person_of, texts_of
from yangguang.voice.sealing import seal

KINDS = ("image/jpeg", "image/png", "application/pdf")
NAME, MOST_OF_A_NAME = 80, 800


@transaction.atomic
def receive_voice(
    *, receipt: str, kind: str, body_ref: str, told: Mapping[str, Any], files: Sequence[tuple[str, bytes]],
    received_at: datetime, actor: Actor, at: Moment,
) -> Voice:  # fmt: skip
    """Keep what was written and enclosed. What is too long or hostile is refused here as well as at the door."""
    addressed = Body.objects.filter(public_id=body_ref).first()
    if not isinstance(actor, SystemActor) or addressed is None or kind not in VoiceKind.values:
        raise Refused("没有这个机关，或者没有这一类来件。")
    if known := Voice.objects.filter(receipt=receipt).first():
        return known
    if len(files) > settings.VOICE_FILES:
        raise Refused(f"附件最多{settings.VOICE_FILES}个。")
    texts = texts_of(told)
    texts["requests"] = texts["requests"] or texts.pop("wanted")
    texts.pop("wanted", None)
    is_conduct = kind == VoiceKind.CONDUCT
    officer = Officer.objects.filter(public_id=str(told.get("officer_ref") or "")).first() if is_conduct else None
    if is_conduct and officer is None:
        officer = officer_named(texts["about_name"])
    publication = (
        Publication.objects.filter(notice_ref=str(told.get("notice_ref") or "?")).first() if is_conduct else None
    )
    voice = Voice.objects.create(
        receipt=receipt, kind=kind, addressed_to=addressed, officer=officer,
        body=body_that_answers(addressed, clock.today()) if is_conduct else addressed, publication=publication,
        decision=publication.decision if publication else None, is_tip_off=told.get("side") == "tip_off",
        workers_count=count_of(told, "workers_count", MOST_WORKERS), amount_fen=count_of(told, "amount", MOST_AMOUNT),
        began_on=day_of(told, "began_on"), ended_on=day_of(told, "ended_on"), sealed=seal(person_of(told)),
        received_at=received_at, **texts,
    )  # fmt: skip
    for position, (given, content) in enumerate(files):
        name = clean(given, label="附件名称", most=MOST_OF_A_NAME, emoji=True)
        blob = vault.store_upload(content, name=name, kinds=KINDS, limit=settings.VOICE_FILE_BYTES)
        VoiceFile.objects.create(voice=voice, position=position, name=name[-NAME:], blob=blob)
    ledger.record(VoiceReceived(receipt, voice.kind_words, len(files)), subject=voice.subject, actor=actor, at=at)
    return voice

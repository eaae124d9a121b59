"""The box for voices: written and asked by the public site, emptied and answered by the desk's jobs.

What is written and enclosed is sealed before it touches this store. Who may ask how far it is holds the receipt number and
either the code that was given out with it or the last digits of the telephone; here only marks of those are kept.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from yangguang.base.purpose_keys import mark_for
from yangguang.bulletin.models import LetterKey, PublicBody, PublicVoice, PublicVoiceCount, PublicVoiceFile
from yangguang.bulletin.progress import not_asked_too_often, tail_of
from yangguang.kernel import chance, clock, letters
from yangguang.kernel.refusal import Refused

RECEIPT = 12  # characters: sixty bits, not to be guessed
CODE = 6  # digits
PURPOSE = b"yangguang.bulletin.voices"
REMEDY = "您填写的内容都在本页。请过一会儿再提交，或者打电话、到窗口提出。"
SENT, NEXT = "已提交，等待机关收取", "机关收取"


@dataclass(frozen=True)
class Enclosed:
    """One file somebody sends along."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Posted:
    """What whoever wrote takes home."""

    receipt: str
    code: str
    received_at: datetime


@dataclass(frozen=True)
class VoiceStanding:
    """How far a voice is, for whoever may ask: who deals with it, the stage, what comes next, the answer."""

    body_name: str
    stage: str
    next_step: str = ""
    next_on: date | None = None
    reply: str = ""
    answered_on: date | None = None
    until: date | None = None


def post_voice(
    kind: str, body: PublicBody, *, slip: str, told: Mapping[str, object], files: Sequence[Enclosed], sender: str
) -> Posted:
    """Seal and keep it. The same slip twice is the same voice, with the same code. Raises Refused when too much comes."""
    known = PublicVoice.objects.filter(slip=slip).first()
    if known is None:
        known = _kept(kind, body, slip, told, files, sender)
    return Posted(known.receipt, code_of(slip), known.received_at)


def _kept(
    kind: str, body: PublicBody, slip: str, told: Mapping[str, object], files: Sequence[Enclosed], sender: str
) -> PublicVoice:
    key, sender_mark = LetterKey.objects.first(), _mark("sender", f"{clock.today()} {sender}")[:32]
    if key is None:
        raise Refused("现在不能在网上提交。", remedy=REMEDY)
    _not_too_many(body, sender_mark)
    receipt = chance.public_id()[:RECEIPT]
    tail = tail_of(str(told.get("phone", "")))
    names = [one.name for one in files]
    voice = PublicVoice(
        receipt=receipt, slip=slip, kind=kind, body_ref=body.ref, body_name=body.name, sender_mark=sender_mark,
        code_mark=_mark(receipt, code_of(slip)), tail_mark=_mark(receipt, tail) if tail else "", received_at=clock.now(),
        sealed=letters.seal(json.dumps({**told, "files": names}, ensure_ascii=False), to=key.public),
        stage=SENT, next_step=NEXT,
    )  # fmt: skip
    try:
        with transaction.atomic(using=settings.INBOX_STORE):
            voice.save(force_insert=True)
            for position, one in enumerate(files):
                sealed = letters.seal_bytes(one.content, to=key.public)
                PublicVoiceFile.objects.create(voice=voice, position=position, sealed=sealed)
    except IntegrityError:  # the same slip came twice at once
        return PublicVoice.objects.get(slip=slip)
    return voice


def code_of(slip: str) -> str:
    """The code that goes with a slip: the same whenever the form is sent again, known to nobody who reads this store."""
    return f"{int(_mark('code', slip), 16) % 10**CODE:0{CODE}d}"


def ask_voice(receipt: str, proof: str, *, sender: str) -> PublicVoice | None:
    """How far a voice is, or None, whatever of it was wrong. Raises Refused when too much is asked, known or not."""
    typed = "".join(sign for sign in receipt.lower() if sign.isalnum())[:RECEIPT]
    not_asked_too_often(f"voice {typed}", sender=sender)
    found = PublicVoice.objects.filter(receipt=typed).first()
    mark = _mark(typed, proof)
    held = (found.code_mark, found.tail_mark) if found else (_mark("nobody", ""), "")
    fits = [hmac.compare_digest(mark, one) for one in held]
    over = found is not None and found.until is not None and clock.today() > found.until
    return found if found is not None and any(fits) and not over else None


def waiting_voices() -> QuerySet[PublicVoice]:
    """What the desk has not taken yet, the oldest first."""
    return PublicVoice.objects.filter(taken=False).order_by("pk")


def voice_taken(receipt: str) -> None:
    """The desk has it: here nothing of what was written is left."""
    with transaction.atomic(using=settings.INBOX_STORE):
        PublicVoiceFile.objects.filter(voice__receipt=receipt).delete()
        PublicVoice.objects.filter(receipt=receipt).update(taken=True, sealed="")


def put_voice_standing(receipt: str, standing: VoiceStanding) -> bool:
    """How far it is now; whether anything differed."""
    values = asdict(standing)
    same = PublicVoice.objects.filter(receipt=receipt, **values).exists()
    return not same and bool(PublicVoice.objects.filter(receipt=receipt).update(**values))


@transaction.atomic(using="public")
def put_voice_counts(rows: Collection[Mapping[str, object]]) -> bool:
    """The numbers as of today in the place of those before; whether they differ."""
    new = [PublicVoiceCount(updated_on=clock.today(), **row) for row in rows]  # type: ignore[misc]
    if [_numbers(one) for one in PublicVoiceCount.objects.order_by("pk")] == [_numbers(one) for one in new]:
        return False
    PublicVoiceCount.objects.all().delete()
    PublicVoiceCount.objects.bulk_create(new)
    return True


def voice_counts() -> QuerySet[PublicVoiceCount]:
    """The numbers as the public reads them."""
    return PublicVoiceCount.objects.order_by("pk")


def forget_voices() -> int:
    """What may not be asked any more is forgotten, and the marks of senders that count no longer; how many."""
    over, _ = PublicVoice.objects.filter(until__lt=clock.today()).delete()
    old = PublicVoice.objects.filter(received_at__lt=clock.now() - settings.VOICES_PERIOD).exclude(sender_mark="")
    return over + old.update(sender_mark="")


def _numbers(one: PublicVoiceCount) -> tuple[object, ...]:
    return (one.body_ref, one.body_name, one.kind, one.received, one.settled, one.with_term, one.in_time)


def _not_too_many(body: PublicBody, sender_mark: str) -> None:
    lately = PublicVoice.objects.filter(received_at__gte=clock.now() - settings.VOICES_PERIOD)
    if lately.filter(sender_mark=sender_mark).count() >= settings.VOICES_FROM_ONE_ADDRESS:
        raise Refused("从您这里提交得太多了。", remedy=REMEDY)
    if lately.filter(body_ref=body.ref).count() >= settings.VOICES_TO_ONE_BODY:
        raise Refused("这个机关刚才收到的来件太多。", remedy=REMEDY)
    if waiting_voices().count() >= settings.VOICES_WAITING_AT_MOST:
        raise Refused("现在提交的人太多。", remedy=REMEDY)


def _mark(*parts: str) -> str:
    return mark_for(PURPOSE, "\n".join(parts))

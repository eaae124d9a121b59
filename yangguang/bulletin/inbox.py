"""The box for what citizens send in: written by the public site, emptied by the agency's job, answered through here."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Protocol

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from yangguang.base.purpose_keys import mark_for
from yangguang.bulletin.models import Letter, LetterKey, LetterStatus
from yangguang.kernel import chance, clock, letters
from yangguang.kernel.refusal import Refused

REPAIR = "credit_repair"  # what a letter says it is about; an objection says nothing
CAPACITY = 12  # characters of a receipt: sixty bits, not to be guessed
PURPOSE = b"yangguang.bulletin.letters"
REMEDY = "请过一会儿再提交，或者按本页的地址、电话向机关提出。"


class Addressed(Protocol):
    """What a letter is about: a decision, or anything else public."""

    @property
    def ref(self) -> str: ...
    @property
    def number(self) -> str: ...
    @property
    def body_ref(self) -> str: ...
    @property
    def body_name(self) -> str: ...


def put_letter_key(public: str) -> None:
    """Say for whom letters are to be sealed."""
    if not LetterKey.objects.filter(public=public).exists():
        LetterKey.objects.update_or_create(pk=1, defaults={"public": public, "put_at": clock.now()})


def open_for_letters() -> bool:
    """Whether the agency has put its key here, so that something can be sent to it."""
    return LetterKey.objects.exists()


def post_letter(about: Addressed, *, slip: str, told: Mapping[str, str], sender: str) -> Letter:
    """Seal what was written and keep it. The same slip twice is the same letter. Raises Refused when too much comes."""
    if known := Letter.objects.filter(slip=slip).first():
        return known
    key, mark = LetterKey.objects.first(), _mark(sender)
    if key is None:
        raise Refused("现在不能在网上提交。", remedy=REMEDY)
    _not_too_many(about.ref, mark)
    letter = Letter(
        receipt=chance.public_id()[:CAPACITY], slip=slip, notice_ref=about.ref, number=about.number,
        body_ref=about.body_ref, body_name=about.body_name, sender_mark=mark, received_at=clock.now(),
        sealed=letters.seal(json.dumps(dict(told), ensure_ascii=False), to=key.public),
    )  # fmt: skip
    try:
        with transaction.atomic(using=settings.INBOX_STORE):
            letter.save(force_insert=True)
    except IntegrityError:  # the same slip came twice at once
        return Letter.objects.get(slip=slip)
    return letter


def letter_by_receipt(typed: str) -> Letter | None:
    """The letter somebody holds the receipt of; blanks and hyphens do not matter."""
    receipt = "".join(sign for sign in typed.lower() if sign.isalnum())
    return Letter.objects.filter(receipt=receipt).first() if len(receipt) == CAPACITY else None


def waiting_letters() -> QuerySet[Letter]:
    """What the desk has not taken yet, the oldest first."""
    return Letter.objects.filter(status=LetterStatus.RECEIVED).order_by("pk")


def letter_taken(receipt: str) -> None:
    """The desk has it: here nothing is left of it."""
    Letter.objects.filter(receipt=receipt, status=LetterStatus.RECEIVED).update(status=LetterStatus.IN_HAND, sealed="")


def put_due_day(receipt: str, due_on: date) -> bool:
    """Until when the agency is to answer, for whoever holds the receipt; whether that changed."""
    open_ones = Letter.objects.filter(receipt=receipt, answered_on=None).exclude(due_on=due_on)
    return bool(open_ones.update(due_on=due_on))


def put_reply(receipt: str, *, outcome: str, reply: str, on: date) -> None:
    """The answer, for whoever holds the receipt."""
    Letter.objects.filter(receipt=receipt).update(
        status=LetterStatus.ANSWERED, outcome=outcome, reply=reply, answered_on=on, sealed=""
    )


def forget_senders() -> int:
    """Marks of senders are kept as long as they count; how many were wiped."""
    over = Letter.objects.filter(received_at__lt=clock.now() - settings.LETTERS_PERIOD).exclude(sender_mark="")
    return over.update(sender_mark="")


def _not_too_many(ref: str, mark: str) -> None:
    lately = Letter.objects.filter(received_at__gte=clock.now() - settings.LETTERS_PERIOD)
    if lately.filter(sender_mark=mark).count() >= settings.LETTERS_FROM_ONE_ADDRESS:
        raise Refused("您提交得太多了。", remedy=REMEDY)
    if lately.filter(notice_ref=ref).count() >= settings.LETTERS_ABOUT_ONE_PAGE:
        raise Refused("这一份公开信息刚才收到的申请太多。", remedy=REMEDY)
    if waiting_letters().count() >= settings.LETTERS_WAITING_AT_MOST:
        raise Refused("现在提交的人太多。", remedy=REMEDY)


def _mark(sender: str) -> str:
    """One address of one day, so that it can be counted and nobody can tell which it was."""
    return mark_for(PURPOSE, f"{clock.today()} {sender}", size=16)

"""Progress of complaints in the public store: put under a mark, asked for with a number and a telephone tail (D11).

A mark is a keyed digest: whoever reads this store learns neither a number nor a telephone, and a wrong number and a wrong
tail take the same way and get the same answer.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date

from django.conf import settings
from django.db import transaction
from django.db.models import Count, Q

from yangguang.base.search import normalised
from yangguang.bulletin.models import ProgressAsk, PublicProgress
from yangguang.kernel import clock
from yangguang.kernel.refusal import Refused

STORE = "public"
TAIL = 4  # digits of the telephone


@dataclass(frozen=True)
class Progress:
    """What is told of a complaint, and nothing else."""

    stage: str
    contact: str
    next_step: str = ""
    next_on: date | None = None
    until: date | None = None


def tail_of(phone: str) -> str:
    """The last digits of a telephone number; empty when it has too few."""
    digits = "".join(sign for sign in phone if sign.isascii() and sign.isdigit())
    return digits[-TAIL:] if len(digits) > TAIL else ""


@transaction.atomic(using=STORE)
def put_progress(number: str, tails: Collection[str], told: Progress) -> bool:
    """Where a complaint stands, for each telephone it was made with; whether anything differed. No telephone, nothing to ask with."""
    complaint = _mark(number)
    marks = {_mark(number, tail) for tail in tails if tail}
    held = PublicProgress.objects.filter(complaint_mark=complaint)
    gone, _ = held.exclude(mark__in=marks).delete()
    values = asdict(told)
    same = set(held.filter(**values).values_list("mark", flat=True))
    for mark in sorted(marks - same):
        rest = values | {"complaint_mark": complaint, "updated_on": clock.today()}
        PublicProgress.objects.update_or_create(mark=mark, defaults=rest)
    return bool(gone or marks - same)


def ask_progress(number: str, tail: str, *, sender: str) -> PublicProgress | None:
    """Where a complaint stands, or None, whatever of it was wrong. Raises Refused when too much is asked, known or not."""
    not_asked_too_often(number, sender=sender)
    found = PublicProgress.objects.filter(mark=_mark(number, tail)).first()
    return found if found and (found.until is None or clock.today() <= found.until) else None


def not_asked_too_often(number: str, *, sender: str) -> None:
    """Count that somebody asks about a number. Raises Refused when too much is asked, known or not."""
    if not settings.PROGRESS_KEY:  # a public site that was not given the key
        raise Refused("现在不能在网上查询。", remedy="请打电话或者到窗口询问。")
    since = clock.now() - settings.PROGRESS_PERIOD
    number_mark, sender_mark = _mark(number), _mark(f"{clock.today()} {sender}")[:32]
    asked = ProgressAsk.objects.create(sender_mark=sender_mark, number_mark=number_mark, asked_at=clock.now())
    lately = ProgressAsk.objects.filter(asked_at__gte=since, pk__lte=asked.pk)  # put down first: two at once both count
    alike = lately.filter(Q(sender_mark=sender_mark) | Q(number_mark=number_mark))
    counted = alike.aggregate(
        here=Count("pk", filter=Q(sender_mark=sender_mark)), about=Count("pk", filter=Q(number_mark=number_mark)),
        both=Count("pk", filter=Q(sender_mark=sender_mark, number_mark=number_mark)),
    )  # fmt: skip
    most = {
        "here": settings.PROGRESS_FROM_ONE_ADDRESS, "about": settings.PROGRESS_ABOUT_ONE_NUMBER,
        "both": settings.PROGRESS_ABOUT_ONE_NUMBER_FROM_ONE_ADDRESS,
    }  # fmt: skip
    if any(counted[name] > limit for name, limit in most.items()):
        asked.delete()
        raise Refused("查询得太多了。", remedy="请明天再查，或者打电话、到窗口询问。")


def forget_progress() -> int:
    """What may not be asked any more, and who asked, are forgotten; how many."""
    over, _ = PublicProgress.objects.filter(until__lt=clock.today()).delete()
    return over + forget_asks()


def forget_asks() -> int:
    """Who asked is kept as long as it counts; how many were forgotten."""
    asks, _ = ProgressAsk.objects.filter(asked_at__lt=clock.now() - settings.PROGRESS_PERIOD).delete()
    return asks


def _mark(number: str, tail: str = "") -> str:
    key = bytes.fromhex(settings.PROGRESS_KEY)
    return hashlib.blake2b(f"{normalised(number)}\n{tail}".encode(), key=key, digest_size=32).hexdigest()

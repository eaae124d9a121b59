"""What a mailbox is told in its mail of the day: what came, was put right or taken back since the last one.

A mail says number, body, kind and where to read; never a name or a word of the content, which would stay in mailboxes after
it was taken down. What was taken down before the mail is not told; what was told and is withdrawn since is told next time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Count, Max, Q, QuerySet

from yangguang.base.search import normalised
from yangguang.bulletin.models import Notice, NoticeStatus, Subscriber, Subscription, ToldNotice
from yangguang.bulletin.queries import standing_notices
from yangguang.kernel import clock

STORE = settings.INBOX_STORE  # where mailboxes lie; notices may lie in another database, so no question joins the two
FELL = "撤回"
OVERLAP = timedelta(
    minutes=30
)  # two acts may be kept in another order than they happened; what was told is known anyway
PAUSES = (300, 1800, 3600, 14400)  # seconds before a mail that did not go out is tried again
NOT_A_MAILBOX = 3  # refusals in a row of the address itself, and it is forgotten


@dataclass(frozen=True)
class Line:
    """One notice of a mail: what happened to it, and the notice."""

    what: str
    notice: Notice


@dataclass(frozen=True)
class Digest:
    """What one mailbox is told; `more` is how many further ones stand on the site."""

    subscriber: Subscriber
    lines: Sequence[Line]
    more: int
    until: datetime


def due_subscribers(most: int) -> QuerySet[Subscriber]:
    """Mailboxes whose mail of the day is to be written."""
    return Subscriber.objects.filter(next_mail_at__lte=clock.now()).order_by("next_mail_at", "pk")[:most]


def claimed(subscriber: Subscriber, *, until: datetime) -> bool:
    """Whether this process writes the mail; another one that asks at the same moment does not."""
    mine = Subscriber.objects.filter(pk=subscriber.pk, next_mail_at=subscriber.next_mail_at)
    return bool(mine.update(next_mail_at=until))


def digest_for(subscriber: Subscriber) -> Digest:
    """What a mailbox is to be told now; no lines when nothing happened."""
    now = clock.now()
    wanted = list(subscriber.subscriptions.exclude(confirmed_at=None).order_by("pk"))
    told = dict(subscriber.told.values_list("notice_ref", "changed_at"))
    fresh = [
        Line("更正" if one.status == NoticeStatus.CORRECTED else "更新" if one.ref in told else "公开", one)
        for one in _changed(subscriber, wanted)
        if told.get(one.ref) is None or told[one.ref] < one.changed_at
    ]
    fell = Notice.objects.filter(ref__in=told, status=NoticeStatus.WITHDRAWN).order_by("-changed_at", "-pk")
    lines = [*(Line(FELL, one) for one in fell), *fresh]
    most = max(settings.LINES_OF_A_DIGEST, len(lines) - len(fresh))
    return Digest(subscriber, lines[:most], len(lines[most:]), now)


@transaction.atomic(using=STORE)
def digest_was_told(digest: Digest) -> None:
    """Remember what went out, so that it is told once; what fell is not kept any longer. Who left meanwhile stays away."""
    subscriber = Subscriber.objects.select_for_update().filter(pk=digest.subscriber.pk).first()
    if subscriber is None:
        return
    told = {line.notice.ref: line.notice.changed_at for line in digest.lines}
    fell = {line.notice.ref for line in digest.lines if line.what == FELL}
    subscriber.told.filter(notice_ref__in=told).delete()
    ToldNotice.objects.bulk_create(
        ToldNotice(subscriber=subscriber, notice_ref=ref, changed_at=at) for ref, at in told.items() if ref not in fell
    )
    ended = (NoticeStatus.EXPIRED, NoticeStatus.REPAIRED)
    refs = list(subscriber.told.values_list("notice_ref", flat=True))
    over = list(Notice.objects.filter(ref__in=refs, status__in=ended).values_list("ref", flat=True))
    subscriber.told.filter(notice_ref__in=over).delete()
    subscriber.told_until, subscriber.next_mail_at = digest.until, next_morning()
    subscriber.attempts, subscriber.last_error = 0, ""
    if digest.lines:
        subscriber.mailed_at = digest.until
    subscriber.save()


@transaction.atomic(using=STORE)
def digest_failed(subscriber_id: int, reason: str, *, refused: bool) -> None:
    """Try again later; an address that is refused again and again is forgotten."""
    subscriber = Subscriber.objects.select_for_update().filter(pk=subscriber_id).first()
    if subscriber is None:
        return
    subscriber.attempts += 1
    if refused and subscriber.attempts >= NOT_A_MAILBOX:
        subscriber.delete()
        return
    pause = PAUSES[min(subscriber.attempts, len(PAUSES)) - 1]
    subscriber.next_mail_at, subscriber.last_error = clock.now() + timedelta(seconds=pause), reason[:200]
    subscriber.save()


@dataclass(frozen=True)
class MailState:
    """How e-mail stands, in numbers alone: nobody is named."""

    subscribers: int
    unconfirmed: int
    last: datetime | None
    faults: list[tuple[str, int]]


def state_of_mail() -> MailState:
    """What the desk may know of it."""
    confirmed = Subscriber.objects.exclude(next_mail_at=None)
    faults = confirmed.exclude(last_error="").order_by().values_list("last_error").annotate(n=Count("pk"))
    told = confirmed.aggregate(n=Count("pk"), last=Max("mailed_at"))
    waiting = Subscription.objects.filter(confirmed_at=None).count()
    return MailState(told["n"], waiting, told["last"], sorted(faults))


def next_morning() -> datetime:
    """When the next mail may go: one a day at most."""
    return clock.beijing(clock.today() + timedelta(days=1), settings.DIGEST_HOUR)


def _changed(subscriber: Subscriber, wanted: Sequence[Subscription]) -> list[Notice]:
    """Standing notices that changed since the mailbox was told last and that one of its subscriptions asks for."""
    begins = [_since(subscriber, one) for one in wanted]
    if not begins:
        return []
    rows = standing_notices().filter(changed_at__gt=min(begins)).order_by("-changed_at", "-pk")
    asked = Q()
    for one in wanted:
        asked |= Q(**{name: value for name, value in (("body_ref", one.body_ref), ("kind", one.kind)) if value})
        if not one.body_ref and not one.kind:
            asked = Q()
            break
    found = rows.filter(asked).defer("text", "summary", "history")
    return [one for one in found if any(_asks_for(s, since, one) for s, since in zip(wanted, begins, strict=True))]


def _since(subscriber: Subscriber, one: Subscription) -> datetime:
    begin: datetime = one.confirmed_at  # type: ignore[assignment]
    return max(begin, subscriber.told_until - OVERLAP) if subscriber.told_until else begin


def _asks_for(one: Subscription, since: datetime, notice: Notice) -> bool:
    fits = notice.changed_at > since and one.body_ref in {"", notice.body_ref} and one.kind in {"", notice.kind}
    return fits and normalised(one.party) in normalised(notice.party_name)

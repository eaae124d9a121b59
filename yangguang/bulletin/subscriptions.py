"""E-mail subscriptions: asked for on the public site, confirmed by a signed link, ended by one click, forgotten at once.

The address is sealed for the desk's job process, which sends; the public site itself cannot read it back. Whoever asks for a
mailbox learns nothing of what that mailbox has: every answer is the same.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.db.models import Q, QuerySet

from yangguang.base.purpose_keys import mark_for, signer_for
from yangguang.bulletin.inbox import open_for_letters
from yangguang.bulletin.models import LetterKey, PublicBody, Subscriber, Subscription
from yangguang.kernel import chance, clock, letters
from yangguang.kernel.refusal import Refused

STORE = settings.INBOX_STORE
PURPOSE = b"yangguang.bulletin.subscriptions"
CONFIRM, LEAVE = "subscriptions.confirm", "subscriptions.leave"
REMEDY = "请过一会儿再试，或者用本站的订阅源，不用留邮箱。"


@dataclass(frozen=True)
class Wanted:
    """What somebody wants to be told; what is empty does not narrow."""

    body_ref: str = ""
    kind: str = ""
    kind_label: str = ""
    party: str = ""


def open_for_subscriptions() -> bool:
    """Whether mail can be sent and addresses can be sealed; else none is taken."""
    mail = settings.EMAIL_HOST and settings.MAIL_FROM and settings.PUBLIC_SITE["url"] and settings.PROGRESS_KEY
    return bool(mail) and open_for_letters()


@transaction.atomic(using=STORE)
def ask_subscription(address: str, wanted: Wanted, *, sender: str) -> None:
    """Keep what was asked until it is confirmed. Nobody learns whether the mailbox is known. Raises Refused when too much comes."""
    if not open_for_subscriptions():
        raise Refused("现在不能用邮件订阅。", remedy=REMEDY)
    sender_mark = _mark(f"{clock.today()} {sender}")[:32]
    lately = Subscription.objects.filter(asked_at__gte=clock.now() - settings.SUBSCRIPTIONS_PERIOD)
    if lately.filter(sender_mark=sender_mark).count() >= settings.SUBSCRIPTIONS_FROM_ONE_ADDRESS:
        raise Refused("您提交得太多了。", remedy=REMEDY)
    if Subscriber.objects.count() >= settings.SUBSCRIBERS_AT_MOST:
        raise Refused("现在订阅的人太多。", remedy=REMEDY)
    body = PublicBody.objects.filter(ref=wanted.body_ref).first() if wanted.body_ref else None
    if wanted.body_ref and body is None:
        raise Refused("没有这个执法机关。", field="body", remedy="请从列表中选择。")
    key = LetterKey.objects.get()
    subscriber, _ = Subscriber.objects.get_or_create(
        mark=_mark(address.strip().lower()),
        defaults={"ref": chance.public_id(), "sealed": letters.seal(address.strip(), to=key.public)},
    )
    known = subscriber.subscriptions.filter(body_ref=wanted.body_ref, kind=wanted.kind, party=wanted.party)
    anew = {"sender_mark": sender_mark, "asked_at": clock.now(), "confirmation_sent_at": None}
    if known.exists():
        if not _mailed_lately(subscriber):
            known.filter(confirmed_at=None).update(**anew)  # its mail was lost perhaps: one more goes out
    elif _takes_one_more(subscriber):
        subscriber.subscriptions.get_or_create(
            body_ref=wanted.body_ref, kind=wanted.kind, party=wanted.party,
            defaults={"ref": chance.public_id(), "body_name": body.name if body else "", "kind_label": wanted.kind_label,
                      **anew},
        )  # fmt: skip


def _takes_one_more(subscriber: Subscriber) -> bool:
    """What is confirmed counts; what strangers asked for gives way, the oldest first, no sooner than a mail goes again."""
    rows, most = subscriber.subscriptions, settings.SUBSCRIPTIONS_OF_ONE_MAILBOX
    confirmed = rows.filter(confirmed_at__isnull=False).count()
    if confirmed >= most:
        return False
    if rows.count() < most:
        return True
    if _mailed_lately(subscriber):
        return False
    oldest = rows.filter(confirmed_at=None).order_by("asked_at", "pk").first()
    return oldest is not None and bool(oldest.delete())


def _mailed_lately(subscriber: Subscriber) -> bool:
    """Whether a mail to confirm anything is on its way to the mailbox, or went just now: strangers together flood none."""
    lately = Q(confirmation_sent_at=None) | Q(
        confirmation_sent_at__gte=clock.now() - settings.CONFIRMATION_SENT_AGAIN_AFTER
    )
    return subscriber.subscriptions.filter(lately, confirmed_at=None).exists()


def asked_by(token: str) -> Subscription | None:
    """The subscription a link to confirm belongs to; None when the link is not ours or over."""
    ref = _signed(CONFIRM, token)
    found = Subscription.objects.select_related("subscriber").filter(ref=ref).first() if ref else None
    over = found and not found.confirmed_at and found.asked_at < clock.now() - settings.UNCONFIRMED_KEPT
    return None if over else found


@transaction.atomic(using=STORE)
def confirm_subscription(token: str) -> Subscription | None:
    """From now on the mailbox is told; confirming twice changes nothing."""
    found = asked_by(token)
    if found is None or found.confirmed_at:
        return found
    found.confirmed_at, found.sender_mark = clock.now(), ""
    found.save(update_fields=["confirmed_at", "sender_mark"])
    if found.subscriber.next_mail_at is None:
        Subscriber.objects.filter(pk=found.subscriber_id).update(next_mail_at=found.confirmed_at)
    return found


def subscriber_by(token: str) -> Subscriber | None:
    """The mailbox a link to leave belongs to; None when it is not ours or the mailbox has left already."""
    ref = _signed(LEAVE, token)
    return Subscriber.objects.filter(ref=ref).first() if ref else None


@transaction.atomic(using=STORE)
def end_subscriptions(token: str, ref: str = "") -> bool:
    """End one subscription of a mailbox or, without `ref`, all; with the last one the address goes. Whether it was there."""
    subscriber = subscriber_by(token)
    if subscriber is None:
        return False
    if ref:
        subscriber.subscriptions.filter(ref=ref).delete()
    if not ref or not subscriber.subscriptions.exists():
        subscriber.delete()
    return True


def unconfirmed() -> QuerySet[Subscription]:
    """What still waits for its mail with the link to confirm."""
    rows = Subscription.objects.filter(confirmed_at=None, confirmation_sent_at=None)
    return rows.select_related("subscriber").order_by("pk")


def confirm_link(subscription: Subscription) -> str:
    """Where the mailbox confirms."""
    return f"{settings.PUBLIC_SITE['url']}/subscriptions/confirm/?t={_signer(CONFIRM).sign(subscription.ref)}"


def leave_link(subscriber: Subscriber) -> str:
    """Where the mailbox leaves, also by one click of its mail program (RFC 8058)."""
    return f"{settings.PUBLIC_SITE['url']}/subscriptions/leave/?t={_signer(LEAVE).sign(subscriber.ref)}"


def forget_subscriptions() -> int:
    """Marks of senders, and what nobody confirmed, are forgotten; how many mailboxes went."""
    now = clock.now()
    Subscription.objects.filter(asked_at__lt=now - settings.SUBSCRIPTIONS_PERIOD).exclude(sender_mark="").update(
        sender_mark=""
    )
    Subscription.objects.filter(confirmed_at=None, asked_at__lt=now - settings.UNCONFIRMED_KEPT).delete()
    gone, _ = Subscriber.objects.filter(subscriptions=None).delete()
    return gone


def _signer(what: str) -> Signer:
    """The desk signs, the public site checks: both hold this key, and neither the other's secret. Older mails hold older links."""
    return signer_for(what, settings.PROGRESS_KEY)


def _signed(what: str, token: str) -> str:
    try:
        return _signer(what).unsign(token)
    except BadSignature:
        return ""


def _mark(text: str) -> str:
    return mark_for(PURPOSE, text)

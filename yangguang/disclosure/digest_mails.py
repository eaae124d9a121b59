"""The mails of e-mail subscriptions: the one with the link to confirm, and at most one a day that tells what happened."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings

from yangguang.base import letter_secret
from yangguang.bulletin.api import Subscriber, Subscription, digests, subscriptions
from yangguang.bulletin.api import link_of as page_of
from yangguang.disclosure.channels.channel import Busy, Declined, Parcel, PushChannel
from yangguang.disclosure.channels.mail import MailChannel
from yangguang.kernel import clock, letters

MOST = 200  # mails in one go; the job comes back soon
LEASE = timedelta(minutes=30)
UNREADABLE = "邮箱是用别的密钥封存的，打不开。"


def send_confirmations(channel: PushChannel | None = None) -> int:
    """Send the links to confirm that wait; how many went out. One that a mailbox refuses is not tried again."""
    channel = channel or MailChannel()
    subscriptions.forget_subscriptions()
    if channel.lacks():
        return 0
    sent = 0
    for one in subscriptions.unconfirmed()[:MOST]:
        try:
            channel.tell(confirmation(one), {}, lambda steps: None)
            sent += 1
        except (Declined, letters.Unreadable):
            one.delete()
            continue
        except Busy as fault:
            if fault.pause:
                break
            continue  # this mailbox takes nothing now; the next one may
        Subscription.objects.filter(pk=one.pk).update(confirmation_sent_at=clock.now())
    return sent


def send_digests(channel: PushChannel | None = None) -> int:
    """Write the mails of the day that are due; how many went out. When the mail server is away the rest waits."""
    channel = channel or MailChannel()
    if channel.lacks() or clock.now() < clock.beijing(clock.today(), settings.DIGEST_HOUR):
        return 0
    sent = 0
    for subscriber in digests.due_subscribers(MOST):
        if not digests.claimed(subscriber, until=clock.now() + LEASE):
            continue
        told = digests.digest_for(subscriber)
        try:
            if told.lines:
                channel.tell(digest_parcel(told), {}, lambda steps: None)
                sent += 1
            digests.digest_was_told(told)
        except (Declined, letters.Unreadable) as fault:
            reason = fault.reason if isinstance(fault, Declined) else UNREADABLE
            digests.digest_failed(subscriber.pk, reason, refused=True)
        except Busy as fault:
            digests.digest_failed(subscriber.pk, fault.reason, refused=False)
            if fault.pause:
                break
    return sent


def confirmation(one: Subscription) -> Parcel:
    """The mail that asks whether it was really this mailbox. No word a stranger typed stands in it."""
    hours = int(settings.UNCONFIRMED_KEPT.total_seconds() // 3600)
    link = subscriptions.confirm_link(one)
    lines = (
        f"有人用这个邮箱在“{settings.PUBLIC_SITE['name']}”订阅{one.body_name or '各机关'}的{one.kind_label or '执法决定'}。", "",
        f"是您本人订阅的，请在{hours}小时内打开下面的链接，再点“确认订阅”：", link, "",
        "不是您本人订阅的，不用理会。没有确认的，到时自动删除，不会再发邮件。",
    )  # fmt: skip
    return Parcel(
        f"confirm:{one.ref}", f"请确认订阅：{settings.PUBLIC_SITE['name']}", lines, link, to=_opened(one.subscriber)
    )


def digest_parcel(told: digests.Digest) -> Parcel:
    """The mail of the day: number, body and kind of each, and where to read it."""
    leave = subscriptions.leave_link(told.subscriber)
    counted = {what: sum(line.what == what for line in told.lines) for what in ("撤回", "更正", "公开", "更新")}
    summary = "、".join(f"{what}{n}件" for what, n in counted.items() if n)
    lines = ["您订阅的公示信息有变动：", ""]
    for number, line in enumerate(told.lines, start=1):
        one = line.notice
        reason = f"理由：{one.withdrawal_reason}" if line.what == digests.FELL else ""
        lines += [
            f"{number}. 【{line.what}】{one.number}（{one.body_name}，{one.kind_label}）",
            page_of(one.ref),
            reason,
            "",
        ]
    if told.more:
        lines += [f"另有{told.more}件，请到网站查看：{settings.PUBLIC_SITE['url']}/decisions/", ""]
    lines += ["查看或者退订：", leave, "本邮件由系统自动发出，一天最多一封，请不要回复。"]
    return Parcel(
        f"digest:{told.subscriber.ref}:{clock.today()}", f"{settings.PUBLIC_SITE['name']}：{summary}",
        tuple(line for at, line in enumerate(lines) if line or lines[at - 1]), f"{settings.PUBLIC_SITE['url']}/decisions/",
        to=_opened(told.subscriber),
        headers={"List-Unsubscribe": f"<{leave}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"},
    )  # fmt: skip


def _opened(subscriber: Subscriber) -> str:
    return letters.unseal(subscriber.sealed, secret=letter_secret.secret())

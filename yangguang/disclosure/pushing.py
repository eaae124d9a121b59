"""Work off what is to be told on channels: leased, at least once, with pauses, never what is no longer public.

The row is the outbox: it is written with the event's delivery, keeps each step a channel has done, and goes on from there
after a crash. A channel that is not set up gets no rows.
"""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db.models import F, Q, QuerySet

from yangguang.base.outbox import PAUSES
from yangguang.bulletin.api import link_of, notice_by_ref
from yangguang.disclosure.channels.channel import Busy, Declined, Parcel, PushChannel, Steps
from yangguang.disclosure.channels.register import channels_of_publications
from yangguang.disclosure.models import Publication, PublicationStatus, Push, PushStatus
from yangguang.kernel import clock

LEASE = timedelta(minutes=5)
UNREADABLE = "密钥文件读不出来，请系统管理员核对文件和权限（只有服务账号可读）。"


class InFlight(LookupError):
    """Something of this publication is being told at this moment; whoever asks comes again."""


def ask_to_tell(publication: Publication, version: int) -> None:
    """List a version for every channel that is set up, and what was told before to be taken back."""
    ask_to_take_back(publication, below=version)
    now = clock.now()
    for channel in channels_of_publications().values():
        if not channel.lacks():
            Push.objects.get_or_create(
                channel=channel.name, publication=publication, version=version, takes_back=None,
                defaults={"next_try_at": now, "asked_at": now},
            )  # fmt: skip


def ask_to_take_back(publication: Publication, *, below: int | None = None) -> None:
    """Whatever was told, or half told, is listed to be taken back; the rest is dropped. Raises InFlight."""
    now = clock.now()
    told = (
        Push.objects.filter(publication=publication, takes_back=None).exclude(status=PushStatus.DROPPED).order_by("pk")
    )
    for one in told.filter(version__lt=below) if below else told:
        if one.leased_until and one.leased_until > now:
            raise InFlight(f"push {one.public_id}")
        if one.status != PushStatus.DONE:
            Push.objects.filter(pk=one.pk).update(status=PushStatus.DROPPED)
        if one.steps:
            Push.objects.get_or_create(
                takes_back=one,
                defaults={"channel": one.channel, "publication": publication, "version": one.version, "next_try_at": now,
                          "asked_at": now},
            )  # fmt: skip


def push_due(channels: dict[str, PushChannel] | None = None, most: int = 50) -> int:
    """Tell what is due; how many were done. A channel that was switched off waits until it is on again."""
    ready = {name: one for name, one in (channels or channels_of_publications()).items() if not one.lacks()}
    now = clock.now()
    due = _free(Push.objects.filter(status=PushStatus.WAITING, next_try_at__lte=now, channel__in=ready))
    ids = list(due.order_by("pk").values_list("pk", flat=True)[:most])
    return sum(_pushed(one, ready) for one in ids)


def _free(rows: QuerySet[Push]) -> QuerySet[Push]:
    return rows.filter(Q(leased_until=None) | Q(leased_until__lt=clock.now()))


def _pushed(push_id: int, channels: dict[str, PushChannel]) -> int:
    free = _free(Push.objects.filter(pk=push_id, status=PushStatus.WAITING))
    if not free.update(leased_until=clock.now() + LEASE, attempts=F("attempts") + 1):
        return 0
    push = Push.objects.select_related(
        "publication__body", "publication__decision", "publication__paper", "takes_back"
    ).get(pk=push_id)
    try:
        return _tried(push, channels[push.channel])
    except Busy as fault:
        pause = max(fault.pause, PAUSES[min(push.attempts, len(PAUSES)) - 1])
        _becomes(push, PushStatus.WAITING, fault.reason, pause)
    except Declined as fault:
        _becomes(push, PushStatus.FAILED, fault.reason)
    except OSError:
        _becomes(push, PushStatus.FAILED, UNREADABLE)
    except Exception as fault:  # an answer nobody foresaw: kept by its kind alone, for its words may hold a key
        _becomes(push, PushStatus.FAILED, f"没有想到的答复（{type(fault).__name__}）。")
    return 0


def _tried(push: Push, channel: PushChannel) -> int:
    def keep(steps: Steps) -> None:
        Push.objects.filter(pk=push.pk).update(steps=steps)
        push.steps = steps

    if push.takes_back is not None:
        so_far = {**push.takes_back.steps, **push.steps}
        channel.take_back(_taken_back(push), so_far, keep)
    else:
        notice = notice_by_ref(push.publication.notice_ref)
        if not push.publication.stands or push.publication.version != push.version:
            _becomes(push, PushStatus.DROPPED, "")
            return 0
        if notice is None or notice.version < push.version:
            raise Busy("公示网页还没有写好。")
        channel.tell(_told(push), push.steps, keep)
    _becomes(push, PushStatus.DONE, "")
    return 1


def _becomes(push: Push, status: PushStatus, reason: str, pause: int = 0) -> None:
    now = clock.now()
    Push.objects.filter(pk=push.pk).update(
        status=status, last_error=reason[:200], leased_until=None, next_try_at=now + timedelta(seconds=pause),
        done_at=now if status == PushStatus.DONE else None,
    )  # fmt: skip


def _told(push: Push) -> Parcel:
    """Number, body and where to read; no name and no content, which could not be called back from copies."""
    publication = push.publication
    label = "更正公示" if push.version > 1 else "执法决定公示"
    return _parcel(push, f"{label}：{publication.number}", f"公开日期：{publication.published_on:%Y-%m-%d}")


def _taken_back(push: Push) -> Parcel:
    publication = push.publication
    fell = "已撤回" if publication.status == PublicationStatus.WITHDRAWN else "停止公开"
    what = "已更正" if publication.stands else fell
    return _parcel(push, f"{what}：{publication.number}", f"此前发布的这条信息{what}，以网站为准。")


def _parcel(push: Push, title: str, line: str) -> Parcel:
    publication = push.publication
    lines = (publication.body.name, line, f"全文和变动见{settings.PUBLIC_SITE['name']}网站")
    return Parcel(f"push:{push.public_id}", title, lines, link_of(publication.notice_ref))

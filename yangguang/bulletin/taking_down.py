"""Take a notice down: withdrawn with a public reason, or expired. Its content goes; number, dates and reason stay."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.bulletin import search_index
from yangguang.bulletin.events import NoticeCopy
from yangguang.bulletin.models import Notice, NoticeStatus
from yangguang.bulletin.receiving import take_over
from yangguang.kernel import clock

STORE = "public"


@transaction.atomic(using=STORE)
def withdraw_notice(*, ref: str, reason: str, basis: str, on: date, copy: NoticeCopy | None = None) -> Notice | None:
    """Leave a tombstone. Doing it twice changes nothing; a withdrawal may overtake the release it takes back.

    `copy` is what was released: of one that never arrived the tombstone is made from it, and its content never shows.
    """
    notice = Notice.objects.select_for_update().filter(ref=ref).first()
    if notice is None and copy is not None:
        notice = Notice(ref=ref, history=[])
        take_over(notice, copy)
    if notice is None or notice.status == NoticeStatus.WITHDRAWN:
        return notice
    notice.status = NoticeStatus.WITHDRAWN
    notice.withdrawn_on, notice.withdrawal_reason, notice.withdrawal_basis = on, reason, basis
    notice.history = [*notice.history, {"on": on.isoformat(), "what": "撤回", "reason": reason}]
    return _emptied(notice)


@transaction.atomic(using=STORE)
def expire_notice(*, ref: str, on: date) -> Notice | None:
    """The publication period is over: the content goes, the number stays."""
    return _ended(ref, on, NoticeStatus.EXPIRED, "期满下架")


@transaction.atomic(using=STORE)
def repair_notice(*, ref: str, on: date) -> Notice | None:
    """The party repaired its credit: the content goes before its time, the number stays (CRR-2025:3)."""
    return _ended(ref, on, NoticeStatus.REPAIRED, "信用修复停止公开")


def _ended(ref: str, on: date, status: NoticeStatus, what: str) -> Notice | None:
    notice = Notice.objects.select_for_update().filter(ref=ref).first()
    if notice is None or not notice.stands:
        return notice
    notice.status = status
    notice.history = [*notice.history, {"on": on.isoformat(), "what": what, "reason": ""}]
    return _emptied(notice)


def _emptied(notice: Notice) -> Notice:
    for name in ("title", "party_name", "party_kind", "conclusion", "basis", "fulfilment"):
        setattr(notice, name, "")
    notice.summary, notice.text, notice.attachments, notice.clarifications, notice.digest = [], [], [], [], ""
    notice.changed_at = clock.now()
    notice.history = [{name: entry[name] for name in ("on", "what", "reason")} for entry in notice.history]
    notice.save()
    search_index.put(notice)
    return notice

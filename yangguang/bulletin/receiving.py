"""Receive a published copy, once however often it is sent; a corrected copy keeps the trace of what changed."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from django.db import transaction

from yangguang.base.search import normalised
from yangguang.bulletin import search_index
from yangguang.bulletin.events import NoticeCopy
from yangguang.bulletin.models import Notice, NoticeStatus
from yangguang.kernel import clock

STORE = "public"


@transaction.atomic(using=STORE)
def receive_notice(copy: NoticeCopy, *, version: int, correction: str = "", corrected_on: date | None = None) -> Notice:
    """Keep version `version` of a copy. An older or equal version that arrives late changes nothing."""
    notice = Notice.objects.select_for_update().filter(ref=copy.ref).first()
    if notice is not None and (notice.version >= version or not notice.stands):
        return notice
    if notice is None:
        notice = Notice(ref=copy.ref, history=[])
    for name, value in asdict(copy).items():
        setattr(notice, name, value)
    notice.number_key = normalised(copy.number)
    if version > 1:
        day = (corrected_on or copy.published_on).isoformat()
        notice.status = NoticeStatus.CORRECTED
        notice.history = [*notice.history, {"on": day, "what": "更正", "reason": correction}]
    notice.version, notice.digest, notice.received_at = version, copy.digest(), clock.now()
    notice.save()
    search_index.put(notice)
    return notice

"""What changed last in public: what feeds tell and open data are compared with."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q

from yangguang.bulletin.models import Notice, NoticeStatus, PublicList

NEWEST = 50


def changed_notices(*, kind: str = "", body_ref: str = "", most: int = NEWEST) -> list[Notice]:
    """Notices by their last change, the tombstones of what was taken down among them."""
    rows = Notice.objects.order_by("-changed_at", "-pk")
    if kind:
        rows = rows.filter(kind=kind)
    if body_ref:
        rows = rows.filter(body_ref=body_ref)
    return list(rows[:most])


def changed_lists(*, body_ref: str = "", most: int = NEWEST) -> list[PublicList]:
    """Editions of lists by their last change, without their rows, the tombstones of what was taken back among them."""
    rows = PublicList.objects.order_by("-changed_at", "-pk").defer("rows", "columns")
    return list((rows.filter(body_ref=body_ref) if body_ref else rows)[:most])


def has_fallen_or_was_corrected(since: datetime) -> bool:
    """Whether something that stood at an instant reads otherwise now, or is gone."""
    return Notice.objects.filter(~Q(status=NoticeStatus.PUBLIC), changed_at__gte=since).exists()

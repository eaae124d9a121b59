"""Public service guides (D09): received with their edition, closed when their matter ends, found by body and words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from yangguang.bulletin import passages
from yangguang.bulletin.models import ListStatus, PublicGuide, PublicList

STORE = "public"


@transaction.atomic(using=STORE)
def put_guides(list_ref: str, rows: Iterable[Mapping[str, Any]]) -> bool:
    """The guides of an edition; sent twice, they are kept once. False while the edition's copy has not arrived."""
    edition = PublicList.objects.select_for_update().filter(ref=list_ref).first()
    if edition is None or not edition.stands:
        return edition is not None
    for position, row in enumerate(rows, start=1):
        words = " ".join([row["code"], edition.body_name, *(text for _, text in row["cells"])])
        values = {**row, "position": position, "edition": edition, "words": words, "body_ref": edition.body_ref,
                  "body_name": edition.body_name}  # fmt: skip
        guide, _ = PublicGuide.objects.update_or_create(ref=row["ref"], defaults=values)
        passages.put_guide(guide)
    return True


@transaction.atomic(using=STORE)
def close_guides(gone: Mapping[str, date | None]) -> None:
    """From which day the matter of each guide, by reference, is no longer in force; None where it stands."""
    for guide in PublicGuide.objects.filter(ref__in=gone):
        if guide.gone_from != gone[guide.ref]:
            guide.gone_from = gone[guide.ref]
            guide.save(update_fields=["gone_from"])


def guides_that_may_stand() -> QuerySet[PublicGuide]:
    """Every guide whose edition stands and has not been followed by another."""
    return (
        PublicGuide.objects.select_related("edition")
        .filter(edition__superseded_from=None)
        .exclude(edition__status=ListStatus.WITHDRAWN)
    )


def standing_guides(on: date, *, words: str = "", body_ref: str = "") -> QuerySet[PublicGuide]:
    """Guides in force on a day, body by body in the order of the matters, by every word wherever it stands."""
    rows = PublicGuide.objects.select_related("edition").defer(
        "cells", "forms", "files", "edition__rows", "edition__columns"
    )
    rows = rows.filter(edition__in_force_from__lte=on).exclude(edition__status=ListStatus.WITHDRAWN)
    rows = rows.filter(Q(edition__superseded_from=None) | Q(edition__superseded_from__gt=on))
    rows = rows.filter(Q(gone_from=None) | Q(gone_from__gt=on)).order_by("body_name", "position", "pk")
    for word in words.split():
        rows = rows.filter(words__icontains=word)
    return rows.filter(body_ref=body_ref) if body_ref else rows


def standing_on(guide: PublicGuide, on: date) -> str:
    """How a guide stands on a day: draft before its edition begins, superseded, ended with its matter, or current."""
    edition = guide.edition
    if on < edition.in_force_from:
        return "draft"
    if edition.superseded_from is not None and edition.superseded_from <= on:
        return "superseded"
    return "ended" if guide.gone_from is not None and guide.gone_from <= on else "current"

"""What the public log counted of each month, as the public reads it; the leaf of the month commits to these very bytes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from yangguang.bulletin import pages_on_disk
from yangguang.bulletin.models import PublicMonth
from yangguang.kernel.digests import canonical, digest_of

STORE = "public"


@transaction.atomic(using=STORE)
def put_month(month: str, *, content: Mapping[str, Any], on: date) -> None:
    """The counts of a month; sent twice, they are kept once."""
    values = {"content": content, "digest": digest_of(canonical_month(content)), "counted_on": on}
    PublicMonth.objects.get_or_create(month=month, defaults=values)


@transaction.atomic(using=STORE)
def put_month_proof(month: str, proof: bytes) -> bool:
    """The log's proof beside the counts. False while they have not arrived."""
    if not PublicMonth.objects.filter(month=month).exists():
        return False
    pages_on_disk.write_month_proof(month, proof)
    return True


def public_months() -> QuerySet[PublicMonth]:
    """Every month, the newest first."""
    return PublicMonth.objects.order_by("-month")


def month_named(month: str) -> PublicMonth | None:
    """One of them."""
    return PublicMonth.objects.filter(month=month).first()


def canonical_month(content: Mapping[str, Any]) -> bytes:
    """Everything a month says as canonical JSON: what anyone can download and hash."""
    return canonical(content)


def month_paths() -> set[Path]:
    """Every file that may lie there."""
    return {pages_on_disk.month_proof_of(month) for month in public_months().values_list("month", flat=True)}

"""Photos of officers in the public store (D11): one beside an entry that stands, never one without it."""

from __future__ import annotations

import hashlib

from django.db import transaction
from django.db.models import QuerySet

from yangguang.bulletin.models import PublicOfficer, PublicPhoto

STORE = "public"


@transaction.atomic(using=STORE)
def put_photo(ref: str, content: bytes) -> bool:
    """Show this photo of an officer and no other, or none; whether anything differed. None is kept for one without an entry."""
    officer = PublicOfficer.objects.select_for_update().filter(ref=ref).first()
    held = PublicPhoto.objects.filter(officer__ref=ref)
    if officer is None or officer.withdrawn_on is not None or not content:
        gone, _ = held.delete()
        return bool(gone)
    sha256 = hashlib.sha256(content).hexdigest()
    known = held.first()
    if known is not None and (known.sha256, bytes(known.content)) == (sha256, content):
        return False
    PublicPhoto.objects.update_or_create(officer=officer, defaults={"content": content, "sha256": sha256})
    return True


def photo_of(officer: PublicOfficer) -> PublicPhoto | None:
    """The photo beside an officer's entry; None where it is not shown."""
    return PublicPhoto.objects.filter(officer=officer).first() if officer.withdrawn_on is None else None


def photos_in_public() -> QuerySet[PublicPhoto]:
    """Every photo that is public, with its officer."""
    return PublicPhoto.objects.select_related("officer").order_by("pk")

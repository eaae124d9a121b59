"""The public log's proof of a standing notice, as a file beside its page."""

from __future__ import annotations

from django.db import transaction

from yangguang.bulletin import pages_on_disk
from yangguang.bulletin.models import Notice

STORE = "public"


@transaction.atomic(using=STORE)
def put_proof(ref: str, proof: bytes, *, digest: str) -> bool:
    """Write the proof of the copy with this fingerprint. False while another copy, or none, stands here."""
    notice = Notice.objects.select_for_update().filter(ref=ref).first()
    if notice is None or not notice.stands or notice.digest != digest:
        return False
    pages_on_disk.write_proof(ref, proof)
    return True

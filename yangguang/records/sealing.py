"""The signed statement about an original, and the tree over a day's statements: what is proven is “unaltered since it came in”."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.db.models import QuerySet

from yangguang.base import purpose_keys
from yangguang.base.tlog import merkle, notes
from yangguang.base.tlog.keys import LogKey
from yangguang.kernel import clock
from yangguang.kernel.digests import canonical
from yangguang.records.models import EvidenceDay, ManifestSeal, MediaManifest

FORM = 1
KEY_NAME, PURPOSE = "yangguang-records", b"yangguang.records.manifests"
UNALTERED = "自入库时起未改动"


def record_key() -> LogKey:
    """The key the site signs originals with, drawn from its secret."""
    return LogKey(KEY_NAME, Ed25519PrivateKey.from_private_bytes(purpose_keys.key_for(PURPOSE)))


def statement_of(manifest: MediaManifest) -> str:
    """Everything that was written down about an original when it came, in one canonical line."""
    told: dict[str, Any] = {
        "v": FORM, "manifest": manifest.public_id, "body": manifest.body.public_id, "file": manifest.file_ref,
        "name": manifest.name, "size": manifest.size, "media_type": manifest.media_type, "sha256": manifest.sha256,
        "tree_root": manifest.tree_root, "chunk_bytes": manifest.chunk_bytes, "trust_origin": manifest.trust_origin,
        "device": manifest.device_number, "officer": manifest.officer_name, "importer": manifest.importer_name,
        "occurred_at": _utc(manifest.occurred_at), "made_at": _utc(manifest.made_at),
        "clock_offset_seconds": manifest.clock_offset_seconds, "made_by": manifest.made_by,
    }  # fmt: skip
    return canonical(told).decode() + "\n"


def _utc(instant: datetime) -> str:
    return instant.astimezone(UTC).isoformat(timespec="microseconds")


def sealed(manifest: MediaManifest, at: datetime) -> ManifestSeal:
    """The seal of an original, made once."""
    key, statement = record_key(), statement_of(manifest)
    made = {
        "statement": statement, "signature": key.line(statement), "key": key.verifier.vkey, "sealed_at": at,
    }  # fmt: skip
    return ManifestSeal.objects.get_or_create(manifest=manifest, defaults=made)[0]


def holds(seal: ManifestSeal) -> bool:
    """Whether the seal says what is written down of its original and the key of this site signed it."""
    if seal.statement != statement_of(seal.manifest) or seal.key != record_key().verifier.vkey:
        return False
    try:
        _, signers = notes.signed_by(f"{seal.statement}\n{seal.signature}".encode(), [record_key().verifier])
    except notes.BadNote:
        return False
    return bool(signers)


def seals_of(body_id: int, day: date) -> QuerySet[ManifestSeal]:
    """The seals of what came in on a day, in the order it came."""
    begin = clock.beijing(day, 0)
    rows = ManifestSeal.objects.filter(manifest__body_id=body_id, manifest__made_at__gte=begin)
    rows = rows.filter(manifest__made_at__lt=begin + timedelta(days=1))
    return rows.select_related("manifest__body").order_by("manifest_id")


def leaves_of(seals: QuerySet[ManifestSeal]) -> list[bytes]:
    """The leaves of the tree of a day: one for each statement."""
    return [merkle.leaf_hash(one.statement.encode()) for one in seals]


def content_of(day: EvidenceDay) -> bytes:
    """What the public log commits to under a salt: no name, no number of a file."""
    told = {"v": FORM, "day": day.day.isoformat(), "body": day.body.public_id, "size": day.size, "root": day.root}
    return canonical(told)


def day_of(manifest: MediaManifest) -> EvidenceDay | None:
    """The closed day an original belongs to, if it is closed."""
    day = clock.legal_day(manifest.made_at)
    return EvidenceDay.objects.select_related("body").filter(body_id=manifest.body_id, day=day).first()


def faults() -> Iterator[str]:
    """Every seal and every day derived anew."""
    unsealed = MediaManifest.objects.filter(seal=None, made_at__lt=clock.now() - timedelta(minutes=60))
    yield from (f"录音录像 {one.public_id}：没有登记签名" for one in unsealed.order_by("pk"))
    for seal in ManifestSeal.objects.select_related("manifest__body").order_by("pk").iterator():
        if not holds(seal):
            yield f"录音录像 {seal.manifest.public_id}：登记与签名不符"
    for day in EvidenceDay.objects.select_related("body").order_by("pk"):
        leaves = leaves_of(seals_of(day.body_id, day.day))
        if (len(leaves), merkle.root_of(leaves).hex()) != (day.size, day.root):
            yield f"{day.body.name} {day.day}：每日存证的根与当日登记不符"

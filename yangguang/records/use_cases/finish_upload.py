"""Take a file that has come whole into the vault: told by its content, fingerprinted, moved, and written down once.

A crash leaves one of two things: the file beside the vault with its upload open, or the file in the vault under the fingerprint
the open upload already names. Either way doing it again ends it.
"""

from __future__ import annotations

import platform

from django.db import transaction

from yangguang.base import chunk_tree, ledger, media_kinds, vault
from yangguang.base.chunk_tree import Fingerprints
from yangguang.base.events import Actor
from yangguang.base.models import Blob
from yangguang.kernel import growing
from yangguang.kernel.moment import Moment
from yangguang.records import incoming
from yangguang.records.events import MediaArrived, UploadEnded
from yangguang.records.models import MediaManifest, TrustOrigin, Upload, UploadState

MADE_BY = f"yangguang media 1, Python {platform.python_version()}"

WRONG_KIND = "文件内容与扩展名不符，或者不是允许的种类"


def finish_upload(*, upload_ref: str, actor: Actor, at: Moment, told: Fingerprints | None = None) -> Upload:
    """Called by whoever holds the upload's lock. A file that is not what its name says is removed, and the upload says so."""
    upload = Upload.objects.select_related("body", "capture").get(public_id=upload_ref)
    if upload.state != UploadState.OPEN or upload.offset != upload.length:
        return upload
    part = incoming.part_of(upload.public_id)
    if part.exists():
        head = next(chunk_tree.blocks_of(part, 0, media_kinds.HEAD), b"")
        if not media_kinds.kind_of(head, upload.name):
            return refuse_content(upload, actor=actor, at=at)
        told = told or incoming.read_again(upload.public_id)
        upload.sha256, upload.tree_root = told.sha256, told.tree_root
        if upload.capture is not None and upload.capture.sha256 != told.sha256:
            return refuse_content(upload, "与采集时的指纹不一致", actor=actor, at=at)
        upload.save(update_fields=["sha256", "tree_root"])  # before the move: what was moved is found again by it
        vault.adopt(part, upload.sha256)
    _written_down(upload, actor=actor, at=at)
    growing.remove(part)
    return upload


@transaction.atomic
def _written_down(upload: Upload, *, actor: Actor, at: Moment) -> None:
    """The row of the stored file, the manifest and the line of the ledger stand together or not at all."""
    place = vault.path_of(upload.sha256)
    head = next(chunk_tree.blocks_of(place, 0, media_kinds.HEAD))
    kind = media_kinds.kind_of(head, upload.name)
    known = {"size": upload.length, "media_type": kind, "stored_at": at.recorded_at}
    blob, _ = Blob.objects.get_or_create(sha256=upload.sha256, defaults=known)
    upload.manifest = made = MediaManifest.objects.create(
        body=upload.body, file_ref=upload.file_ref, blob=blob, name=upload.name, size=upload.length, media_type=kind,
        sha256=upload.sha256, tree_root=upload.tree_root, chunk_bytes=chunk_tree.CHUNK,
        trust_origin=upload.trust_origin, device_number=upload.device_number, officer_name=upload.officer_name,
        importer_ref=upload.account_ref, importer_name=upload.importer_name, occurred_at=upload.occurred_at,
        clock_offset_seconds=upload.clock_offset_seconds, made_by=MADE_BY, made_at=at.recorded_at,
    )  # fmt: skip
    upload.state = UploadState.FINISHED
    upload.save(update_fields=["manifest", "state"])
    event = MediaArrived(
        made.name, made.size, kind, made.sha256, made.tree_root, made.chunk_bytes, made.trust_origin,
        TrustOrigin(made.trust_origin).label, made.device_number, made.officer_name, made.clock_offset_seconds, MADE_BY,
    )  # fmt: skip
    ledger.record(event, subject=made.subject, actor=actor, at=at)


def refuse_content(upload: Upload, why: str = WRONG_KIND, *, actor: Actor, at: Moment) -> Upload:
    """What came is not what its name says, none of what may come, or not what was made on the spot."""
    with transaction.atomic():
        upload.state = UploadState.REFUSED
        upload.save(update_fields=["state", "sha256", "tree_root"])
        event = UploadEnded(upload.name, why)
        ledger.record(event, subject=upload.subject, actor=actor, at=at)
    growing.remove(incoming.part_of(upload.public_id))
    return upload

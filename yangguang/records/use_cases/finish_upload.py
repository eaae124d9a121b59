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
from yangguang.records.events import MediaArrived, RecordingUnclaimed, UploadEnded
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
        if upload.trust_origin == TrustOrigin.STATION and (known := _known_already(upload, told.sha256)) is not None:
            return _held_already(upload, known, told.sha256, actor=actor, at=at)
        upload.sha256, upload.tree_root = told.sha256, told.tree_root
        if upload.capture is not None and upload.capture.sha256 != told.sha256:
            return refuse_content(upload, "与采集时的指纹不一致", actor=actor, at=at)
        upload.save(update_fields=["sha256", "tree_root"])  # before the move: what was moved is found again by it
        vault.adopt(part, upload.sha256)
    if upload.file_ref:
        written_down(upload, actor=actor, at=at)
    else:
        _kept_unclaimed(upload, actor=actor, at=at)
    growing.remove(part)
    return upload


def _known_already(upload: Upload, sha256: str) -> Upload | MediaManifest | None:
    """The same original of this body, if it came already: a card is brought twice, or a file lies on it twice."""
    made = MediaManifest.objects.filter(body=upload.body, sha256=sha256).order_by("pk").first()
    waiting = Upload.objects.filter(
        body=upload.body, sha256=sha256, state__in=(UploadState.UNCLAIMED, UploadState.ASIDE)
    )
    return made or waiting.exclude(pk=upload.pk).order_by("pk").first()


def _held_already(
    upload: Upload, known: Upload | MediaManifest, sha256: str, *, actor: Actor, at: Moment
) -> Upload:  # fmt: skip
    with transaction.atomic():
        upload.state, upload.sha256 = UploadState.DUPLICATE, sha256
        upload.why = f"与已经入库的“{known.name}”内容相同"
        upload.save(update_fields=["state", "sha256", "why"])
        ledger.record(UploadEnded(upload.name, upload.why), subject=upload.subject, actor=actor, at=at)
    growing.remove(incoming.part_of(upload.public_id))
    return upload


@transaction.atomic
def _kept_unclaimed(upload: Upload, *, actor: Actor, at: Moment) -> None:
    """It is in the vault and safe; which file it belongs to, a person has to say."""
    _blob_of(upload, at)
    upload.state = UploadState.UNCLAIMED
    upload.save(update_fields=["state"])
    event = RecordingUnclaimed(upload.name, upload.length, upload.sha256, upload.device_number, upload.why)
    ledger.record(event, subject=upload.subject, actor=actor, at=at)


def _blob_of(upload: Upload, at: Moment) -> Blob:
    head = next(chunk_tree.blocks_of(vault.path_of(upload.sha256), 0, media_kinds.HEAD))
    known = {
        "size": upload.length, "media_type": media_kinds.kind_of(head, upload.name), "stored_at": at.recorded_at,
    }  # fmt: skip
    return Blob.objects.get_or_create(sha256=upload.sha256, defaults=known)[0]


@transaction.atomic
def written_down(upload: Upload, *, actor: Actor, at: Moment) -> None:
    """The row of the stored file, the manifest and the line of the ledger stand together or not at all."""
    head = next(chunk_tree.blocks_of(vault.path_of(upload.sha256), 0, media_kinds.HEAD))
    blob, kind = _blob_of(upload, at), media_kinds.kind_of(head, upload.name)
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

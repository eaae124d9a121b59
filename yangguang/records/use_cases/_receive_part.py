"""Receive a part of an upload: written block by block, counted only once it is on disk, finished with the last byte.

The row says how much counts. What lies in the file behind that – a process died, the power went – is cut off before the next
part, so that what was acknowledged is always there and nothing else is taken for it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hmac import compare_digest

from django.conf import settings

from yangguang.base.chunk_tree import BLOCK, Beside, Fingerprints
from yangguang.base.events import Actor
from yangguang.base.media_kinds import HEAD, kind_of
from yangguang.kernel import growing
from yangguang.kernel.moment import Moment
from yangguang.records import incoming
from yangguang.records.models import Upload, UploadState
from yangguang.records.use_cases.finish_upload import finish_upload, refuse_content

COUNTED_EVERY = 64 * 1024 * 1024  # bytes: how much of a long part a dying process may lose


class WrongOffset(Exception):
    """The part does not begin where the upload ends."""


class WrongChecksum(Exception):
    """The part is not what its sender says."""


class TooLong(Exception):
    """More is announced than the upload has left."""


class Gone(Exception):
    """The upload is no longer open."""


class ContentRefused(Exception):
    """What came is none of what may come."""


@dataclass
class Part:
    """What a request brings: where it begins, how long it says it is, its bytes, and what its sender promises of them."""

    offset: int
    length: int
    read: Callable[[int], bytes | memoryview]
    algorithm: str = ""
    checksum: bytes = b""


def receive_part(upload_ref: str, part: Part, *, actor: Actor, at: Moment) -> Upload:
    """Keep what comes, also of a part that is cut short – unless its checksum was promised: then all of it or nothing.

    Raises WrongOffset, WrongChecksum, TooLong, Gone, ContentRefused, growing.Taken, and OSError when the disk refuses.
    """
    with growing.only_writer(incoming.part_of(upload_ref)) as file:
        upload = Upload.objects.select_related("body").get(public_id=upload_ref)
        if upload.state != UploadState.OPEN or upload.sha256:
            raise Gone
        if part.offset != upload.offset:
            raise WrongOffset
        if part.length > upload.length - upload.offset:
            raise TooLong
        if file.size < upload.offset:
            raise OSError(f"{upload_ref}: {upload.offset} bytes were counted, {file.size} are there")
        file.cut_to(upload.offset)
        told = incoming.taken_so_far(upload_ref, upload.offset)
        try:
            _written(upload, part, file, told, kept_until=at.recorded_at + settings.UPLOAD_KEPT)
        except ContentRefused:
            refuse_content(upload, actor=actor, at=at)
            raise
        whole = upload.offset == upload.length
        if told is not None and told.size == upload.offset and not whole:
            incoming.remember(upload_ref, told)
        if whole:
            finish_upload(upload_ref=upload_ref, actor=actor, at=at, told=told)
            upload.refresh_from_db()
    if upload.state == UploadState.REFUSED:
        raise ContentRefused
    return upload


def _written(
    upload: Upload, part: Part, file: growing.Growing, told: Fingerprints | None, *, kept_until: datetime
) -> None:
    promised = hashlib.new(part.algorithm, usedforsecurity=False) if part.algorithm else None
    begun = end = upload.offset
    left = part.length
    try:
        with Beside(*(one.update for one in (promised, told) if one is not None)) as fingerprints:
            while left and (block := part.read(min(BLOCK, left))):
                if end == 0 and len(block) >= HEAD and not kind_of(bytes(block[:HEAD]), upload.name):
                    raise ContentRefused
                fingerprints.take(block)
                file.append(block)
                end, left = end + len(block), left - len(block)
                if not promised and end - upload.offset >= COUNTED_EVERY:
                    _count(upload, end, file, kept_until)
        if promised and (left or not compare_digest(promised.digest(), part.checksum)):
            file.cut_to(begun)
            if not left:
                raise WrongChecksum
        else:
            _count(upload, end, file, kept_until)
    except OSError:  # of the disk: a sender who hangs up or falls silent has only sent less
        file.cut_to(upload.offset)
        raise


def _count(upload: Upload, offset: int, file: growing.Growing, kept_until: datetime) -> None:
    """From here on the sender may forget these bytes."""
    if offset == upload.offset:
        return
    file.sync()
    Upload.objects.filter(pk=upload.pk).update(offset=offset, expires_at=kept_until)
    upload.offset = offset

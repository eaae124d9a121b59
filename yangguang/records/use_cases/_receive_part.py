"""Receive a part of an upload: written block by block, counted only once it is on disk, finished with the last byte.

The row says how much counts. What lies in the file behind that – a process died, the power went – is cut off before the next
part, so that what was acknowledged is always there and nothing else is taken for it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
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

COUNTED_EVERY = 32 * 1024 * 1024  # bytes: how much of a long part a dying process may lose


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


class NotTheOriginal(ContentRefused):
    """What came is whole, but not what was made on the spot."""


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
        raise NotTheOriginal if upload.sha256 else ContentRefused
    return upload


def _written(
    upload: Upload, part: Part, file: growing.Growing, told: Fingerprints | None, *, kept_until: datetime
) -> None:
    promised = hashlib.new(part.algorithm, usedforsecurity=False) if part.algorithm else None
    begun = end = upload.offset
    left = part.length
    try:
        with (
            Beside(*(one.update for one in (promised, told) if one is not None)) as fingerprints,
            _Counting(upload, file, kept_until) as counting,
        ):
            while left and (block := part.read(min(BLOCK, left))):
                if end == 0 and len(block) >= HEAD and not kind_of(bytes(block[:HEAD]), upload.name):
                    raise ContentRefused
                fingerprints.take(block)
                file.append(block)
                end, left = end + len(block), left - len(block)
                if not promised:
                    counting.look(end)
            fingerprints.wait()
            if not promised or (not left and compare_digest(promised.digest(), part.checksum)):
                counting.now(end)
            elif not left:
                raise WrongChecksum
    except (OSError, WrongChecksum):  # of the disk: a sender who hangs up or falls silent has only sent less
        file.cut_to(upload.offset)
        raise
    if upload.offset == begun and promised:
        file.cut_to(begun)


class _Counting:
    """Counts what is on disk: now and then while more comes, the disk working beside, and at the end."""

    def __init__(self, upload: Upload, file: growing.Growing, kept_until: datetime) -> None:
        self._upload, self._file, self._kept_until = upload, file, kept_until
        self._disk = ThreadPoolExecutor(1)
        self._syncing: Future[None] | None = None
        self._up_to = 0

    def __enter__(self) -> _Counting:
        return self

    def __exit__(self, *fault: object) -> None:
        self._disk.shutdown()

    def look(self, end: int) -> None:
        """Begin to bring to disk what came since the last time, and count it once it is there."""
        if self._syncing is not None and self._syncing.done():
            self._counted()
        if self._syncing is None and end - self._upload.offset >= COUNTED_EVERY:
            self._up_to, self._syncing = end, self._disk.submit(self._file.sync)

    def now(self, end: int) -> None:
        """Everything up to here is on disk, or this raises OSError."""
        if self._syncing is not None:
            self._counted()
        if end > self._upload.offset:
            self._file.sync()
            self._count(end)

    def _counted(self) -> None:
        syncing, self._syncing = self._syncing, None
        if syncing is not None:
            syncing.result()
            self._count(self._up_to)

    def _count(self, offset: int) -> None:
        """From here on the sender may forget these bytes."""
        Upload.objects.filter(pk=self._upload.pk).update(offset=offset, expires_at=self._kept_until)
        self._upload.offset = offset

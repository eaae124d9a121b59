"""What the job process does about uploads: ends those left too long, finishes those a crash left whole, removes strays."""

from __future__ import annotations

from contextlib import suppress

from django.conf import settings

from yangguang.base.events import Actor
from yangguang.kernel import clock, growing
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records import incoming
from yangguang.records.models import Upload, UploadState
from yangguang.records.use_cases.end_upload import end_upload
from yangguang.records.use_cases.finish_upload import finish_upload


def sweep_uploads(*, actor: Actor, at: Moment) -> int:
    """How many uploads ended or were finished; one that is being written is left for the next time."""
    done = 0
    for upload in Upload.objects.filter(state=UploadState.OPEN).order_by("pk"):
        whole = upload.offset == upload.length
        if not whole and upload.expires_at > at.recorded_at:
            continue
        with suppress(growing.Taken, Refused):
            if whole:
                with growing.alone_with(incoming.part_of(upload.public_id)):
                    finish_upload(upload_ref=upload.public_id, actor=actor, at=at)
            else:
                end_upload(upload_ref=upload.public_id, actor=actor, at=at, expired=True)
            done += 1
    _remove_strays()
    return done


def _remove_strays() -> None:
    folder = incoming.folder()
    if not folder.is_dir():
        return
    coming = set(Upload.objects.filter(state=UploadState.OPEN).values_list("public_id", flat=True))
    limit = (clock.now() - settings.UPLOAD_STRAYS_KEPT).timestamp()
    for found in [*folder.glob("*.part"), *folder.glob("*.lock"), *folder.glob(".new-*")]:
        if found.stem not in coming and found.stat().st_mtime < limit:
            found.unlink(missing_ok=True)

"""Real films, sound and pictures, made by the system's ffmpeg and by Pillow, and originals of a case that hold them."""

from __future__ import annotations

import io
import subprocess
import tempfile
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from PIL import Image

from tests.builders.cases import handler_of
from tests.builders.media import a_recording
from tests.films import ffmpeg
from yangguang.base import vault
from yangguang.base.events import SYSTEM
from yangguang.cases.models import Case
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.records.models import Derivative, MediaManifest
from yangguang.records.use_cases._make_waiting import make_waiting
from yangguang.records.use_cases._receive_part import Part, receive_part
from yangguang.records.use_cases.begin_upload import Brought, begin_upload
from yangguang.records.use_cases.catalogue_recording import Entry, catalogue_recording

FILM = "-f lavfi -i testsrc2=size=320x240:rate=10:duration={0} -f lavfi -i sine=440:duration={0} -c:v libx264 -preset ultrafast"
SOUND = "-f lavfi -i sine=440:duration={0} -ac 1 -ar 8000"
SILENCE = "-f lavfi -i anullsrc=r=8000:cl=mono -t {0}"


@cache
def made_by_ffmpeg(words: str, suffix: str) -> bytes:
    """What ffmpeg makes of these words, as a file of this kind."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"made{suffix}"
        subprocess.run([ffmpeg() or "ffmpeg", "-v", "error", "-y", *words.split(), str(path)], check=True)
        return path.read_bytes()


def a_film(seconds: int = 2, more: str = "-c:a aac -movflags +faststart", suffix: str = ".mp4") -> bytes:
    """A moving picture with a tone."""
    return made_by_ffmpeg(f"{FILM.format(seconds)} {more}", suffix)


def a_sound(seconds: int = 2, suffix: str = ".wav") -> bytes:
    """A tone."""
    return made_by_ffmpeg(SOUND.format(seconds), suffix)


def a_silence(seconds: int, suffix: str = ".wav") -> bytes:
    """Nothing to be heard."""
    return made_by_ffmpeg(SILENCE.format(seconds), suffix)


def a_picture(
    kind: str = "JPEG", size: tuple[int, int] = (640, 480), taken: str = "2026:11:18 08:58:01", zone: str = ""
) -> bytes:
    """A picture that says when it was taken."""
    made, exif, out = Image.new("RGB", size, (70, 110, 160)), Image.Exif(), io.BytesIO()
    if taken:
        exif.get_ifd(0x8769)[36867] = taken
    if zone:
        exif.get_ifd(0x8769)[36881] = zone
    made.save(out, kind, exif=exif)
    return out.getvalue()


def an_original(
    case, content: bytes, name: str = "现场检查.mp4", *, occurred_at: datetime | None = None
) -> MediaManifest:
    """A recording or picture that came into a case."""
    actor, at = handler_of(case), Moment.now()
    brought = Brought(name, len(content), occurred_at or clock.now(), "陈立", "DSJ-02")
    begun = begin_upload(file_ref=case.public_id, brought=brought, actor=actor, at=at)
    receive_part(begun.public_id, Part(0, len(content), io.BytesIO(content).read), actor=actor, at=at)
    begun.refresh_from_db()
    assert begun.manifest is not None, "it was not taken"
    return begun.manifest


def a_manifest(case, seconds: int = 60, **told) -> MediaManifest:
    """The row of an original in a case in whatever state, over some bytes: nothing is made of it."""
    blob = vault.store(a_recording(2000), media_type="video/mp4")
    now = clock.now()
    return MediaManifest.objects.create(
        body=case.body, file_ref=case.public_id, blob=blob, name="现场检查.mp4", size=blob.size, media_type="video/mp4",
        sha256=blob.sha256, tree_root="0" * 64, chunk_bytes=1, trust_origin="manual_upload", device_number="DSJ-02",
        officer_name="陈立", importer_ref="account:x", importer_name="陈立", occurred_at=now - timedelta(seconds=seconds),
        made_by="tests", made_at=now, **told,
    )  # fmt: skip


def a_preview(media: MediaManifest, milliseconds: int = 60_000, **facts) -> Derivative:
    """What the job process would have made of it."""
    known = {"milliseconds": milliseconds, "video": "h264 320×240", "audio": "aac", "peaks": [3, 60, 20] * 100} | facts
    return Derivative.objects.create(
        body=media.body, file_ref=media.file_ref, source=media, purpose="preview", state="made", facts=known,
        blob=vault.store(a_recording(3000, ".webm"), media_type="video/webm"), tool="ffmpeg 5.1", asked_by_name="系统",
        asked_at=media.made_at, made_at=media.made_at,
    )  # fmt: skip


def catalogued(media: MediaManifest) -> MediaManifest:
    """With an entry in the catalogue."""
    entry = Entry("现场检查", media.occurred_at, media.occurred_at, "示范县滨河路8号", "陈立、周敏", "核对考勤机")
    actor = handler_of(Case.objects.get(public_id=media.file_ref))
    catalogue_recording(media_ref=media.public_id, entry=entry, actor=actor, at=Moment.now())
    return media


def looked_at(media: MediaManifest) -> Derivative:
    """Its preview, made or not, after the job process had its turn."""
    make_waiting(actor=SYSTEM, at=Moment.now())
    return media.derivatives.get(purpose="preview")

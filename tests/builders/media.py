"""Recordings in tests, and a client of the upload protocol that speaks through Django's own test client."""

from __future__ import annotations

import base64
import hashlib
import random
from typing import Any

from django.urls import reverse

from tests.builders.cases import handler_of
from yangguang.cases.models import Case
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.records import incoming
from yangguang.records.api import Evidence, MediaManifest, add_evidence
from yangguang.records.models import Upload
from yangguang.records.use_cases.begin_upload import Brought, begin_upload
from yangguang.records.use_cases.finish_upload import finish_upload

FILM = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom"
BEGINNINGS = {
    ".mp4": FILM, ".m4a": b"\0\0\0\x20ftypM4A \0\0\0\0M4A mp42isom", ".mov": b"\0\0\0\x14ftypqt  \0\0\0\0qt  ",
    ".webm": b"\x1aE\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\xf2\x81\x04B\xf3\x81\x08B\x82\x84webm",
    ".mkv": b"\x1aE\xdf\xa3\xa3B\x86\x81\x01B\xf7\x81\x01B\xf2\x81\x04B\xf3\x81\x08B\x82\x88matroska",
    ".mp3": b"ID3\x04\0\0\0\0\0\0", ".wav": b"RIFF\x24\x10\0\0WAVEfmt ", ".amr": b"#!AMR\n<", ".jpg": b"\xff\xd8\xff\xe0",
    ".png": b"\x89PNG\r\n\x1a\n", ".heic": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
}  # fmt: skip


def a_recording(size: int = 100_000, suffix: str = ".mp4", seed: int = 1) -> bytes:
    """Bytes that begin like a recording; the rest is noise that is the same every time."""
    start = BEGINNINGS[suffix]
    return start + random.Random(seed).randbytes(size - len(start))


def told_of(**metadata: str) -> str:
    """Metadata as it travels."""
    return ",".join(f"{name} {base64.b64encode(value.encode()).decode()}" for name, value in metadata.items())


def promised(content: bytes, algorithm: str = "sha256") -> str:
    """The checksum of a part as it travels."""
    return f"{algorithm} {base64.b64encode(hashlib.new(algorithm, content).digest()).decode()}"


def spoken(client: Any, method: str, address: str, content: bytes = b"", **headers: Any) -> Any:
    """One request of the protocol."""
    named = {name.replace("_", "-"): str(value) for name, value in headers.items()}
    return client.generic(
        method, address, content, content_type="application/offset+octet-stream",
        headers={"Tus-Resumable": "1.0.0"} | named,
    )  # fmt: skip


def began(client: Any, file_ref: str, length: int, name: str = "现场.mp4", **metadata: str) -> Any:
    """Ask for an upload."""
    told = told_of(filename=name, case=file_ref, **metadata)
    return spoken(client, "POST", reverse("records:uploads"), Upload_Length=length, Upload_Metadata=told)


def sent(client: Any, address: str, offset: int, content: bytes, **headers: Any) -> Any:
    """Send a part."""
    return spoken(client, "PATCH", address, content, Upload_Offset=offset, **headers)


def offset_of(client: Any, address: str) -> int:
    """How much the server says it has."""
    return int(spoken(client, "HEAD", address)["Upload-Offset"])


def brought(client: Any, file_ref: str, content: bytes, name: str = "现场.mp4", **metadata: str) -> str:
    """A whole recording, in one part; the address of its upload."""
    address = began(client, file_ref, len(content), name, **metadata)["Location"]
    assert sent(client, address, 0, content).status_code == 204
    return address


def an_original(case: Case, content: bytes, name: str = "现场.mp4") -> MediaManifest:
    """A recording that came whole into a case, written down."""
    actor, at = handler_of(case), Moment.now()
    brought_one = Brought(name=name, length=len(content), occurred_at=at.occurred_at)
    upload = begin_upload(file_ref=case.public_id, brought=brought_one, actor=actor, at=at)
    incoming.part_of(upload.public_id).write_bytes(content)
    Upload.objects.filter(pk=upload.pk).update(offset=len(content))
    manifest = finish_upload(upload_ref=upload.public_id, actor=actor, at=at).manifest
    assert manifest is not None
    return manifest


def as_evidence(case: Case, manifest: MediaManifest, name: str = "现场录像") -> Evidence:
    """The same as evidence of its case."""
    return add_evidence(
        body=case.body, file_ref=case.public_id, kind="audiovisual_material", name=name, source="执法记录仪", proves="现场",
        obtained_on=clock.today(), collector_names=["陈立", "周敏"], media_ref=manifest.public_id, original=True,
        actor=handler_of(case), at=Moment.now(),
    )  # fmt: skip

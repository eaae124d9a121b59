"""Stored files by content: written durably before the row that names them, write-once, re-hashed on a budget."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import puremagic
from django.conf import settings
from django.db.models import F

from yangguang.base import chunk_tree
from yangguang.base.models.blob import Blob
from yangguang.kernel import clock, disk, growing
from yangguang.kernel.refusal import Refused

LIMIT = 50 * 1024 * 1024
IN_MEMORY = 512 * 1024 * 1024  # what is larger is only ever read block by block
ALLOWED = {
    "application/pdf": (".pdf",),
    "image/jpeg": (".jpg", ".jpeg"),
    "image/png": (".png",),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": (".docx",),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": (".xlsx",),
    "video/mp4": (".mp4",),
    "audio/mpeg": (".mp3",),
    "text/plain": (".txt",),
}

OFFICE_PARTS = {
    b"word/document.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    b"xl/workbook.xml": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def store(content: bytes, *, media_type: str) -> Blob:
    """Keep content the product itself made. Returns the existing row when the same content is already kept."""
    digest = hashlib.sha256(content).hexdigest()
    path = path_of(digest)
    if not path.exists():
        disk.write_durably(path, content, mode=0o440)
    blob, _ = Blob.objects.get_or_create(
        sha256=digest, defaults={"size": len(content), "media_type": media_type, "stored_at": clock.now()}
    )
    return blob


def store_upload(content: bytes, *, name: str, kinds: tuple[str, ...] | None = None, limit: int = LIMIT) -> Blob:
    """Keep a file from outside: its size, its kind by content and its name must agree. Raises Refused otherwise."""
    return store(content, media_type=media_type_of(content, name=name, kinds=kinds, limit=limit))


def media_type_of(content: bytes, *, name: str, kinds: tuple[str, ...] | None = None, limit: int = LIMIT) -> str:
    """What a file from outside is, when its size, its content and its name agree. Raises Refused otherwise."""
    if not content:
        raise Refused("文件是空的，没有保存。", remedy="请重新选择文件。")
    if len(content) > limit:
        raise _too_large(limit)
    allowed = {kind: ALLOWED[kind] for kind in (kinds or tuple(ALLOWED))}
    media_type = sniff(content)
    suffix = Path(name).suffix.lower()
    if media_type not in allowed or suffix not in allowed[media_type]:
        wanted = "、".join(sorted({s.lstrip(".").upper() for suffixes in allowed.values() for s in suffixes}))
        raise Refused("文件内容与允许的种类不符，没有保存。", remedy=f"请上传 {wanted} 文件，并保持原来的扩展名。")
    return media_type


def content_of(upload: Any, *, limit: int = LIMIT) -> bytes:
    """What was uploaded, read only when it is not too large. Raises Refused (field `file`) otherwise."""
    if upload.size > limit:
        raise _too_large(limit)
    content: bytes = upload.read()
    return content


def _too_large(limit: int) -> Refused:
    return Refused(f"文件超过 {limit // 1024 // 1024} MB，没有保存。", field="file", remedy="请压缩或分开上传。")


def sniff(content: bytes) -> str:
    """The media type by content alone, or an empty string."""
    if content[:4] == b"PK\x03\x04":  # all Office files begin alike; only the names of their parts tell them apart
        return next((kind for part, kind in OFFICE_PARTS.items() if part in content), "")
    try:
        return str(puremagic.from_string(content, mime=True))
    except (puremagic.PureError, ValueError):
        return ""


def read(blob: Blob) -> bytes:
    """The content, checked against its fingerprint. Raises Refused when it is missing or no longer what it was."""
    path = _place_of(blob)
    if blob.size > IN_MEMORY:
        raise Refused("文件太大，不能整个读入。", remedy="请在证据页下载原件。")
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != blob.sha256:
        raise altered()
    return content


def must_be_intact(blob: Blob) -> None:
    """Raises Refused when a stored file of any size is missing or no longer what it was."""
    if not _holds(_place_of(blob), blob.sha256):
        raise altered()


def blocks(blob: Blob, start: int = 0, stop: int | None = None) -> Iterator[bytes]:
    """A stretch of a stored file, block by block. A whole one is checked on its way: of an altered one the end never comes."""
    place = _place_of(blob)
    if start or (stop is not None and stop < blob.size):
        return chunk_tree.blocks_of(place, start, stop)
    return _checked(place, blob.sha256)


def _checked(place: Path, digest: str) -> Iterator[bytes]:
    told, held = hashlib.sha256(), b""
    for block in chunk_tree.blocks_of(place):
        if held:
            yield held
        told.update(block)
        held = block
    if told.hexdigest() != digest:
        raise altered()
    yield held


def altered() -> Refused:
    """What is said of a stored file that is not what it was."""
    return Refused("文件与入库时的指纹不一致，不能打开。", remedy="请联系系统管理员核查。")


def adopt(part: Path, digest: str) -> None:
    """Move a whole file in, by its fingerprint, without reading it into memory. What lies there already stays if it is sound."""
    place = path_of(digest)
    if not (place.exists() and _holds(place, digest)):
        growing.settle(part, place)


def keep(made: Path, *, media_type: str) -> Blob:
    """Keep a file the product itself made beside the vault; it is moved, never read into memory."""
    with made.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    size = made.stat().st_size
    adopt(made, digest)
    known = {"size": size, "media_type": media_type, "stored_at": clock.now()}
    return Blob.objects.get_or_create(sha256=digest, defaults=known)[0]


def _place_of(blob: Blob) -> Path:
    path = path_of(blob.sha256)
    if not path.exists():
        raise Refused("文件不在存储中，不能打开。", remedy="请联系系统管理员从备份恢复。")
    return path


def _holds(path: Path, digest: str) -> bool:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == digest


def path_of(digest: str) -> Path:
    """Where content with this fingerprint lives."""
    return Path(settings.VAULT_DIR) / digest[:2] / digest[2:4] / digest


def faults(budget: int | None = None) -> Iterator[str]:
    """Re-hash stored files, the longest unchecked first, and name what is missing or altered."""
    rows = Blob.objects.order_by(F("checked_at").asc(nulls_first=True), "pk")
    for blob in rows[:budget] if budget else rows.iterator():
        path = path_of(blob.sha256)
        if not path.exists():
            yield f"存件 {blob.public_id}：文件缺失"
            continue
        if not _holds(path, blob.sha256):
            yield f"存件 {blob.public_id}：内容与指纹不符"
            continue
        Blob.objects.filter(pk=blob.pk).update(checked_at=clock.now())

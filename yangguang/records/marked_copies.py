"""What a grant shows: a marked copy of a picture or paper, drawn for this viewing; recordings play under the mark."""

from __future__ import annotations

from dataclasses import dataclass

from yangguang.base import vault
from yangguang.base.media_kinds import is_recording
from yangguang.base.models import Blob
from yangguang.base.press.foreign import page_pictures, pictures_of
from yangguang.base.press.pdf import render_pdf
from yangguang.base.press.watermark import marked, marked_pdf
from yangguang.kernel import clock
from yangguang.kernel.refusal import Refused
from yangguang.records.models import AccessItem, AccessRequest
from yangguang.records.use_cases.make_document import sheet_of

MOST_OF_PURPOSE = 24
PDF, JPEG = "application/pdf", "image/jpeg"


@dataclass(frozen=True)
class Copy:
    """One marked copy."""

    content: bytes
    media_type: str


def mark_of(access: AccessRequest) -> tuple[str, ...]:
    """Who, when, by which grant, what for."""
    now = clock.now().astimezone(clock.BEIJING)
    purpose = access.purpose.replace("\n", " ")
    short = purpose if len(purpose) <= MOST_OF_PURPOSE else f"{purpose[:MOST_OF_PURPOSE]}…"
    return (
        f"{access.asked_by_name}　{access.asked_by_body.name}", f"{now:%Y-%m-%d %H:%M}　{access.number}", f"事由：{short}",
    )  # fmt: skip


def blob_of(item: AccessItem) -> Blob | None:
    """The stored file an item opens; a paper is set anew."""
    if item.evidence is not None:
        return item.evidence.blob
    return item.scan.blob if item.scan is not None else None


def plays(item: AccessItem) -> str:
    """`video` or `audio` for a recording, else nothing."""
    blob = blob_of(item)
    return blob.media_type.partition("/")[0] if blob is not None and is_recording(blob.media_type) else ""


def copy_of(item: AccessItem) -> Copy:
    """The marked copy. Raises Refused for what cannot be drawn."""
    lines, blob = mark_of(item.access), blob_of(item)
    if blob is None:
        assert item.document is not None
        return Copy(marked_pdf(pictures_of(render_pdf(sheet_of(item.document))), lines), PDF)
    vault.must_be_intact(blob)
    pictures = page_pictures(vault.path_of(blob.sha256))
    if not pictures:
        raise Refused("这个文件不能在线显示。", "GD-REC-2021:26.1", remedy="需要原件的，请在申请时勾选下载。")
    if blob.media_type == PDF:
        return Copy(marked_pdf(pictures, lines), PDF)
    return Copy(marked(pictures[0], lines), JPEG)

"""The public text of a decision as a PDF to keep or print: what the page says, without a seal, and how to check it."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from yangguang.base.press.blocks import Block, DocumentNumber, Footnote, Heading, SealPlace, facts, paragraph
from yangguang.base.press.pdf import render_pdf
from yangguang.base.press.sheet import Code, Sheet
from yangguang.bulletin import pages_on_disk
from yangguang.bulletin.models import Notice
from yangguang.bulletin.rendering import RIGHT, TITLE
from yangguang.bulletin.site_frame import link_of

STORE = "public"
NOTE = "本文件是公开文本，依法隐去不应公开的内容，不加盖印章；是否更正、撤回，以网上公开的内容为准。"


def paper_of(notice: Notice) -> bytes:
    """The PDF of a standing notice."""
    return render_pdf(sheet_of(notice))


def name_of_paper(notice: Notice) -> str:
    """What the PDF is called where somebody keeps it."""
    return f"{notice.number}（公开文本）.pdf"


def sheet_of(notice: Notice) -> Sheet:
    """The text as it is public, or the summary where only that is."""
    code = Code(notice.ref, link_of(notice.ref), (f"第 {notice.version} 版",))
    return Sheet(
        title=f"{notice.number}（公开文本）", dated_on=notice.decided_on,
        blocks=(*_blocks(notice), SealPlace(notice.body_name, notice.decided_on), Footnote(NOTE)),
        number=notice.number, body_name=notice.body_name, code=code,
    )  # fmt: skip


def _blocks(notice: Notice) -> list[Block]:
    titles = [line.removeprefix(TITLE) for line in notice.text if line.startswith(TITLE)] or [notice.title]
    plain = [line for line in notice.text if not line.startswith((TITLE, RIGHT))]
    told: list[Block] = [paragraph(line) for line in plain]
    rows = [(str(label), str(value)) for label, value in notice.summary]
    return [*map(Heading, titles), DocumentNumber(notice.number), *(told or [facts(*rows)])]


def put_attachments(ref: str, contents: Sequence[bytes], *, version: int) -> None:
    """Write the attachments of the version that stands; nothing of one that was overtaken."""
    with transaction.atomic(using=STORE):
        now = Notice.objects.select_for_update().filter(ref=ref, version=version).first()
        if now is not None and now.stands:
            pages_on_disk.write_attachments(ref, contents)


def put_paper(ref: str, *, version: int) -> bool:
    """Write the PDF of a version. False while that version has not arrived; nothing when it does not stand any more.

    It is drawn before the row is locked, for drawing takes long, and kept only if the version is still the one that stands.
    """
    notice = Notice.objects.filter(ref=ref).first()
    if notice is None or notice.version < version:
        return False
    if not notice.stands:
        return True
    content = paper_of(notice)
    with transaction.atomic(using=STORE):
        now = Notice.objects.select_for_update().get(ref=ref)
        if now.stands and now.version == notice.version:
            pages_on_disk.write_paper(ref, content)
    return True

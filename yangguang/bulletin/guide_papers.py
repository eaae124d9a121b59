"""A service guide on A4, and its application forms: blank to fill in, on paper or in Word, and filled in as a sample (D09)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from yangguang.base.press.blocks import Block, Fact, Facts, Footnote, Heading, SignatureLine, paragraph
from yangguang.base.press.docx import render_docx
from yangguang.base.press.pdf import render_pdf
from yangguang.base.press.sheet import Code, Sheet
from yangguang.bulletin import pages_on_disk
from yangguang.bulletin.guides import standing_guides
from yangguang.bulletin.models import ListStatus, PublicGuide, PublicList
from yangguang.bulletin.site_frame import link_of
from yangguang.kernel import disk

STORE = "public"
GUIDE = "guide"
UPLOADED = "file"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NOTE = "本指南不加盖印章；是否修订、停止施行，以网上公开的内容为准。"
SAMPLE_MARK = "示范文本"
ROOM = "\n"


@dataclass(frozen=True)
class GuideCopy:
    """What the papers of one guide are made of: cells by label, forms with their fields, and where it is public."""

    name: str
    body_name: str
    cells: Sequence[Sequence[str]]
    forms: Sequence[Mapping[str, Any]]
    dated_on: date
    told: str
    ref: str = ""
    files: Sequence[Mapping[str, Any]] = ()


@dataclass(frozen=True)
class Paper:
    """One file of a guide: its name in the address, what it is, and its kind."""

    slug: str
    title: str
    suffix: str = "pdf"
    size: int = 0  # bytes; known of a file that was uploaded

    @property
    def media_type(self) -> str:
        """Its kind as browsers name it."""
        return {"docx": DOCX, "xlsx": XLSX}.get(self.suffix, PDF)


def papers_of(copy: GuideCopy | PublicGuide) -> list[Paper]:
    """Every file of a guide: the guide first, then each form blank, in Word, and filled in."""
    found = [Paper(GUIDE, f"{copy.name}服务指南")]
    for number, form in enumerate(copy.forms, start=1):
        title = form["title"]
        found += [
            Paper(f"form-{number}", f"{title}（空白表）"), Paper(f"form-{number}-word", f"{title}（空白表）", "docx"),
            Paper(f"sample-{number}", f"{title}（示范文本）"),
        ]  # fmt: skip
    uploaded = enumerate(copy.files, start=1)
    return found + [Paper(f"{UPLOADED}-{number}", f["title"], f["suffix"], f["size"]) for number, f in uploaded]


def paper(copy: GuideCopy, one: Paper) -> bytes:
    """The content of a file."""
    if one.slug == GUIDE:
        return render_pdf(_guide(copy))
    kind, number, *_ = one.slug.split("-")
    sheet = _form(copy, copy.forms[int(number) - 1], filled=kind == "sample")
    return render_docx(sheet) if one.suffix == "docx" else render_pdf(sheet)


def put_guide_papers(list_ref: str, uploaded: Mapping[tuple[str, str], bytes]) -> bool:
    """Draw the papers of every guide of an edition, and put uploaded sample forms there as they are, by fingerprint and kind;
    none of an edition that was taken back. False while none of its guides has arrived, or when they changed while they were
    drawn.
    """
    guides = list(PublicGuide.objects.select_related("edition").filter(edition__ref=list_ref))
    drawn: set[tuple[str, str]] = set()
    waiting = {(sha256, f"{UPLOADED}.{suffix}"): content for (sha256, suffix), content in uploaded.items()}
    for guide in guides if guides and guides[0].edition.stands else ():
        copy = copy_of_guide(guide)
        made = {
            place: paper(copy, one)
            for one in papers_of(copy)
            if not one.slug.startswith(UPLOADED) and (place := _place(guide, one)) not in drawn
        }
        if not _put(guide.edition, made | waiting):
            return False
        waiting = {}
        drawn.update(made)
    return bool(guides)


@transaction.atomic(using=STORE)
def _put(edition: PublicList, made: Mapping[tuple[str, str], bytes]) -> bool:
    """Locked until they are in place: none is put where it was just taken away."""
    now = PublicList.objects.select_for_update().get(pk=edition.pk)
    if (now.status, now.version) != (edition.status, edition.version):
        return False
    for place, content in made.items():
        pages_on_disk.write_list_file(*place, content)
    return True


def remove_guide_papers(guides: Collection[PublicGuide]) -> None:
    """Take the files of guides away; a form that a guide of another edition has too stays."""
    going = {pages_on_disk.list_file_of(*_place(guide, one)) for guide in guides for one in papers_of(guide)}
    editions = {guide.edition_id for guide in guides}
    others = PublicGuide.objects.select_related("edition").exclude(edition__in=editions)
    kept = {pages_on_disk.list_file_of(*_place(guide, one)) for guide in others for one in papers_of(guide)}
    for path in sorted(going - kept):
        disk.remove_durably(path)


def _place(guide: PublicGuide, one: Paper) -> tuple[str, str]:
    """Where a file lies. Many guides of a body have the same form, which is drawn and kept once, under its fingerprint."""
    if one.slug == GUIDE:
        return guide.ref, f"{one.slug}.{one.suffix}"
    kind, number, *_ = one.slug.split("-")
    if kind == UPLOADED:
        return str(guide.files[int(number) - 1]["sha256"]), f"file.{one.suffix}"
    told = json.dumps([guide.body_name, guide.forms[int(number) - 1]], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest(), f"{kind}.{one.suffix}"


def files() -> set[Path]:
    """Every file that lies ready for a guide ever public."""
    guides = PublicGuide.objects.select_related("edition").exclude(edition__status=ListStatus.WITHDRAWN).order_by("pk")
    return {pages_on_disk.list_file_of(*_place(guide, one)) for guide in guides for one in papers_of(guide)}


def lies_ready(guide: PublicGuide, one: Paper) -> bool:
    """Whether a file of a guide is drawn."""
    return pages_on_disk.list_file_of(*_place(guide, one)).exists()


def guide_paper_of(guide: PublicGuide, slug: str) -> tuple[Paper, bytes] | None:
    """A file as it lies since it became public; None for one that is not there, or not drawn yet."""
    one = next((known for known in papers_of(guide) if known.slug == slug), None)
    path = pages_on_disk.list_file_of(*_place(guide, one)) if one else None
    return (one, path.read_bytes()) if one and path and path.exists() else None


def uploaded_forms(body_ref: str, on: date) -> list[tuple[PublicGuide, Paper]]:
    """The sample forms that were uploaded for the guides of a body in force on a day, each file once, with the first guide."""
    found: dict[tuple[str, str], tuple[PublicGuide, Paper]] = {}
    for guide in standing_guides(on, body_ref=body_ref).exclude(files=[]).defer(None).defer("words", "cells"):
        for one in papers_of(guide):
            if one.slug.startswith(UPLOADED) and lies_ready(guide, one):
                found.setdefault(_place(guide, one), (guide, one))
    return list(found.values())


def copy_of_guide(guide: PublicGuide) -> GuideCopy:
    """A public guide as its papers are made of it."""
    edition = guide.edition
    told = f"{edition.title}，{edition.in_force_from:%Y年%-m月%-d日}起施行"
    return GuideCopy(
        guide.name, guide.body_name, guide.cells, guide.forms, edition.published_on, told, guide.ref, guide.files
    )


def _guide(copy: GuideCopy) -> Sheet:
    rows = tuple((Fact(label, text),) for label, text in copy.cells if text)
    blocks: list[Block] = [Heading("行政执法服务指南"), Facts(rows)]
    if copy.forms:
        titles = "、".join(f"《{one['title']}》" for one in copy.forms)
        blocks.append(paragraph(f"申请表：{titles}，附空白表和示范文本。"))
    code = Code(copy.ref, link_of(copy.ref, part="guides"), (copy.told,)) if copy.ref else None
    return Sheet(
        title=f"{copy.name}服务指南", blocks=(*blocks, Footnote(f"{copy.body_name}　{copy.told}。{NOTE}")),
        dated_on=copy.dated_on, body_name=copy.body_name, form=True, code=code,
    )  # fmt: skip


def _form(copy: GuideCopy, form: Mapping[str, Any], *, filled: bool) -> Sheet:
    rows = tuple((Fact(field["label"], field["sample"] if filled else ROOM),) for field in form["fields"])
    signer = str(form["fields"][0]["sample"]) if filled else ""
    blocks = (
        Heading(form["title"]), Facts(rows),
        SignatureLine("申请人（签名或者盖章）", signer), Footnote(f"收件机关：{copy.body_name}"),
    )  # fmt: skip
    return Sheet(
        title=f"{form['title']}{'（示范文本）' if filled else ''}", blocks=blocks, dated_on=copy.dated_on,
        body_name=copy.body_name, form=True, watermark=SAMPLE_MARK if filled else "",
    )  # fmt: skip

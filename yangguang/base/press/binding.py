"""Bind papers into one PDF: volumes with their bookmarks, every numbered page stamped, pictures laid on pages of their own."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import typst
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, NumberObject, StreamObject

from yangguang.base.press.faces import faces, fonts, site_folder
from yangguang.base.press.foreign import size_of
from yangguang.base.press.pdf import STANDARD

LAYOUT = Path(__file__).with_name("strips.typ")
SHORT, LONG = 595.28, 841.89  # points of an A4 page
MARGIN = 48.0  # points around a picture
STRIP_AT = (57.0, 32.0)  # points of the strip's place from the right and, its foot, from the top
STRIP_NAME = "/YgStrip"


@dataclass(frozen=True)
class Part:
    """One paper of a volume: a PDF of ours or page pictures; a part without numbers is cover, contents or back note."""

    title: str
    pdf: bytes = b""
    pictures: Sequence[bytes] = ()
    numbered: bool = True
    note: str = ""


@dataclass(frozen=True)
class Volume:
    """Papers numbered from 1 in their own run."""

    title: str
    parts: tuple[Part, ...]


@dataclass
class _Strip:
    """What stands on top of one page."""

    number: str
    note: str
    mark: str
    page: int = field(default=0)


def bind(volumes: Sequence[Volume], *, mark: str = "", told: Callable[[int], None] = lambda done: None) -> bytes:
    """One PDF. `mark` is stamped on every page; `told` hears after each part how many are in."""
    cover = volumes[0].parts[0]
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(cover.pdf)))
    _bare(writer)
    strips: list[_Strip] = []
    standard, done = True, 0
    for volume in volumes:
        above, number, first = None, 0, len(writer.pages)
        for part in volume.parts:
            begins = 0 if part is cover else len(writer.pages)
            if part is not cover:
                standard &= _append(writer, part)
            if above is None:
                first = begins
                above = writer.add_outline_item(title=volume.title, page_number=first)
            writer.add_outline_item(title=part.title, page_number=begins, parent=above)
            for page in range(begins, len(writer.pages)):
                number += part.numbered
                strips.append(_Strip(str(number) if part.numbered else "", part.note, mark, page))
            done += 1
            told(done)
    _stamp(writer, strips)
    if not standard:
        writer._root_object.pop(NameObject("/Metadata"), None)  # it would claim PDF/A for what is none
    written = io.BytesIO()
    writer.generate_file_identifiers()
    writer.write(written)
    return written.getvalue()


def _bare(writer: PdfWriter) -> None:
    """The cover's own outline and tags are not those of the file."""
    for name in ("/Outlines", "/StructTreeRoot", "/MarkInfo", "/PageLabels", "/OpenAction", "/Names"):
        writer._root_object.pop(NameObject(name), None)
    writer._root_object[NameObject("/PageMode")] = NameObject("/UseOutlines")


def _append(writer: PdfWriter, part: Part) -> bool:
    """Put a part's pages at the end; whether they are as PDF/A wants them."""
    if part.pictures:
        for picture in part.pictures:
            _picture_page(writer, picture)
        return True
    read = PdfReader(io.BytesIO(part.pdf))
    writer.append(read, import_outline=False)
    return "/OutputIntents" in read.root_object


def _picture_page(writer: PdfWriter, jpeg: bytes) -> None:
    """A page as the picture lies, with the picture as large as its margins allow; the JPEG goes in as it is."""
    width, height = size_of(jpeg) or (1, 1)
    paper = (LONG, SHORT) if width > height else (SHORT, LONG)
    scale = min((paper[0] - 2 * MARGIN) / width, (paper[1] - 2 * MARGIN) / height)
    shown = (width * scale, height * scale)
    page = writer.add_blank_page(*paper)
    image = StreamObject()
    image.set_data(jpeg)
    image.update({
        NameObject("/Type"): NameObject("/XObject"), NameObject("/Subtype"): NameObject("/Image"),
        NameObject("/Width"): NumberObject(width), NameObject("/Height"): NumberObject(height),
        NameObject("/ColorSpace"): NameObject("/DeviceRGB"), NameObject("/BitsPerComponent"): NumberObject(8),
        NameObject("/Filter"): NameObject("/DCTDecode"),
    })  # fmt: skip
    drawing = f"q {shown[0]:.2f} 0 0 {shown[1]:.2f} {(paper[0] - shown[0]) / 2:.2f} {(paper[1] - shown[1]) / 2:.2f} cm /YgImage Do Q"
    named = DictionaryObject({NameObject("/YgImage"): writer._add_object(image)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): named})
    page[NameObject("/Contents")] = _stream(writer, drawing)


def _stamp(writer: PdfWriter, strips: Sequence[_Strip]) -> None:
    """Lay each page's strip over it. All strips are set in one go and share their faces."""
    wanted = [one for one in strips if one.number or one.note or one.mark]
    if not wanted:
        return
    told = json.dumps(
        [{"number": one.number, "note": one.note, "mark": one.mark} for one in wanted], ensure_ascii=False
    )
    folder = site_folder()
    inputs = {"strips": told, "faces": json.dumps(faces(folder), sort_keys=True)}
    drawn: Any = typst.Compiler(font_paths=fonts(folder), sys_inputs=inputs).compile(
        LAYOUT.read_bytes(), format="pdf", pdf_standards=STANDARD
    )
    read = PdfReader(io.BytesIO(drawn))
    opened = _stream(writer, "q")
    for one, strip in zip(wanted, read.pages, strict=True):
        _lay_over(writer, writer.pages[one.page], strip, opened)


def _lay_over(writer: PdfWriter, page: PageObject, strip: PageObject, opened: IndirectObject) -> None:
    """The strip as a form on the page, after all that is drawn there."""
    form = StreamObject()
    contents = strip.get_contents()
    form.set_data(contents.get_data() if contents is not None else b"")
    form.update({
        NameObject("/Type"): NameObject("/XObject"), NameObject("/Subtype"): NameObject("/Form"),
        NameObject("/BBox"): ArrayObject(strip.mediabox), NameObject("/Resources"): strip["/Resources"].clone(writer),
    })  # fmt: skip
    resources = DictionaryObject(page.get("/Resources", DictionaryObject()).get_object())
    named = DictionaryObject(resources.get("/XObject", DictionaryObject()).get_object())
    named[NameObject(STRIP_NAME)] = writer._add_object(form.flate_encode())
    resources[NameObject("/XObject")] = named
    page[NameObject("/Resources")] = resources
    left = float(page.mediabox.width) - float(strip.mediabox.width) - STRIP_AT[0]
    top = float(page.mediabox.height) - STRIP_AT[1]
    closed = _stream(writer, f" Q q 1 0 0 1 {left:.2f} {top:.2f} cm {STRIP_NAME} Do Q")
    page[NameObject("/Contents")] = ArrayObject([opened, *_parts_of(page), closed])


def _parts_of(page: PageObject) -> list[IndirectObject]:
    raw = page.raw_get("/Contents") if "/Contents" in page else None
    if raw is None:
        return []
    found = raw.get_object()
    return list(found) if isinstance(found, ArrayObject) else [raw]


def _stream(writer: PdfWriter, words: str) -> IndirectObject:
    stream = StreamObject()
    stream.set_data(words.encode())
    return writer._add_object(stream)

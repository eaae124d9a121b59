"""Everything a finished file says, not only what is seen: text layer, properties, bookmarks, notes, forms, attachments.

What cannot be read is said so by `Unreadable`: whoever asks must take the file for one that may say anything.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, ByteStringObject, DictionaryObject, StreamObject, TextStringObject

from yangguang.base.press.reading import page_texts

MOST_OBJECTS = 200_000
DEEPEST = 40  # dictionaries in dictionaries
ATTACHED_IN_ATTACHED = 2
METADATA, FILES = "/Metadata", "/EmbeddedFile"
PLACES = {
    "/Title": "文件属性或者书签", "/Author": "文件属性", "/Subject": "文件属性", "/Keywords": "文件属性", "/Creator": "文件属性",
    "/Producer": "文件属性", "/Contents": "批注", "/T": "批注或者表单", "/RC": "批注", "/V": "表单", "/TU": "表单", "/DV": "表单",
    "/F": "附件名称", "/UF": "附件名称", "/Desc": "附件说明", "/JS": "脚本", "/ActualText": "替代文字", "/Alt": "替代文字",
    "/URI": "链接",
}  # fmt: skip
BLOCKS = frozenset(
    {
        "address", "article", "aside", "body", "br", "caption", "dd", "details", "div", "dl", "dt", "footer", "form", "h1", "h2", "h3",
        "head", "header", "hr", "html", "li", "main", "nav", "ol", "option", "p", "section", "summary", "table", "tbody", "td", "th",
        "thead", "title", "tr", "ul",
    }
)  # fmt: skip
ENCODINGS = ("utf-8", "gb18030", "utf-16-be")  # in which programs write Chinese where PDF wants another
DRAWN = frozenset({"svg", "path", "rect", "circle", "line", "polyline", "polygon", "g", "use", "ellipse"})


class Unreadable(Exception):
    """A file, or something attached to it, that cannot be read to its end; the words say which, in Chinese."""


@dataclass(frozen=True)
class Part:
    """One stretch of text in a file, and where in it."""

    place: str
    text: str


def parts_of_pdf(content: bytes, *, depth: int = 0) -> list[Part]:
    """Everything a PDF says. Raises Unreadable when it is locked, damaged, endless, or carries what cannot be read."""
    try:
        reader = PdfReader(io.BytesIO(content), strict=False)
        if reader.is_encrypted:
            raise Unreadable("PDF 已经加密")
        seen = [Part(f"PDF 第 {number} 页文字层", text) for number, text in enumerate(page_texts(content), start=1)]
        drawn = [
            Part(f"PDF 第 {number} 页文字层", page.extract_text()) for number, page in enumerate(reader.pages, start=1)
        ]
        return [one for one in (*seen, *drawn, *_objects(reader, depth)) if one.text.strip()]
    except Unreadable:
        raise
    except Exception as error:  # whatever a damaged file brings about, it has not been read
        raise Unreadable("PDF 读不完整") from error


def parts_of_html(html: str) -> list[Part]:
    """Everything a page says: its text block by block, its attributes, comments, scripts."""
    reader = _Page()
    reader.feed(html)
    reader.close()
    reader.end_block()
    return reader.parts


def _objects(reader: PdfReader, depth: int) -> Iterator[Part]:
    numbers = {number for table in reader.xref.values() for number in table} | set(reader.xref_objStm)
    if len(numbers) > MOST_OBJECTS:
        raise Unreadable("PDF 的内容太多")
    yield from _said(reader.trailer, "", 0)
    for number in sorted(numbers):
        found = reader.get_object(number)
        if isinstance(found, StreamObject):
            yield from _of_stream(found, depth)
        yield from _said(found, "", 0)


def _of_stream(stream: StreamObject, depth: int) -> Iterator[Part]:
    kind = stream.get("/Type")
    if kind == METADATA:
        yield Part("文件属性（XMP）", stream.get_data().decode("utf-8", errors="replace"))
    elif kind == FILES:
        yield from _of_attachment(stream.get_data(), depth)


def _of_attachment(content: bytes, depth: int) -> Iterator[Part]:
    if content.startswith(b"%PDF-"):
        if depth >= ATTACHED_IN_ATTACHED:
            raise Unreadable("附件里还有附件")
        yield from (Part(f"附件 {one.place}", one.text) for one in parts_of_pdf(content, depth=depth + 1))
        return
    try:
        yield Part("附件", content.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise Unreadable("附件读不出文字") from error


def _said(found: Any, key: str, deep: int) -> Iterator[Part]:
    """Every text in an object that is not another object of its own."""
    if deep > DEEPEST:
        raise Unreadable("PDF 的结构太深")
    if isinstance(found, TextStringObject | ByteStringObject):
        written = bytes(found) if isinstance(found, ByteStringObject) else found.original_bytes
        read = {
            str(found),
            *(written.decode(encoding, errors="ignore") for encoding in ENCODINGS if not written.isascii()),
        }
        yield from (Part(PLACES.get(key, "PDF 内部"), text) for text in sorted(read))
    elif isinstance(found, DictionaryObject):
        for name, value in found.items():
            yield from _said(value, str(name), deep + 1)
    elif isinstance(found, ArrayObject):
        for value in list(found):
            yield from _said(value, key, deep + 1)


class _Page(HTMLParser):
    """Text between two blocks is one text, however many marks are in it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[Part] = []
        self._said: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block begins; what its attributes say is read by itself."""
        if tag in BLOCKS:
            self.end_block()
        if tag not in DRAWN:
            self.parts += [Part(f"网页属性 {name}", value) for name, value in attrs if value and value.strip()]

    def handle_endtag(self, tag: str) -> None:
        """A block ends."""
        if tag in BLOCKS:
            self.end_block()

    def handle_data(self, data: str) -> None:
        """Text."""
        self._said.append(data)

    def handle_comment(self, data: str) -> None:
        """Words nobody sees."""
        self.parts.append(Part("网页注释", data))

    def end_block(self) -> None:
        """Keep what was said since the last block began."""
        text = "".join(self._said)
        self._said = []
        if text.strip():
            self.parts.append(Part("网页文字", text))

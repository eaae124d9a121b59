"""Reading finished PDFs: their text, their pages; joining several into one file with bookmarks."""

import io
from collections.abc import Iterable

import pypdfium2
from pypdf import PdfReader, PdfWriter


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_text_of(page) for page in document]
    finally:
        document.close()


def _text_of(page) -> str:
    words = page.get_textpage()
    try:
        return words.get_text_range()
    finally:
        words.close()
        page.close()


def text_of_pdf(pdf: bytes) -> str:
    """The text of the whole document, page after page."""
    return "\n".join(page_texts(pdf))


def page_count(pdf: bytes) -> int:
    """How many pages the document has."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def merge_pdf(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """One PDF from several, each under a bookmark of its name."""
    merged = PdfWriter()
    for name, content in parts:
        first = len(merged.pages)
        merged.append(PdfReader(io.BytesIO(content)), import_outline=False)
        merged.add_outline_item(title=name, page_number=first)
    written = io.BytesIO()
    merged.write(written)
    return written.getvalue()

"""Render a document's sheet into the vault as PDF and DOCX. Rendering twice gives the same bytes and changes nothing."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import vault
from yangguang.base.press.docx import render_docx
from yangguang.base.press.pdf import render_pdf
from yangguang.base.press.reading import page_count
from yangguang.records.models import Document
from yangguang.records.use_cases.make_document import sheet_of

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@transaction.atomic
def render_document(document: Document) -> Document:
    """Fill in the PDF, the page count and the DOCX of a document that lacks them."""
    if document.pdf_id and document.docx_id:
        return document
    sheet = sheet_of(document)
    pdf = render_pdf(sheet)
    document.pdf = vault.store(pdf, media_type="application/pdf")
    document.pages = page_count(pdf)
    document.docx = vault.store(render_docx(sheet), media_type=DOCX)
    document.save(update_fields=["pdf", "pages", "docx"])
    return document

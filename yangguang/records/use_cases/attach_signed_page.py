"""Attach a signed page, scanned or photographed: inquiry records need every page, other documents at least one."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger, vault
from yangguang.base.events import Actor
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.events import DocumentSigned
from yangguang.records.models import Document, DocumentScan, DocumentStatus
from yangguang.records.use_cases._sealed import document_must_be_open

KINDS = ("application/pdf", "image/jpeg", "image/png")


@transaction.atomic
def attach_signed_page(
    *, document_id: int, content: bytes, file_name: str, actor: Actor, at: Moment, page: int | None = None,
    refusal_note: str = "",
) -> DocumentScan:  # fmt: skip
    """Keep the page in the vault and note it. Without `page` the file holds all pages. Raises Refused for a voided one."""
    document = Document.objects.select_for_update().get(pk=document_id)
    document_must_be_open(document)
    if document.status == DocumentStatus.VOIDED:
        raise Refused("文书已经作废，不能归入签名页。")
    if page is not None and document.pages and page > document.pages:
        raise Refused(f"这份文书只有 {document.pages} 页。", field="page")
    blob = vault.store_upload(content, name=file_name, kinds=KINDS)
    scan = DocumentScan.objects.create(
        document=document, blob=blob, page=page, covers_all=page is None, refusal_note=refusal_note.strip(),
        added_by_name=actor.actor_name, added_at=at.recorded_at,
    )  # fmt: skip
    ledger.record(
        DocumentSigned(document.title, page, blob.sha256, scan.refusal_note),
        subject=document.subject, actor=actor, at=at,
    )  # fmt: skip
    return scan


def is_signed(document: Document) -> bool:
    """Whether signed paper covers the document: one file with all pages, or every page on its own."""
    scans = list(document.scans.all())
    if any(scan.covers_all for scan in scans):
        return True
    pages = {scan.page for scan in scans}
    return bool(document.pages) and pages >= set(range(1, (document.pages or 0) + 1))

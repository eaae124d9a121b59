"""Mark a document as served: from then on it cannot be voided (stages-penalty §0.6)."""

from __future__ import annotations

from yangguang.kernel.refusal import Refused
from yangguang.records.models import Document, DocumentStatus


def mark_served(document_id: int) -> Document:
    """Called inside the act that serves it, which records the event. Raises Refused for a voided or unissued document."""
    document = Document.objects.select_for_update().get(pk=document_id)
    if document.status not in {DocumentStatus.ISSUED, DocumentStatus.SERVED}:
        raise Refused("文书没有制作完成或者已经作废，不能送达。", "CPL-2023:87.1")
    document.status = DocumentStatus.SERVED
    document.save(update_fields=["status"])
    return document

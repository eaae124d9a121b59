"""Records render their documents after the act that made them."""

from typing import Any

from yangguang.base.outbox import listener
from yangguang.records.events import DocumentIssued
from yangguang.records.models import Document
from yangguang.records.use_cases.render_document import render_document


@listener(DocumentIssued, name="records.render")
def render(entry: Any) -> None:
    """Render the document an entry is about."""
    render_document(Document.objects.select_for_update(of=("self",)).get(public_id=entry.subject_ref))

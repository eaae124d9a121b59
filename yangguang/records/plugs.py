"""Records render their documents after the act that made them, and answer `yangguang verify` for their numbers."""

from collections.abc import Iterator
from typing import Any

from yangguang.base import numbers
from yangguang.base.outbox import listener
from yangguang.base.verifying import invariant
from yangguang.records.events import DocumentIssued
from yangguang.records.models import Document
from yangguang.records.use_cases.render_document import render_document


@listener(DocumentIssued, name="records.render")
def render(entry: Any) -> None:
    """Render the document an entry is about."""
    render_document(Document.objects.select_for_update(of=("self",)).get(public_id=entry.subject_ref))


@invariant("document_numbers", title="文书上的文号都有取号记录，取过的号都有文书")
def document_numbers() -> Iterator[str]:
    """A series that was deleted together with its numbers leaves the papers behind."""
    borne = Document.objects.exclude(number="").values_list("public_id", "number")
    yield from numbers.unissued("document", borne)

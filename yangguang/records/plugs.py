"""Records render their documents after the act that made them, bind files in the job process, and answer `verify`."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from yangguang.base import numbers
from yangguang.base.events import SYSTEM
from yangguang.base.jobs import scheduled
from yangguang.base.outbox import listener
from yangguang.base.verifying import invariant
from yangguang.kernel.moment import Moment
from yangguang.records.events import DocumentIssued
from yangguang.records.models import BoundFile, BoundFor, Document
from yangguang.records.use_cases._bind_waiting import bind_waiting
from yangguang.records.use_cases._sealed import changed_since
from yangguang.records.use_cases.render_document import render_document


@listener(DocumentIssued, name="records.render", patient=True)
def render(entry: Any) -> None:
    """Render the document an entry is about."""
    render_document(Document.objects.select_for_update(of=("self",)).get(public_id=entry.subject_ref))


@scheduled("records.bind_files", title="装订案卷", every=timedelta(seconds=5))
def bind_files() -> int:
    """Bind every file that waits: a copy is wanted soon, an archived file for good."""
    return bind_waiting(actor=SYSTEM, at=Moment.now())


@invariant("document_numbers", title="文书上的文号都有取号记录，取过的号都有文书")
def document_numbers() -> Iterator[str]:
    """A series that was deleted together with its numbers leaves the papers behind."""
    borne = Document.objects.exclude(number="").values_list("public_id", "number")
    yield from numbers.unissued("document", borne)


@invariant("archived_files", title="归档卷与归档时的卷内材料一致")
def archived_files() -> Iterator[str]:
    """A paper, a signed page or a piece of evidence that came into an archived volume afterwards."""
    for bound in BoundFile.objects.filter(purpose=BoundFor.ARCHIVE).order_by("pk"):
        yield from (f"案卷 {bound.file_ref}：归档后改动了{name}" for name in changed_since(bound))

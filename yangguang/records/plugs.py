"""Records render their documents after the act that made them, bind files in the job process, and answer `verify`."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db import connection

from yangguang.base import ledger, numbers, triggers, vault
from yangguang.base.append_only import triggers_of
from yangguang.base.events import SYSTEM
from yangguang.base.jobs import scheduled
from yangguang.base.outbox import listener
from yangguang.base.verifying import invariant
from yangguang.kernel.moment import Moment
from yangguang.records import custody, incoming, packing
from yangguang.records.access_queries import expired
from yangguang.records.events import DocumentIssued
from yangguang.records.models import (
    AccessRequest,
    BoundFile,
    BoundFor,
    Document,
    MediaManifest,
    OutsideProvision,
    Upload,
    UploadState,
)
from yangguang.records.use_cases._bind_waiting import bind_waiting
from yangguang.records.use_cases._sealed import changed_since
from yangguang.records.use_cases._sweep_uploads import sweep_uploads
from yangguang.records.use_cases.close_access import close_access
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


@scheduled("records.access", title="收回到期的调阅", every=timedelta(minutes=15))
def access() -> int:
    """End every grant whose last day is over; how many. A grant that is over opens nothing before this runs either."""
    at = Moment.now()
    rows = list(expired(at.day))
    for one in rows:
        close_access(access=one, actor=SYSTEM, at=at)
    return len(rows)


@invariant("access_numbers", title="调阅申请、对外提供的编号都有取号记录")
def access_numbers() -> Iterator[str]:
    """As of papers."""
    yield from numbers.unissued("access", AccessRequest.objects.values_list("public_id", "number"))
    yield from numbers.unissued("outside", OutsideProvision.objects.values_list("public_id", "number"))


@invariant("archived_files", title="归档卷与归档时的卷内材料一致")
def archived_files() -> Iterator[str]:
    """A paper, a signed page or a piece of evidence that came into an archived volume afterwards."""
    for bound in BoundFile.objects.filter(purpose=BoundFor.ARCHIVE).order_by("pk"):
        yield from (f"案卷 {bound.file_ref}：归档后改动了{name}" for name in changed_since(bound))


@scheduled("records.uploads", title="清除逾期未传完的录音录像", every=timedelta(hours=1))
def uploads() -> int:
    """End what was left too long, finish what a crash left whole."""
    return sweep_uploads(actor=SYSTEM, at=Moment.now())


@invariant("media", title="录音录像的登记与存件、账目一致")
def media() -> Iterator[str]:
    """A manifest says what the vault holds and what the ledger said when it came."""
    for one in MediaManifest.objects.select_related("blob").order_by("pk"):
        if (one.sha256, one.size) != (one.blob.sha256, one.blob.size):
            yield f"录音录像 {one.public_id}：登记与存件不符"
        told = ledger.entries_about("media", one.public_id).filter(event="MediaArrived").first()
        if told is None or (told.facts["sha256"], told.facts["tree_root"]) != (one.sha256, one.tree_root):
            yield f"录音录像 {one.public_id}：登记与入库账目不符"


@invariant("uploads", title="正在上传的文件，已确认收到的内容都在")
def coming() -> Iterator[str]:
    """What was acknowledged lies on disk: beside the vault, or in it once its upload names its fingerprint."""
    for one in Upload.objects.filter(state=UploadState.OPEN).order_by("pk"):
        part = incoming.part_of(one.public_id)
        there = part.stat().st_size if part.exists() else 0
        if there < one.offset and not (one.sha256 and vault.path_of(one.sha256).exists()):
            yield f"上传 {one.public_id}：确认收到 {one.offset} 字节，只有 {there} 字节"


triggers.expect("录音录像的登记", *triggers_of("records_mediamanifest", connection.vendor))

__all__ = ["custody", "packing"]

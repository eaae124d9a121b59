"""An archived file is closed to change: its row seals it, and every door of records asks here."""

from __future__ import annotations

from collections.abc import Iterator

from yangguang.base.events import Actor
from yangguang.directory.api import Body
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.models import BoundFile, BoundFor, Document, DocumentScan, Evidence
from yangguang.records.rules.volumes import CONTINUATION

SEALED = "案卷归档后不得修改、增加、抽取。"
CLAUSE = "APL-2021:47"
REMEDY = "确需说明的，请在案件页办理“附加说明”，另立续卷，原卷不动。"


def seal_file(*, body: Body, file_ref: str, kept_for: str, condition: str, actor: Actor, at: Moment) -> BoundFile:
    """Called inside the act that archives the file, which records the event. The job process binds it afterwards."""
    return BoundFile.objects.create(
        body=body, file_ref=file_ref, purpose=BoundFor.ARCHIVE, kept_for=kept_for, condition=condition.strip(),
        asked_by_name=actor.actor_name, asked_on=at.day,
    )  # fmt: skip


def is_sealed(file_ref: str) -> bool:
    """Whether the file has been archived."""
    return BoundFile.objects.filter(file_ref=file_ref, purpose=BoundFor.ARCHIVE).exists()


def must_be_open(file_ref: str) -> None:
    """Raises Refused for a file that has been archived."""
    if is_sealed(file_ref):
        raise Refused(SEALED, CLAUSE, remedy=REMEDY)


def document_must_be_open(document: Document) -> None:
    """Raises Refused for a paper of an archived volume; the continuation volume stays open."""
    if document.volume != CONTINUATION:
        must_be_open(document.file_ref)


def changed_since(bound: BoundFile) -> Iterator[str]:
    """What came into an archived volume after its contents were written."""
    written = Document.objects.filter(file_ref=bound.file_ref, kind="catalogue").order_by("position").last()
    if written is None:
        yield "卷内文件目录"
        return
    closed = Document.objects.filter(file_ref=bound.file_ref).exclude(volume=CONTINUATION)
    yield from (f"《{one.title}》" for one in closed.filter(position__gt=written.position).order_by("pk"))
    scans = DocumentScan.objects.filter(document__in=closed, added_at__gt=written.made_at).select_related("document")
    yield from (f"《{scan.document.title}》的签名页" for scan in scans.order_by("pk"))
    evidence = Evidence.objects.filter(file_ref=bound.file_ref, added_at__gt=written.made_at).order_by("pk")
    yield from (f"证据{one.name}" for one in evidence)

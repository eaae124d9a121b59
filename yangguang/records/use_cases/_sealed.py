"""An archived file is closed to change: its row seals it, and every door of records asks here.

What a lawful act brings later – a note, a case reopened – lies in a continuation volume, which is archived in its turn.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import datetime

from django.db.models import QuerySet

from yangguang.base.events import Actor
from yangguang.base.worded_once import worded_once
from yangguang.directory.api import Body
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.models import BoundFile, BoundFor, Document, DocumentScan, Evidence
from yangguang.records.rules.volumes import main_of, round_of, side_of

SEALED = "案卷归档后不得修改、增加、抽取。"
CLAUSE = "APL-2021:47"
REMEDY = "确需说明的，请在案件页办理“附加说明”，另立续卷，原卷不动。"


def seal_file(*, body: Body, file_ref: str, kept_for: str, condition: str, actor: Actor, at: Moment) -> BoundFile:
    """Called inside the act that archives the file, which records the event. The job process binds it afterwards."""
    return BoundFile.objects.create(
        body=body, file_ref=file_ref, purpose=BoundFor.ARCHIVE, round=open_round(file_ref), kept_for=kept_for,
        condition=condition.strip(), asked_by_name=actor.actor_name, asked_on=at.day, asked_at=at.recorded_at,
    )  # fmt: skip


@worded_once
def _archived(file_ref: str) -> QuerySet[BoundFile]:
    return BoundFile.objects.filter(file_ref=file_ref, purpose=BoundFor.ARCHIVE).order_by("asked_at", "pk")


def sealed_at(file_ref: str) -> list[datetime]:
    """When the file was archived, and each continuation after it."""
    return [one.asked_at for one in _archived(file_ref)]


def open_round(file_ref: str) -> int:
    """Which volume is open: 0 for the file itself, 1 for its first continuation."""
    return len(sealed_at(file_ref))


def round_of_evidence(evidence: Evidence, sealed: list[datetime]) -> int:
    """The round a piece of evidence came in."""
    return bisect_left(sealed, evidence.added_at)


def lies_open(document: Document) -> bool:
    """Whether a paper lies in a volume that may still take something behind it."""
    return round_of(document.volume) >= open_round(document.file_ref)


def document_must_be_open(document: Document) -> None:
    """Raises Refused for a paper of an archived volume."""
    if not lies_open(document):
        raise Refused(SEALED, CLAUSE, remedy=REMEDY)


def evidence_must_be_open(evidence: Evidence) -> None:
    """Raises Refused for evidence of an archived volume."""
    sealed = sealed_at(evidence.file_ref)
    if round_of_evidence(evidence, sealed) < len(sealed):
        raise Refused(SEALED, CLAUSE, remedy=REMEDY)


def changed_since(bound: BoundFile) -> Iterator[str]:
    """What came into an archived volume after its contents were written."""
    papers = Document.objects.filter(file_ref=bound.file_ref, volume__in=(main_of(bound.round), side_of(bound.round)))
    written = papers.filter(kind="catalogue").order_by("position").last()
    if written is None:
        yield "卷内文件目录"
        return
    yield from (f"《{one.title}》" for one in papers.filter(position__gt=written.position).order_by("position"))
    scans = DocumentScan.objects.filter(document__in=papers, added_at__gt=bound.asked_at).select_related("document")
    yield from (f"《{scan.document.title}》的签名页" for scan in scans.order_by("pk"))

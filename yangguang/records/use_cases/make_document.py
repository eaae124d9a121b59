"""Make a document: take its number, keep its sheet, announce it. The job process renders it as PDF and DOCX."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import date

from django.db.models import QuerySet

from yangguang.base import ledger, numbers
from yangguang.base.events import Actor
from yangguang.base.parts_of_acts import part_of_an_act
from yangguang.base.press.sheet import Sheet
from yangguang.base.worded_once import worded_once
from yangguang.directory.api import Body
from yangguang.kernel.moment import Moment
from yangguang.records.events import DocumentIssued
from yangguang.records.gates import look_at
from yangguang.records.models import Document, DocumentStatus
from yangguang.records.rules.volumes import SIDE, main_of, side_of
from yangguang.records.use_cases._sealed import open_round


@part_of_an_act
def make_document(
    *, kind: str, title: str, sheet: Sheet, body: Body, file_ref: str, dated_on: date, actor: Actor, at: Moment,
    number_kind: str = "", numbered_by: Callable[[str], str] | None = None, volume: str = "main",
) -> Document:  # fmt: skip
    """One document of a file. With `number_kind` (e.g. 监罚) it takes the next number of that series of its year; with
    `numbered_by`, given the document's reference, the number of a form that was numbered in advance.

    The number is taken in the caller's transaction: when the act is refused, the number is free again. Contexts that
    know what may not be written look at the sheet first. What comes after archiving lies in a continuation volume.
    """
    look_at(file_ref, kind, sheet)
    if later := open_round(file_ref):
        volume = side_of(later) if volume == SIDE else main_of(later)
    last = max((one.position for one in _last(file_ref)), default=0)
    document = Document(
        body=body, file_ref=file_ref, kind=kind, title=title, status=DocumentStatus.ISSUED, dated_on=dated_on,
        volume=volume, position=last + 1, made_by_name=actor.actor_name, made_at=at.recorded_at,
    )  # fmt: skip
    if number_kind:
        document.number = numbers.take(
            chain=body.public_id, kind=number_kind, year=dated_on.year, subject_kind="document",
            subject_ref=document.public_id, pattern=f"{body.mark}{number_kind}字〔{{year}}〕第{{n}}号",
        ).text  # fmt: skip
    elif numbered_by is not None:
        document.number = numbered_by(document.public_id)
    if document.number:
        sheet = sheet.numbered(document.number)
    text = sheet.to_json()
    document.sheet, document.sheet_digest = json.loads(text), hashlib.sha256(text.encode()).hexdigest()
    document.save(force_insert=True)
    ledger.record(
        DocumentIssued(kind, title, document.number, document.sheet_digest),
        subject=document.subject, actor=actor, at=at,
    )  # fmt: skip
    return document


@worded_once
def _last(file_ref: str) -> QuerySet[Document]:
    return Document.objects.filter(file_ref=file_ref).only("position").order_by("-position")[:1]


def sheet_of(document: Document) -> Sheet:
    """The sheet a document was made from."""
    return Sheet.from_json(json.dumps(document.sheet, ensure_ascii=False))

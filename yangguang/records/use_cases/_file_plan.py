"""Plan a file: its volumes, every paper and piece of evidence with the pages it takes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace

from yangguang.base import vault
from yangguang.base.models import Blob
from yangguang.base.press.foreign import PRINTABLE, page_counts
from yangguang.base.press.pdf import render_pdf
from yangguang.base.press.reading import page_count
from yangguang.records.models import BoundFor, Document, DocumentStatus, Evidence
from yangguang.records.queries import documents_of, evidence_of
from yangguang.records.readers import cover_of
from yangguang.records.rules.volumes import CONTINUATION, MAIN, SIDE, Entry, VolumePlan, paged
from yangguang.records.use_cases import _file_sheets as sheets

OUTSIDE = frozenset({"catalogue"})  # neither numbered nor listed: it is the list
OF = {
    BoundFor.PREVIEW: (MAIN, SIDE), BoundFor.ARCHIVE: (MAIN, SIDE), BoundFor.PARTIES: (MAIN,),
    BoundFor.CONTINUATION: (CONTINUATION,),
}  # fmt: skip
_pages_of: dict[str, int] = {}  # by fingerprint: what a stored file holds never changes


def plan_of(file_ref: str, volumes: Iterable[str] = (MAIN, SIDE)) -> list[VolumePlan]:
    """The volumes of a file that hold anything, in order. A voided paper keeps its place in the side volume."""
    documents = [d for d in documents_of(file_ref).prefetch_related("scans__blob") if d.kind not in OUTSIDE]
    evidence = [one for one in evidence_of(file_ref).select_related("blob") if one.document_id is None]
    count_pages([scan.blob for d in documents for scan in d.scans.all()] + [e.blob for e in evidence if e.blob])
    found, cover = [], cover_of(file_ref)
    for name in volumes:
        entries = [_document(d, cover) for d in documents if volume_of(d) == name]
        if name == MAIN:
            entries += [_evidence(one, cover) for one in evidence if is_printed(one)] + _list_of(file_ref)
        if entries:
            found.append(paged(name, (replace(one, title=cover(one.title)) for one in entries)))
    return found


def volume_of(document: Document) -> str:
    """The volume a paper lies in."""
    voided = document.status == DocumentStatus.VOIDED and document.volume == MAIN
    return SIDE if voided else document.volume


def is_printed(evidence: Evidence) -> bool:
    """Whether a piece of evidence is a stored file with pages; a film, a table or a thing is only listed."""
    return evidence.blob is not None and evidence.blob.media_type in PRINTABLE


def unprinted(file_ref: str) -> list[Evidence]:
    """The evidence that is only listed."""
    return [
        one for one in evidence_of(file_ref).select_related("blob") if one.document_id is None and not is_printed(one)
    ]


def count_pages(blobs: Iterable[Blob]) -> None:
    """Learn how many pages stored files take: one that cannot be opened takes the page that says so."""
    unknown = {blob.sha256: blob for blob in blobs if blob.sha256 not in _pages_of}
    counts = page_counts([vault.path_of(sha256) for sha256 in unknown])
    _pages_of.update({sha256: count or 1 for sha256, count in zip(unknown, counts, strict=True)})


def _document(document: Document, cover: Callable[[str], str]) -> Entry:
    voided = "（作废）" if document.status == DocumentStatus.VOIDED else ""
    words = json.dumps(document.sheet, ensure_ascii=False)
    scans = sum(_pages_of[scan.blob.sha256] for scan in document.scans.all())
    return Entry(
        title=f"{document.title}{voided}", number=document.number, dated_on=document.dated_on, kind="document",
        author=document.body.name if document.number else document.made_by_name, row=document.pk,
        pages=document.pages + scans if document.pages else None,
        names_informant=document.status != DocumentStatus.SERVED and cover(words) != words,  # what was served is known
    )  # fmt: skip


def _evidence(evidence: Evidence, cover: Callable[[str], str]) -> Entry:
    excluded = "（已排除）" if evidence.excluded_on else ""
    pages = _pages_of[evidence.blob.sha256] if evidence.blob else 1
    secret = f"{evidence.name}{evidence.source}"
    return Entry(
        f"{evidence.name}{excluded}", cover(evidence.source), evidence.obtained_on, "evidence", evidence.pk, pages=pages,
        names_informant=cover(secret) != secret,
    )  # fmt: skip


def _list_of(file_ref: str) -> list[Entry]:
    listed = unprinted(file_ref)
    if not listed:
        return []
    sheet = sheets.unprinted_list(listed, cover_of(file_ref))
    return [Entry(sheets.UNPRINTED, "", None, "list", pages=page_count(render_pdf(sheet)))]

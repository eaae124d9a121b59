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
from yangguang.records.rules.volumes import Entry, VolumePlan, main_of, paged, round_of, side_of
from yangguang.records.use_cases import _file_sheets as sheets
from yangguang.records.use_cases._sealed import open_round, round_of_evidence, sealed_at

OUTSIDE = frozenset({"catalogue"})  # neither numbered nor listed: it is the list
_pages_of: dict[str, int] = {}  # by fingerprint: what a stored file holds never changes


def volumes_for(purpose: BoundFor, round_: int) -> list[str]:
    """The volumes a binding holds: those of its round, or for the parties the main one of every round."""
    if purpose == BoundFor.PARTIES:
        return [main_of(number) for number in range(round_ + 1)]
    return [main_of(round_), side_of(round_)]


def every_volume(file_ref: str) -> list[VolumePlan]:
    """The file itself and all its continuations."""
    return plan_of(file_ref, [name(n) for n in range(open_round(file_ref) + 1) for name in (main_of, side_of)])


def plan_of(file_ref: str, volumes: Iterable[str] = ()) -> list[VolumePlan]:
    """The volumes of a file that hold anything, in order: the open ones unless named."""
    sealed, cover = sealed_at(file_ref), cover_of(file_ref)
    documents = [d for d in documents_of(file_ref).prefetch_related("scans__blob") if d.kind not in OUTSIDE]
    evidence = [one for one in evidence_of(file_ref).select_related("blob") if one.document_id is None]
    count_pages([scan.blob for d in documents for scan in d.scans.all()] + [e.blob for e in evidence if e.blob])
    found = []
    for name in volumes or (main_of(len(sealed)), side_of(len(sealed))):
        entries = [_document(d, cover) for d in documents if volume_of(d) == name]
        own = [one for one in evidence if main_of(round_of_evidence(one, sealed)) == name]
        entries += [_evidence(one, cover) for one in own if is_printed(one)]
        entries += _list_of([one for one in own if not is_printed(one)], cover)
        if entries:
            found.append(paged(name, (replace(one, title=cover(one.title)) for one in entries)))
    return found


def volume_of(document: Document) -> str:
    """The volume a paper lies in; a voided one keeps its place in the side volume."""
    return side_of(round_of(document.volume)) if document.status == DocumentStatus.VOIDED else document.volume


def is_printed(evidence: Evidence) -> bool:
    """Whether a piece of evidence is a stored file with pages; a film, a table or a thing is only listed."""
    return evidence.blob is not None and evidence.blob.media_type in PRINTABLE


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


def _list_of(listed: list[Evidence], cover: Callable[[str], str]) -> list[Entry]:
    if not listed:
        return []
    pages = page_count(render_pdf(sheets.unprinted_list(listed, cover)))
    return [Entry(sheets.UNPRINTED, "", None, "list", pages=pages, rows=tuple(one.pk for one in listed))]

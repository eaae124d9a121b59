"""Bind a file: every volume with cover, contents, papers and back note as one PDF in the vault. The job process does it."""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction

from yangguang.base import ledger, vault
from yangguang.base.events import Actor
from yangguang.base.models import Blob
from yangguang.base.press.binding import Part, Volume, bind
from yangguang.base.press.foreign import page_pictures
from yangguang.base.press.pdf import render_pdf
from yangguang.base.press.reading import page_count
from yangguang.kernel.moment import Moment
from yangguang.records.events import FileBound
from yangguang.records.models import BindingState, BoundFile, BoundFor, Document, Evidence
from yangguang.records.queries import evidence_of
from yangguang.records.readers import FileFront, cover_of, front_of
from yangguang.records.rules.volumes import Entry, VolumePlan
from yangguang.records.use_cases import _file_sheets as sheets
from yangguang.records.use_cases._file_plan import plan_of, volumes_for
from yangguang.records.use_cases.render_document import render_document

TOLD_EVERY = 10  # papers: how often a long binding says how far it is


def bind_file(*, bound_id: int, actor: Actor, at: Moment) -> BoundFile:
    """Bind it and keep it with its fingerprint. Raises ValueError when a paper does not take the pages the contents say."""
    bound = BoundFile.objects.select_related("body").get(pk=bound_id)
    for document in Document.objects.filter(file_ref=bound.file_ref, pages=None):
        render_document(document)
    plans = plan_of(bound.file_ref, volumes_for(BoundFor(bound.purpose), bound.round))
    front, told = front_of(bound.file_ref), _telling(bound, plans)
    volumes = [Volume(plan.label, _parts(plan, front, bound, told)) for plan in plans]
    pdf = bind(volumes, mark=sheets.MARKS.get(BoundFor(bound.purpose), ""))
    with transaction.atomic():
        bound.blob = vault.store(pdf, media_type="application/pdf")
        bound.pages, bound.state, bound.done, bound.fault = page_count(pdf), BindingState.MADE, bound.total, ""
        bound.save(update_fields=["blob", "pages", "state", "done", "fault"])
        event = FileBound(bound.get_purpose_display(), bound.pages, bound.blob.sha256)
        ledger.record(event, subject=bound.subject, actor=actor, at=at)
    return bound


def _telling(bound: BoundFile, plans: list[VolumePlan]) -> Callable[[], None]:
    """Write down now and then how many papers are in."""
    bound.total, bound.done = sum(len(plan.entries) for plan in plans), 0
    BoundFile.objects.filter(pk=bound.pk).update(total=bound.total, done=0, state=BindingState.MAKING)

    def told() -> None:
        bound.done += 1
        if bound.done % TOLD_EVERY == 0:
            BoundFile.objects.filter(pk=bound.pk).update(done=bound.done)

    return told


def _parts(plan: VolumePlan, front: FileFront, bound: BoundFile, told: Callable[[], None]) -> tuple[Part, ...]:
    parts = [
        Part(sheets.COVER, render_pdf(sheets.cover(front, plan, bound)), numbered=False),
        Part(sheets.CONTENTS, render_pdf(sheets.contents(front, plan, bound)), numbered=False),
    ]
    for entry in plan.entries:
        made = _parts_of(entry, bound)
        pages = sum(len(one.pictures) or page_count(one.pdf) for one in made)
        if pages != entry.pages:
            raise ValueError(f"{entry.title} takes {pages} pages, the contents say {entry.pages}")
        parts += made
        told()
    return (*parts, Part(sheets.BACK_NOTE, render_pdf(sheets.back_note(front, plan, bound)), numbered=False))


def _parts_of(entry: Entry, bound: BoundFile) -> list[Part]:
    """A paper with its signed pages, a piece of evidence, or the list."""
    if entry.kind == "list":
        listed = [one for one in evidence_of(bound.file_ref).select_related("blob") if one.pk in entry.rows]
        return [Part(entry.title, render_pdf(sheets.unprinted_list(listed, cover_of(bound.file_ref))))]
    if entry.names_informant and bound.purpose == BoundFor.PARTIES:
        return [Part(entry.title, render_pdf(sheets.withheld(entry.pages or 1, bound.asked_on)))]
    if entry.kind == "evidence":
        evidence = Evidence.objects.select_related("blob").get(pk=entry.row)
        assert evidence.blob is not None
        return [_stored(evidence.blob, entry.title, f"证据：{entry.title}（{entry.author}）", bound)]
    document = Document.objects.select_related("pdf").prefetch_related("scans__blob").get(pk=entry.row)
    if document.pdf is None:
        raise ValueError(f"{document.title} has not been rendered")
    note = f"作废：{document.void_reason}" if document.void_reason else ""
    parts = [Part(entry.title, vault.read(document.pdf), note=note[:60])]
    for scan in document.scans.all():
        parts.append(_stored(scan.blob, f"{document.title}（签名页）", f"签名页：{document.title}", bound))
    return parts


def _stored(blob: Blob, title: str, note: str, bound: BoundFile) -> Part:
    """A stored file from outside, page by page as pictures; a page that says so where it cannot be opened."""
    vault.must_be_intact(blob)
    pictures = page_pictures(vault.path_of(blob.sha256))
    if pictures:
        return Part(title, pictures=pictures, note=note[:60])
    page = sheets.broken(title, blob.media_type, blob.size, blob.sha256, bound.asked_on)
    return Part(title, render_pdf(page), note=note[:60])

"""What leaves the vault: PDF, Word and stored files, only to whoever may read the file they belong to."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from yangguang.base import exports, ledger
from yangguang.base.events import Subject
from yangguang.base.pages import page
from yangguang.base.sending import sent
from yangguang.kernel import clock
from yangguang.records.access_queries import granted_blob
from yangguang.records.models import Document
from yangguang.records.pages.denying import OF_ORIGINALS, denied
from yangguang.records.pages.document import OF_ANY, found
from yangguang.records.policy import FILE_READERS, PAPER_READERS
from yangguang.records.queries import blob_visible_to, bound_file_visible_to
from yangguang.records.readers import acts_in


@page("documents/<ref:ref>/pdf/", name="records:pdf", title="文书 PDF", allow=PAPER_READERS, subject="rendered_document",
      expects=OF_ANY)  # fmt: skip
def pdf(request: HttpRequest, ref: str) -> HttpResponse:
    """The PDF of a document."""
    document, _ = found(request, ref)
    return taken(sent(document.pdf, f"{document.title}{document.number}"), document)


@page("documents/<ref:ref>/docx/", name="records:docx", title="文书 Word", allow=PAPER_READERS, subject="rendered_document",
      expects=OF_ANY)  # fmt: skip
def docx(request: HttpRequest, ref: str) -> HttpResponse:
    """The Word file of a document."""
    document, _ = found(request, ref)
    return taken(sent(document.docx, f"{document.title}{document.number}"), document)


@page("stored-files/<ref:ref>/", name="records:blob", title="存件", allow=FILE_READERS, subject="blob",
      expects=OF_ORIGINALS)  # fmt: skip
def blob(request: HttpRequest, ref: str) -> HttpResponse:
    """A signed page or the file of a piece of evidence, to whoever acts in the file; with a grant by way of it."""
    known = blob_visible_to(request.user, ref)  # type: ignore[arg-type]
    if known is None:
        raise Http404
    if not acts_in(request.user, known[2]):
        item = granted_blob(request.user, ref, clock.today())  # type: ignore[arg-type]
        return redirect("records:access_item", item.public_id) if item else denied(request, known[1], known[2])
    subject = Subject("stored_file", ref, request.user.body.public_id)  # type: ignore[union-attr]
    stretch = request.headers.get("Range", "")
    response = sent(*known[:2], stretch=stretch)
    if stretch and _on_record_lately(request.user.actor_ref, subject):  # type: ignore[union-attr]
        return response  # a player asks again and again: one viewing
    return exports.on_record(response, what=known[1], rows=1, subject=subject)


def _on_record_lately(account_ref: str, subject: Subject) -> bool:
    since = clock.now() - settings.VIEWED_ANEW
    lines = ledger.entries_about(subject.kind, subject.ref).filter(actor_ref=account_ref, recorded_at__gt=since)
    return bool(lines.exists())


def taken(response: HttpResponse, document: Document) -> HttpResponse:
    """A paper that leaves the desk is told in the ledger, not in the file: reading is no step of the case."""
    subject = Subject("document", document.public_id, document.body.public_id)
    return exports.on_record(response, what=f"{document.title}{document.number}", rows=1, subject=subject)


@page("bound-files/<ref:ref>/", name="records:bound_file", title="案卷 PDF", allow=FILE_READERS, subject="bound_file",
      expects=OF_ORIGINALS)  # fmt: skip
def bound_file(request: HttpRequest, ref: str) -> HttpResponse:
    """A file bound as one PDF; reading it is no step of the case."""
    bound = bound_file_visible_to(request.user, ref)  # type: ignore[arg-type]
    if bound is None:
        raise Http404
    if not acts_in(request.user, bound.file_ref):
        return denied(request, f"{bound.get_purpose_display()} PDF", bound.file_ref)
    name = f"案卷-{bound.get_purpose_display()}-{bound.asked_on}"
    subject = Subject("bound_file", ref, bound.body.public_id)
    return exports.on_record(
        sent(bound.blob, name, stretch=request.headers.get("Range", "")), what=name, rows=1, subject=subject
    )

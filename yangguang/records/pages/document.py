"""One document: its facts, its text as it will read, PDF and Word, its signed pages, and voiding it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yangguang.base import vault
from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import Expect, page
from yangguang.base.refusals import put_on_form
from yangguang.directory.api import Account
from yangguang.kernel.refusal import Refused
from yangguang.records.models import Document, DocumentStatus
from yangguang.records.policy import KEEPERS, PAPER_READERS
from yangguang.records.queries import document_visible_to
from yangguang.records.readers import FileFace, face_of
from yangguang.records.use_cases.attach_signed_page import attach_signed_page, is_signed
from yangguang.records.use_cases.make_document import sheet_of
from yangguang.records.use_cases.void_document import void_document

ACCEPTED = "image/jpeg,image/png,application/pdf"
STILL_OPEN = (DocumentStatus.ISSUED, DocumentStatus.DRAFTED)
# Reviewers, publishers and archivists read a case file in its turn, the window only the papers of complaints.
IN_TURN = {role: ("closed",) for role in ("legal_reviewer", "publisher", "archivist")}
OF_A_FILE = Expect(superior=200, only_in=IN_TURN)
OF_ANY = Expect(superior=200, only_in=IN_TURN | {"archivist": ("closed", "of_lead"), "window_clerk": ("of_lead",)})
NOT_KEEPER = "您不能改动这份案卷里的文书。"


class SignedPageForm(OfficialForm):
    """A photographed or scanned page with signatures."""

    scan = forms.FileField(
        label="签名页", widget=forms.ClearableFileInput(attrs={"accept": ACCEPTED, "capture": "environment"}),
        help_text="手机拍照或者扫描件；JPG、PNG、PDF。",
    )  # fmt: skip
    page_number = forms.IntegerField(label="第几页", required=False, min_value=1, help_text="一个文件含全部页的，不填。",
        error_messages={"invalid": "页码请填数字。", "min_value": "页码从 1 起。"})  # fmt: skip
    refusal_note = WrittenField(label="拒绝签名的，注明情况", most=200, required=False)


class VoidForm(OfficialForm):
    """Why a document is voided."""

    reason = WrittenField(label="作废原因", most=400, help_text="文号保留，作废后不能恢复。")


def found(request: HttpRequest, ref: str) -> tuple[Document, FileFace]:
    """The document and its file, or 404."""
    account: Account = request.user  # type: ignore[assignment]
    document = document_visible_to(account, ref)
    if document is None:
        raise Http404
    return document, face_of(account, document.file_ref)


@page("documents/<ref:ref>/", name="records:document", title="文书", allow=PAPER_READERS, subject="document",
      expects=OF_ANY)  # fmt: skip
def document_page(request: HttpRequest, ref: str) -> HttpResponse:
    """Read one document."""
    return _shown(request, *found(request, ref))


@page("documents/<ref:ref>/signed-pages/", name="records:sign_document", title="归入签名页", allow=KEEPERS, writes=True,
      subject="document", expects=Expect())  # fmt: skip
def sign_document(request: HttpRequest, ref: str) -> HttpResponse:
    """Put a signed page into the file."""
    document, file = found(request, ref)
    form = SignedPageForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            if not file.keeps:
                raise Refused(NOT_KEEPER, "APL-2021:47", remedy="请由本案承办人办理。")
            told = form.facts
            attach_signed_page(
                document_id=document.pk, content=vault.content_of(told["scan"]), file_name=told["scan"].name, actor=request.user,  # type: ignore[arg-type]
                at=form.moment(), page=told["page_number"], refusal_note=told["refusal_note"],
            )  # fmt: skip
            messages.success(request, "签名页已归入案卷。")
            return redirect("records:document", ref)
        except Refused as refusal:
            put_on_form(form, refusal)
    return _shown(request, document, file, sign_form=form)


@page("documents/<ref:ref>/void/", name="records:void_document", title="作废文书", allow=KEEPERS, writes=True,
      subject="document", expects=Expect())  # fmt: skip
def void(request: HttpRequest, ref: str) -> HttpResponse:
    """Void a document that has not been served."""
    document, file = found(request, ref)
    form = VoidForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            if not file.keeps:
                raise Refused(NOT_KEEPER, "APL-2021:47", remedy="请由本案承办人办理。")
            void_document(document_id=document.pk, reason=form.facts["reason"], actor=request.user, at=form.moment())  # type: ignore[arg-type]
            messages.success(request, "文书已作废，文号保留。")
            return redirect("records:document", ref)
        except Refused as refusal:
            put_on_form(form, refusal)
    return _shown(request, document, file, void_form=form)


def _shown(request: HttpRequest, document: Document, file: FileFace, **forms_: Any) -> HttpResponse:
    form = forms_.get("sign_form") or forms_.get("void_form")
    return render(request, "records/document.html", {
        "document": document, "blocks": sheet_of(document).blocks, "file": file, "signed": is_signed(document),
        "scans": list(document.scans.select_related("blob").order_by("page", "pk")),
        "sign_form": forms_.get("sign_form") or SignedPageForm(), "void_form": forms_.get("void_form") or VoidForm(),
        "can_sign": file.keeps and document.status != DocumentStatus.VOIDED, "can_void": file.keeps and document.status in STILL_OPEN,
        "opened": "void" if forms_.get("void_form") else "", "form": form,
        "trail": [("案件", ""), (file.label, file.href), (document.title, "")],
    }, status=409 if form is not None and form.refusal else 200)  # fmt: skip

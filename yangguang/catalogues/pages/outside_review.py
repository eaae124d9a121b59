"""The review by the office the duty names: given here by the judicial bureau, or taken from an office's letter."""

from __future__ import annotations

from datetime import date
from mimetypes import guess_extension
from urllib.parse import quote

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from yangguang.base import exports, vault
from yangguang.base.act_pages import answer
from yangguang.base.form_fields import DayField, WrittenField, YesNoField
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import Expect, page
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.models import OutsideReview
from yangguang.catalogues.policy import DRAFTERS
from yangguang.catalogues.queries import (
    editions_to_review_outside,
    editions_visible_to,
    editions_whose_letter_waits,
)
from yangguang.catalogues.rules.offices import OFFICES
from yangguang.catalogues.use_cases.record_outside_review import record_outside_review
from yangguang.catalogues.use_cases.review_outside import review_outside
from yangguang.directory.api import BUSINESS, DeskRequest, Role

TEMPLATE = "catalogues/act.html"
SUPERVISORS = (Role.SUPERVISOR,)


class ReviewForm(OfficialForm):
    """Whether the office agrees, and its words."""

    agrees = YesNoField(label="是否同意")
    opinion = WrittenField(label="审核意见", most=1000, lines=True)


class LetterForm(ReviewForm):
    """The letter the office sent."""

    office_name = WrittenField(label="审核单位", most=120)
    document_number = WrittenField(label="审核文号", most=80)
    reviewed_on = DayField(label="审核日期")
    file = forms.FileField(label="审核文件", error_messages={"empty": "文件是空的，请重新选择。"})


@page(
    "lists/editions/<ref:edition_ref>/review", name="catalogues:review_outside", title="审核清单", allow=SUPERVISORS,
    writes=True, subject="edition_for_the_bureau", expects=Expect(own=404, other=404, superior=200),
)  # fmt: skip
def review(request: DeskRequest, edition_ref: str) -> HttpResponse:
    """The bureau agrees or does not; a list it does not agree to is returned by its head and changed."""
    edition = get_object_or_404(editions_to_review_outside(request.user), public_id=edition_ref)
    form = ReviewForm(request.POST or None)
    back = reverse("catalogues:edition", args=[edition_ref])

    def act(agrees: bool, opinion: str) -> object:
        return review_outside(edition=edition, agrees=agrees, opinion=opinion, actor=request.user, at=form.moment())

    return answer(
        request, form, act, to=back, done="审核意见已经登记。", template=TEMPLATE, title="审核清单", under=str(edition),
        words="登记审核意见", back=back, clauses=list_of(edition.list_kind).clauses,
        told="同意的，由该机关负责人审定；内容改动以后要重新审核。",
    )  # fmt: skip


@page(
    "lists/editions/<ref:edition_ref>/review/letter", name="catalogues:record_outside_review", title="登记审核意见",
    allow=DRAFTERS, writes=True, subject="edition_for_a_letter", expects=Expect(own=200, other=404, superior=404),
)  # fmt: skip
def record(request: DeskRequest, edition_ref: str) -> HttpResponse:
    """The office is not in this system: its letter is recorded."""
    edition = get_object_or_404(editions_whose_letter_waits(request.user), public_id=edition_ref)
    form = LetterForm(request.POST or None, request.FILES or None)
    back = reverse("catalogues:edition", args=[edition_ref])

    def act(
        agrees: bool, opinion: str, office_name: str, document_number: str, reviewed_on: date, file: UploadedFile
    ) -> object:
        return record_outside_review(
            edition=edition, agrees=agrees, opinion=opinion, office_name=office_name, document_number=document_number,
            reviewed_on=reviewed_on, content=vault.content_of(file), file_name=file.name or "", actor=request.user,
            at=form.moment(),
        )  # fmt: skip

    office = list_of(edition.list_kind).reviewed_by
    return answer(
        request, form, act, to=back, done="审核意见已经登记。", template=TEMPLATE, title="登记审核意见", under=str(edition),
        words="登记审核意见", back=back, clauses=list_of(edition.list_kind).clauses,
        told=f"{OFFICES[office] if office else '审核部门'}不在本系统中，按其书面意见登记文号、日期，并归入文件。",
    )  # fmt: skip


@page(
    "lists/reviews/<ref:ref>/document", name="catalogues:review_document", title="审核文件", allow=BUSINESS,
    subject="outside_review", expects=Expect(own=200, other=404, superior=200),
)  # fmt: skip
def document(request: DeskRequest, ref: str) -> HttpResponse:
    """The letter as it came, for everybody at work who sees the edition; administrators look after people, not papers."""
    rows = OutsideReview.objects.select_related("edition__body", "document")
    found = get_object_or_404(rows, public_id=ref, edition__in=editions_visible_to(request.user))
    if found.document is None:
        raise Http404
    response = HttpResponse(vault.read(found.document), content_type=found.document.media_type)
    name = f"{found.edition}审核意见（{found.document_number}）"
    suffix = guess_extension(found.document.media_type) or ""
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name + suffix, safe='')}"
    response["X-Content-Type-Options"] = "nosniff"
    return exports.on_record(response, what=name, rows=1, subject=found.edition.subject)

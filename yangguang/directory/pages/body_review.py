"""The judicial bureau's review of a proposed entry: given here, or taken from its letter (D06)."""

from __future__ import annotations

from mimetypes import guess_extension
from typing import Any
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
from yangguang.directory.pages.register_body import PROPOSERS
from yangguang.directory.proposals import bureau_for, proposals_to_review, proposals_visible_to
from yangguang.directory.requests import DeskRequest
from yangguang.directory.rules.roles import Role
from yangguang.directory.use_cases.record_body_review import record_body_review
from yangguang.directory.use_cases.review_body_proposal import review_body_proposal

HINT = "不同意的写明退回理由；同意的可以不写。"


class ReviewForm(OfficialForm):
    """Whether the bureau agrees, and its words; `round_seen` is the content that was on the page."""

    agrees = YesNoField(label="是否同意")
    opinion = WrittenField(label="审核意见", most=1000, lines=True, required=False, help_text=HINT)
    round_seen = forms.IntegerField(widget=forms.HiddenInput)


class LetterForm(OfficialForm):
    """The letter the bureau sent."""

    agrees = YesNoField(label="是否同意")
    opinion = WrittenField(label="审核意见", most=1000, lines=True, required=False, help_text=HINT)
    office_name = WrittenField(label="审核单位", most=120)
    document_number = WrittenField(label="审核文号", most=80)
    reviewed_on = DayField(label="审核日期")
    file = forms.FileField(
        label="审核文件", help_text="PDF 或者图片。", error_messages={"empty": "文件是空的，请重新选择。"}
    )


@page(
    "bodies/proposals/<ref:ref>/review", name="directory:review_body", title="审核执法主体登记",
    allow={Role.SUPERVISOR}, writes=True, subject="body_proposal", expects=Expect(own=404, other=404, superior=200),
)  # fmt: skip
def review(request: DeskRequest, ref: str) -> HttpResponse:
    """The supervisor agrees, and the entry stands and is published; or returns it with the reason."""
    one = get_object_or_404(proposals_to_review(request.user), public_id=ref)
    form = ReviewForm(request.POST or None, initial={"round_seen": one.round})
    back = reverse("directory:body_proposal", args=[ref])
    return answer(
        request, form,
        lambda **told: review_body_proposal(proposal=one, actor=request.user, at=form.moment(), **told),
        to=back, done="审核意见已经登记。", template="directory/act_form.html", title="审核执法主体登记",
        under=f"{one}　{one.proposed_by_name}送审　依据：{one.reason}", words="登记审核意见", back=back,
    )  # fmt: skip


@page(
    "bodies/proposals/<ref:ref>/letter", name="directory:record_body_review", title="登记司法行政部门审核意见",
    allow=PROPOSERS, writes=True, subject="body_proposal", expects=Expect(own=404, other=404, superior=404),
)  # fmt: skip
def letter(request: DeskRequest, ref: str) -> HttpResponse:
    """The bureau is not in this system: its letter is recorded. 404 where it is."""
    one = get_object_or_404(proposals_visible_to(request.user), public_id=ref)
    if bureau_for(one) is not None:
        raise Http404
    form = LetterForm(request.POST or None, request.FILES or None)
    back = reverse("directory:body_proposal", args=[ref])

    def act(file: UploadedFile, **told: Any) -> object:
        return record_body_review(
            proposal=one, content=vault.content_of(file), file_name=file.name or "", actor=request.user,
            at=form.moment(), **told,
        )  # fmt: skip

    return answer(
        request, form, act, to=back, done="审核意见已经登记。", template="directory/act_form.html",
        title="登记司法行政部门审核意见", under=str(one), words="登记审核意见", back=back,
    )  # fmt: skip


@page(
    "bodies/proposals/<ref:ref>/document", name="directory:body_review_document", title="审核文件", allow=PROPOSERS,
    subject="body_proposal", expects=Expect(own=404, other=404, superior=404),
)  # fmt: skip
def document(request: DeskRequest, ref: str) -> HttpResponse:
    """The letter of the judicial bureau as it came; 404 where there is none."""
    one = get_object_or_404(proposals_visible_to(request.user), public_id=ref)
    if one.document is None:
        raise Http404
    response = HttpResponse(vault.read(one.document), content_type=one.document.media_type)
    name = f"{one}审核意见（{one.document_number}）{guess_extension(one.document.media_type) or ''}"
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    response["X-Content-Type-Options"] = "nosniff"
    return exports.on_record(response, what=name, rows=1, subject=one.subject)

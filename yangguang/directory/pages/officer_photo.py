"""The photo for an officer's card: taken in, looked at, deleted by whoever keeps the entry (D11)."""

from __future__ import annotations

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from yangguang.base import vault
from yangguang.base.act_pages import answer
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import Expect, page
from yangguang.base.press.portraits import LIMIT
from yangguang.directory.models import Officer, OfficerPhoto
from yangguang.directory.public_photos import photos_are_public
from yangguang.directory.queries import officers_kept_by
from yangguang.directory.requests import DeskRequest
from yangguang.directory.rules.roles import Role
from yangguang.directory.use_cases.remove_officer_photo import remove_officer_photo
from yangguang.directory.use_cases.set_officer_photo import set_officer_photo
from yangguang.kernel import clock

KEEPERS = {Role.SYSTEM_ADMINISTRATOR, Role.SUPERVISOR}
KEPT = Expect(own=200, other=404, superior=200)


class PhotoForm(OfficialForm):
    """One picture."""

    file = forms.FileField(
        label="照片", error_messages={"empty": "文件是空的，请重新选择。"},
        help_text=f"JPEG 或者 PNG，不超过 {LIMIT // 1024 // 1024} MB；按证件照的比例裁切，不保留拍摄时间、地点。",
    )  # fmt: skip


def _kept(request: DeskRequest, ref: str) -> Officer:
    return get_object_or_404(officers_kept_by(request.user), public_id=ref)


def _shown_where(officer: Officer) -> str:
    if photos_are_public(officer.body, clock.today()):
        return "印在证件卡上，公示网的执法人员页也显示"
    return "只印在证件卡上，不上公示网"


@page(
    "officers/<ref:ref>/photo/set", name="directory:set_officer_photo", title="登记证件照片", writes=True,
    subject="officer", allow=KEEPERS, expects=KEPT,
)  # fmt: skip
def set_photo(request: DeskRequest, ref: str) -> HttpResponse:
    """Take in a photo, or another one."""
    officer, form = _kept(request, ref), PhotoForm(request.POST or None, request.FILES or None)
    back = reverse("directory:officer", args=[ref])

    def act(file: UploadedFile) -> OfficerPhoto:
        return set_officer_photo(
            officer=officer, content=vault.content_of(file, limit=LIMIT), file_name=file.name or "",
            actor=request.user, at=form.moment(),
        )  # fmt: skip

    return answer(
        request, form, act, to=back, done=f"照片已经登记，{_shown_where(officer)}。", template="directory/act_form.html",
        title="登记证件照片", under=f"{officer.name}　{_shown_where(officer)}；离岗即删除。", words="登记", back=back,
    )  # fmt: skip


@page(
    "officers/<ref:ref>/photo/remove", name="directory:remove_officer_photo", title="删除证件照片", writes=True,
    subject="officer", allow=KEEPERS, expects=KEPT,
)  # fmt: skip
def remove_photo(request: DeskRequest, ref: str) -> HttpResponse:
    """Ask once, then delete it."""
    officer = _kept(request, ref)
    form = OfficialForm(request.POST if request.method == "POST" else None)
    back = reverse("directory:officer", args=[ref])
    return answer(
        request, form, lambda: remove_officer_photo(officer=officer, actor=request.user, at=form.moment()),
        to=back, done="照片已经删除。", template="directory/act_form.html", title="删除证件照片", under=officer.name,
        words="删除", back=back,
    )  # fmt: skip


@page(
    "officers/<ref:ref>/photo", name="directory:officer_photo", title="证件照片", subject="officer_with_photo",
    allow=KEEPERS, expects=KEPT,
)  # fmt: skip
def photo(request: DeskRequest, ref: str) -> HttpResponse:
    """The photo as it is printed; 404 where there is none."""
    held = OfficerPhoto.objects.filter(officer=_kept(request, ref)).first()
    if held is None:
        raise Http404
    response = HttpResponse(bytes(held.content), content_type="image/jpeg")
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-store"
    return response

"""Bring recordings and pictures into a file, on a phone first: in parts that go on after a cut, or as a plain form."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yangguang.base import media_kinds
from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import OfficialForm, Parts
from yangguang.base.pages import Expect, page
from yangguang.base.refusals import put_on_form
from yangguang.directory.api import Account
from yangguang.kernel import clock
from yangguang.kernel.refusal import Refused
from yangguang.records.capture_rows import told_of
from yangguang.records.models import UploadState
from yangguang.records.policy import KEEPERS
from yangguang.records.queries import media_to_attach, own_uploads
from yangguang.records.readers import FileFace, face_of
from yangguang.records.use_cases._bring_whole import bring_whole
from yangguang.records.use_cases._receive_part import ContentRefused
from yangguang.records.use_cases.begin_upload import Brought


class MediaForm(OfficialForm):
    """The file, when and by whom it was taken, and with what."""

    button = "上传"
    parts: ClassVar[Parts] = (("录音录像", ("file", "taken_at", "officer_name", "device_number")),)

    file = forms.FileField(label="文件", widget=forms.FileInput(attrs={"accept": ",".join(media_kinds.SUFFIXES)}))
    taken_at = forms.DateTimeField(
        label="拍摄时间", input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={"invalid": "请按“2026-11-20 09:30”的样式填写时间。"},
    )  # fmt: skip
    officer_name = WrittenField(label="拍摄人", most=80)
    device_number = WrittenField(
        label="设备编号", most=60, required=False, help_text="执法记录仪等设备上的编号；手机拍摄的不填。"
    )

    def __init__(self, *args: Any, account: Account, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["taken_at"].initial = clock.now().astimezone(clock.BEIJING).strftime("%Y-%m-%dT%H:%M")
        self.fields["officer_name"].initial = account.name

    @property
    def brought(self) -> Brought:
        """What is said of the file."""
        told = self.cleaned_data
        taken: datetime = told["taken_at"]
        return Brought(told["file"].name, told["file"].size, taken, told["officer_name"], told["device_number"])


@page("files/<ref:ref>/media/", name="records:media", title="上传录音录像", allow=KEEPERS, writes=True, subject="case",
      expects=Expect(own=404))  # fmt: skip
def media(request: HttpRequest, ref: str) -> HttpResponse:
    """What is on its way, what waits to become evidence, and the form."""
    account: Account = request.user  # type: ignore[assignment]
    file = face_of(account, ref)
    if not file.keeps:
        raise Http404
    posted = request.method == "POST"
    form = MediaForm(*((request.POST, request.FILES) if posted else ()), account=account)
    if posted and form.is_valid() and _taken_in(form, ref, account):
        messages.success(request, "文件已入库，等候归入证据。")
        return redirect("records:media", ref)
    return render(request, "records/media.html", _shown(form, file, ref, account))


def _taken_in(form: MediaForm, ref: str, account: Account) -> bool:
    """The plain form: one part that is the whole file."""
    try:
        read = form.cleaned_data["file"].read
        bring_whole(file_ref=ref, brought=form.brought, read=read, actor=account, at=form.moment())
    except ContentRefused:
        form.add_error("file", "文件内容与扩展名不符，或者不是允许的种类，没有保存。请选择原始文件，不要改名。")
        return False
    except Refused as refusal:
        put_on_form(form, refusal)
        return False
    return True


def _shown(form: MediaForm, file: FileFace, ref: str, account: Account) -> dict[str, Any]:
    coming = own_uploads(account).filter(file_ref=ref, state=UploadState.OPEN)
    return {
        "form": form, "file": file, "file_ref": ref, "waiting": [(one, told_of(one)) for one in media_to_attach(ref)],
        "coming": [{"name": one.name, "share": f"{one.offset * 100 // one.length}%", "until": one.expires_at} for one in coming],
        "trail": [("案件", ""), (file.label, file.href), ("上传录音录像", "")],
    }  # fmt: skip

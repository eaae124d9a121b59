"""Files of sample forms beside a guide: put in and taken out of a draft, opened by whoever sees the edition (D09, D11)."""

from __future__ import annotations

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import content_disposition_header

from yangguang.base import exports, vault
from yangguang.base.act_pages import answer
from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import SIGNED_IN, page
from yangguang.base.press.form_files import LIMIT
from yangguang.catalogues.models import SampleForm
from yangguang.catalogues.pages.edition import ADOPTED_ARE_PUBLIC
from yangguang.catalogues.pages.entry_form import OWN_DRAFTS
from yangguang.catalogues.policy import DRAFTERS
from yangguang.catalogues.queries import draft_entries_of, drafts_of, editions_visible_to
from yangguang.catalogues.use_cases.add_sample_form import add_sample_form
from yangguang.catalogues.use_cases.remove_sample_form import remove_sample_form
from yangguang.directory.api import DeskRequest

TOLD = (
    "随这一版清单审定，审定以后在网上和窗口公开。PDF 重新生成，Word、Excel 去掉作者信息；含宏、批注、外部链接的不收。"
)


class SampleFileForm(OfficialForm):
    """A name the public understands, and the file."""

    title = WrittenField(label="表名", most=80, help_text="如“投诉书（示范文本）”。同名的换成新的。")
    file = forms.FileField(
        label="文件", error_messages={"empty": "文件是空的，请重新选择。"},
        help_text=f"DOCX、PDF、XLSX，不超过 {LIMIT // 1024 // 1024} MB。示范内容用虚构的姓名和号码。",
    )  # fmt: skip


@page(
    "lists/entries/<ref:entry_ref>/forms/add", name="catalogues:add_sample_form", title="上传示范文本", allow=DRAFTERS,
    writes=True, subject="draft_entry", expects=OWN_DRAFTS,
)  # fmt: skip
def add(request: DeskRequest, entry_ref: str) -> HttpResponse:
    """One file for one guide."""
    entry = get_object_or_404(draft_entries_of(request.user), public_id=entry_ref)
    form = SampleFileForm(request.POST or None, request.FILES or None)
    back = reverse("catalogues:entry", args=[entry_ref])

    def act(title: str, file: UploadedFile) -> SampleForm:
        return add_sample_form(
            edition=entry.edition, code=entry.code, title=title, content=vault.content_of(file, limit=LIMIT),
            file_name=file.name or "", actor=request.user, at=form.moment(),
        )  # fmt: skip

    return answer(
        request, form, act, to=back, done="示范文本已经放进草案。", template="catalogues/act.html", title="上传示范文本",
        under=f"{entry.code}　{entry.edition}", words="上传", back=back, told=TOLD, clauses=("TSO-2018:service_guides",),
    )  # fmt: skip


@page(
    "lists/forms/<ref:ref>/remove", name="catalogues:remove_sample_form", title="删去示范文本", allow=DRAFTERS,
    writes=True, subject="draft_sample_form", expects=OWN_DRAFTS,
)  # fmt: skip
def remove(request: DeskRequest, ref: str) -> HttpResponse:
    """Ask once, then take it out of the draft."""
    rows = SampleForm.objects.select_related("edition__body")
    found = get_object_or_404(rows, public_id=ref, edition__in=drafts_of(request.user))
    form = OfficialForm(request.POST if request.method == "POST" else None)
    back = reverse("catalogues:edition", args=[found.edition.public_id])
    return answer(
        request, form, lambda: remove_sample_form(form=found, actor=request.user, at=form.moment()),
        to=back, done="已从草案中删去。", template="catalogues/act.html", title=f"删去“{found.title}”",
        under=str(found.edition), words="从草案中删去", back=back, told="以前各版保留这份文件。", clauses=(),
    )  # fmt: skip


@page(
    "lists/forms/<ref:ref>", name="catalogues:sample_form", title="示范文本", allow=SIGNED_IN,
    subject="sample_form", expects=ADOPTED_ARE_PUBLIC,
)  # fmt: skip
def show(request: DeskRequest, ref: str) -> HttpResponse:
    """The file exactly as it is or would be public."""
    rows = SampleForm.objects.select_related("edition__body", "blob")
    found = get_object_or_404(rows, public_id=ref, edition__in=editions_visible_to(request.user))
    response = HttpResponse(vault.read(found.blob), content_type=found.blob.media_type)
    response["Content-Disposition"] = content_disposition_header(True, f"{found.title}.{found.suffix}") or ""
    response["X-Content-Type-Options"] = "nosniff"
    return exports.on_record(response, what=f"{found.edition}：{found.title}", rows=1, subject=found.edition.subject)

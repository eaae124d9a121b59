"""Import a workbook into a draft: look first, with every fault named by its row; then import all of it or nothing."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from yangguang.base import vault
from yangguang.base.act_pages import answer
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import page
from yangguang.base.workbook_guard import MOST_BYTES
from yangguang.catalogues.lists import workbook
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.models import Edition
from yangguang.catalogues.pages.entry_form import OWN_DRAFTS
from yangguang.catalogues.policy import DRAFTERS
from yangguang.catalogues.queries import SAMPLE_FORMS, contents, drafts_of
from yangguang.catalogues.use_cases.import_edition import import_edition
from yangguang.catalogues.use_cases.upload_workbook import upload_workbook
from yangguang.directory.api import DeskRequest
from yangguang.kernel.refusal import Refused
from yangguang.kernel.row_changes import ChangeKind, compare


class UploadForm(OfficialForm):
    """The file."""

    file = forms.FileField(
        label="表格文件", help_text="XLSX，用本页下载的表格填写；列名不要改动。",
        widget=forms.FileInput(attrs={"accept": ".xlsx"}), error_messages={"empty": "文件是空的，请重新选择。"},
    )  # fmt: skip


@page(
    "lists/editions/<ref:edition_ref>/import", name="catalogues:import", title="导入清单", allow=DRAFTERS,
    writes=True, subject="edition_draft", expects=OWN_DRAFTS,
)  # fmt: skip
def import_workbook(request: DeskRequest, edition_ref: str) -> HttpResponse:
    """Upload; nothing is imported yet."""
    edition = get_object_or_404(drafts_of(request.user).select_related("workbook"), public_id=edition_ref)
    form = UploadForm(request.POST or None, request.FILES or None)

    def upload(file: UploadedFile) -> object:
        content = vault.content_of(file, limit=MOST_BYTES)
        return upload_workbook(
            edition=edition, content=content, name=file.name or "", actor=request.user, at=form.moment()
        )

    here = reverse("catalogues:import", args=[edition_ref])
    return answer(
        request, form, upload, to=here, done="表格已经收到，还没有导入，请先看检查结果。",
        template="catalogues/import.html", edition=edition, examined=examined(edition),
        once=OfficialForm()["once"], trail=_trail(edition),
    )  # fmt: skip


@page(
    "lists/editions/<ref:edition_ref>/import/confirm", name="catalogues:confirm_import", title="确认导入",
    allow=DRAFTERS, writes=True, subject="edition_draft", expects=OWN_DRAFTS,
)  # fmt: skip
def confirm_import(request: DeskRequest, edition_ref: str) -> HttpResponse:
    """Import what was examined."""
    edition = get_object_or_404(drafts_of(request.user).select_related("workbook"), public_id=edition_ref)
    form = OfficialForm(request.POST if request.method == "POST" else None)
    here = reverse("catalogues:import", args=[edition_ref])
    return answer(
        request, form, lambda: import_edition(edition=edition, actor=request.user, at=form.moment()),
        to=reverse("catalogues:edition", args=[edition_ref]), done="表格已经导入草案。", template="catalogues/act.html",
        title="确认导入", under=str(edition), words="导入", back=here, clauses=(),
        told="草案中现有的条目将全部换成表格中的条目。",
    )  # fmt: skip


def examined(edition: Edition) -> dict[str, Any] | None:
    """What the uploaded workbook would do to the draft; None before a workbook is there."""
    if edition.workbook is None:
        return None
    try:
        rows, faults = workbook.read(list_of(edition.list_kind), vault.read(edition.workbook))
    except Refused as refusal:
        return {"refusal": refusal, "faults": [], "rows": 0, "counts": {}}
    after = {row.code: {**row.columns, "official": row.official} for row in rows}
    before = {code: {k: v for k, v in row.items() if k != SAMPLE_FORMS} for code, row in contents(edition).items()}
    kinds = [change.kind for change in compare(before, after)]
    counts = {kind.value: kinds.count(kind) for kind in ChangeKind}
    return {"refusal": None, "faults": faults, "rows": len(rows), "counts": counts}


def _trail(edition: Edition) -> list[tuple[str, str]]:
    return [
        ("清单", reverse("catalogues:lists")),
        (list_of(edition.list_kind).title, reverse("catalogues:list", args=[edition.list_kind])),
        (edition.version, reverse("catalogues:edition", args=[edition.public_id])),
        ("导入", ""),
    ]

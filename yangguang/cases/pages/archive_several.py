"""归档: the closed cases whose file is not in order yet, archived together."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from yangguang.base import listing
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import page
from yangguang.base.refusals import put_on_form
from yangguang.base.sheets import Column, Kind
from yangguang.cases.kinds.register import MAIN_LINES
from yangguang.cases.models import Case
from yangguang.cases.queries import cases_visible_to
from yangguang.cases.use_cases.archive_files import archive_files
from yangguang.directory.api import Account, own_rows
from yangguang.kernel.refusal import Refused

MOST = 50
COLUMNS = (
    Column("number", "案号", width=28), Column("title", "案由", width=36), Column("status", "状态", width=20),
    Column("closed_on", "结案日期", Kind.DAY),
)  # fmt: skip


class ArchiveSeveralForm(OfficialForm):
    """Which files."""

    cases = forms.MultipleChoiceField(label="案件", error_messages={"required": "请至少选择一件案件。"})

    def __init__(self, *args: Any, account: Account, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = files_to_archive(account)
        self.fields["cases"].choices = [(one.public_id, one.number) for one in self.rows]  # type: ignore[attr-defined]


@page("cases/archiving/", name="cases:archive_several", title="立卷归档", allow=("archivist",), writes=True)
def archive_several(request: HttpRequest) -> HttpResponse:
    """Each file is catalogued and closed in an act of its own; what is not complete stays and says why."""
    account: Account = request.user  # type: ignore[assignment]
    form = ArchiveSeveralForm(request.POST or None, account=account)
    if listing.is_export(request):
        return listing.workbook(request, title="待归档案件", columns=COLUMNS, rows=map(_cells, form.rows))
    if form.is_valid():
        chosen = [one.pk for one in form.rows if one.public_id in form.cleaned_data["cases"]]
        try:
            for one in archive_files(case_ids=chosen, actor=account, at=form.moment()):
                if one.refusal is None:
                    messages.success(request, f"{one.case.number} 已归档。")
                else:
                    messages.error(request, f"{one.case.number} 没有归档：{one.refusal.reason}{one.refusal.remedy}")
            return redirect("cases:archive_several")
        except Refused as refusal:
            put_on_form(form, refusal)
    return render(request, "cases/archive_several.html", {
        "form": form, "rows": map(_cells, form.rows), "chosen": request.POST.getlist("cases"),
        "trail": [("案件", reverse("cases:list")), ("立卷归档", "")],
    })  # fmt: skip


def files_to_archive(account: Account) -> list[Case]:
    """The cases of the own body that have ended and are not archived, the oldest first."""
    closed = {status for flow in MAIN_LINES for status in flow.step("archive_file", "closed").sources}
    rows = cases_visible_to(account).filter(own_rows(account), status__in=closed)
    return list(rows.order_by("closed_on", "pk")[:MOST])


def _cells(case: Case) -> dict[str, Any]:
    return {
        "ref": case.public_id, "number": case.number, "title": case.title, "status": case.get_status_display(),
        "closed_on": case.closed_on,
    }  # fmt: skip

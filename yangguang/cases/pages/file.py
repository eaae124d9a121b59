"""案卷: the file as one PDF – what was bound, how far a binding is, and asking for a preview or a copy for the parties."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from yangguang.base.forms import OfficialForm
from yangguang.base.pages import Expect, page
from yangguang.base.refusals import put_on_form
from yangguang.cases.models import Case
from yangguang.cases.pages.case import OF_A_CASE, READERS
from yangguang.cases.presentation import papers
from yangguang.cases.queries import cases_visible_to
from yangguang.directory.api import Account
from yangguang.kernel.refusal import Refused
from yangguang.records.api import BindingState, BoundFor, ask_for_bound_file, bound_files_of

BINDERS = ("case_handler", "unit_head", "archivist")
ASKED = (BoundFor.PREVIEW, BoundFor.PARTIES)
SHOWN = 12  # bindings


class BindForm(OfficialForm):
    """Which binding is wanted."""

    purpose = forms.ChoiceField(
        label="生成", widget=forms.RadioSelect, choices=[(one.value, one.label) for one in ASKED],
        help_text="预览含正卷和副卷，每页标明未归档，归档以后只含续卷；阅卷副本只有正卷，供当事人、代理人查阅。",
    )  # fmt: skip


@page("cases/<ref:ref>/file/", name="cases:file", title="案卷", allow=READERS, subject="case", expects=OF_A_CASE)
def file_page(request: HttpRequest, ref: str) -> HttpResponse:
    """The bindings of a file, newest first, and its contents as they stand."""
    return _shown(request, _case(request, ref))


@page("cases/<ref:ref>/file/bind/", name="cases:bind_file", title="生成案卷", allow=BINDERS, writes=True, subject="case",
      expects=Expect(only_in={"archivist": ("closed",)}))  # fmt: skip
def bind_file(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask for one."""
    case = _case(request, ref)
    form = BindForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            ask_for_bound_file(
                body=case.body, file_ref=case.public_id, purpose=form.facts["purpose"], actor=request.user,  # type: ignore[arg-type]
                at=form.moment(),
            )  # fmt: skip
            messages.success(request, "正在生成，完成后在本页下载。")
            return redirect("cases:file", ref)
        except Refused as refusal:
            put_on_form(form, refusal)
    return _shown(request, case, form)


def _case(request: HttpRequest, ref: str) -> Case:
    account: Account = request.user  # type: ignore[assignment]
    return get_object_or_404(cases_visible_to(account), public_id=ref)


def _shown(request: HttpRequest, case: Case, form: BindForm | None = None) -> HttpResponse:
    account: Account = request.user  # type: ignore[assignment]
    home = reverse("cases:case", args=[case.public_id])
    bound = list(bound_files_of(case.public_id)[:SHOWN])
    refused = form is not None and form.refusal is not None
    return render(request, "cases/file.html", {
        "case": case, "bound": bound, "catalogue": papers.catalogue(case), "form": form or BindForm(),
        "may_bind": bool(account.role_names & set(BINDERS)),
        "on_its_way": any(one.state in {BindingState.WAITING, BindingState.MAKING} for one in bound),
        "trail": [("案件", reverse("cases:list")), (case.number, home), ("案卷", "")],
    }, status=409 if refused else 200)  # fmt: skip

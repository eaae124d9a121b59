"""改派承办人: the open cases of an officer who left or whose certificate lapsed, handed over together."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from yangguang.base import listing
from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import page
from yangguang.base.refusals import put_on_form
from yangguang.base.sheets import Column
from yangguang.cases.acts.fields import several
from yangguang.cases.acts.register import officers_named
from yangguang.cases.handovers import MOST, cases_to_hand_over, officers_to_take_over, officers_unfit
from yangguang.cases.queries import cases_visible_to
from yangguang.cases.rules.upkeep import LABELS
from yangguang.cases.upkeep import Upkeep
from yangguang.cases.use_cases.reassign_cases import Handed, reassign_cases
from yangguang.directory.api import Account
from yangguang.kernel import clock
from yangguang.kernel.refusal import Refused

COLUMNS = (
    Column("number", "案号", width=28), Column("title", "案由", width=36), Column("status", "状态", width=20),
    Column("handlers", "现承办人", width=24), Column("gaps", "缺口", width=40),
)  # fmt: skip


class ReassignForm(OfficialForm):
    """Which cases, to whom, why."""

    cases = forms.MultipleChoiceField(label="案件", error_messages={"required": "请至少选择一件案件。"})
    taking = several("接办人员", help_text="接替离开的承办人，每件案件仍应当有两名以上当日证件有效的承办人。")
    reason = WrittenField(label="更换原因", most=200)

    def __init__(self, *args: Any, account: Account, leaving: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = cases_to_hand_over(account, leaving, clock.today())[:MOST]
        choices = [(one.case.public_id, one.case.number) for one in self.rows]
        self.fields["cases"].choices = choices  # type: ignore[attr-defined]
        self.fields["taking"].choices = officers_to_take_over(account, leaving, clock.today())  # type: ignore[attr-defined]


@page("cases/reassign/", name="cases:reassign", title="改派承办人", allow=("unit_head",), writes=True)
def reassign(request: HttpRequest) -> HttpResponse:
    """Every case is assigned in an act of its own; what was refused says why, and the others go on."""
    account: Account = request.user  # type: ignore[assignment]
    leaving = request.GET.get("officer", "")[:26]
    form = ReassignForm(request.POST or None, account=account, leaving=leaving)
    if listing.is_export(request):
        return listing.workbook(request, title="待改派案件", columns=COLUMNS, rows=map(cells, form.rows))
    if form.is_valid():
        try:
            for one in _carry_out(form, account, leaving):
                _tell(request, one)
            return redirect(request.get_full_path())
        except Refused as refusal:
            put_on_form(form, refusal)
    return render(request, "cases/reassign.html", {
        "form": form, "rows": [cells(one) for one in form.rows], "most": MOST, "leaving": leaving,
        "unfit": _unfit(request, account, leaving), "chosen": request.POST.getlist("cases"),
        "trail": [("案件", reverse("cases:list")), ("改派承办人", "")],
    })  # fmt: skip


def cells(one: Upkeep) -> dict[str, Any]:
    """One case with what it lacks, in words."""
    return {
        "ref": one.case.public_id, "number": one.case.number, "title": one.case.title, "body": one.case.body.name,
        "status": one.case.get_status_display(), "gaps": [LABELS[gap] for gap in one.gaps],
        "handlers": [facts.name for facts in one.handlers],
        "faults": [f"{f.name}：{f.certificate_fault or '已离岗或者停用'}" for f in one.handlers if not f.fit],
    }  # fmt: skip


def _unfit(request: HttpRequest, account: Account, leaving: str) -> list[dict[str, Any]]:
    """Everybody, and each officer who can handle the own cases no longer, with how many there are."""
    rows = [
        {"label": one.name, "count": count, "href": listing.address(request, officer=one.public_id),
         "current": one.public_id == leaving}
        for one, count in officers_unfit(account, clock.today())
    ]  # fmt: skip
    everybody = {"label": "全部", "count": None, "href": listing.address(request, officer=""), "current": not leaving}
    return [everybody, *rows] if rows or leaving else []


def _carry_out(form: ReassignForm, account: Account, leaving: str) -> list[Handed]:
    chosen = cases_visible_to(account).filter(public_id__in=form.cleaned_data["cases"])
    return reassign_cases(
        case_ids=list(chosen.order_by("pk").values_list("pk", flat=True)),
        leaving=next(iter(officers_named([leaving])), None), taking=officers_named(form.cleaned_data["taking"]),
        reason=form.cleaned_data["reason"], actor=account, at=form.moment(),
    )  # fmt: skip


def _tell(request: HttpRequest, one: Handed) -> None:
    if one.refusal is None:
        messages.success(request, f"{one.case.number} 已改派，承办人：{'、'.join(one.handlers)}。")
    else:
        messages.error(request, f"{one.case.number} 没有改派：{one.refusal.reason}{one.refusal.remedy}")

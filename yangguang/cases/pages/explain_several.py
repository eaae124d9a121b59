"""逾期说明: the passed terms of my cases nobody has explained yet, explained together where one reason kept them all."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from yangguang.base import calendars, listing
from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import page
from yangguang.base.refusals import put_on_form
from yangguang.base.sheets import Column, Kind
from yangguang.cases.models import Clock
from yangguang.cases.presentation import clocks
from yangguang.cases.queries import cases_visible_to
from yangguang.cases.rules.clocks import KINDS, Effect
from yangguang.cases.use_cases.explain_several_overdue import explain_several_overdue
from yangguang.directory.api import Account
from yangguang.kernel import clock
from yangguang.kernel.refusal import Refused

MOST = 100
TERMS = [name for name, kind in KINDS.items() if kind.effect is Effect.AGENCY_TERM]
COLUMNS = (
    Column("number", "案号", width=28), Column("title", "案由", width=36), Column("label", "期限", width=20),
    Column("due_on", "到期日", Kind.DAY),
)  # fmt: skip


class ExplainForm(OfficialForm):
    """Which terms, and the one reason."""

    clocks = forms.MultipleChoiceField(label="期限", error_messages={"required": "请至少选择一个期限。"})
    reason = WrittenField(label="逾期原因", most=400, lines=True, help_text="只在几件案件的原因确实相同时一起填写。")

    def __init__(self, *args: Any, account: Account, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = passed_terms_of(account)
        choices = [(one.public_id, str(one)) for one in self.rows]
        self.fields["clocks"].choices = choices  # type: ignore[attr-defined]


@page("cases/overdue/", name="cases:explain_several", title="逾期说明", allow=("case_handler",), writes=True)
def explain_several(request: HttpRequest) -> HttpResponse:
    """Each term keeps the reason and has its own line in the ledger."""
    account: Account = request.user  # type: ignore[assignment]
    form = ExplainForm(request.POST or None, account=account)
    if listing.is_export(request):
        return listing.workbook(request, title="逾期未说明", columns=COLUMNS, rows=map(_cells, form.rows))
    if form.is_valid():
        told = form.cleaned_data
        try:
            done = explain_several_overdue(
                clock_refs=told["clocks"], reason=told["reason"], actor=account, at=form.moment()
            )
            for one in done:
                words = f"{one.number}“{one.label}”"
                if one.refusal is None:
                    messages.success(request, f"{words}已写明逾期原因。")
                else:
                    messages.error(request, f"{words}没有写入：{one.refusal.reason}{one.refusal.remedy}")
            return redirect("cases:explain_several")
        except Refused as refusal:
            put_on_form(form, refusal)
    calendar, today = calendars.in_force(), clock.today()
    return render(request, "cases/explain_several.html", {
        "form": form, "rows": [_cells(one) | {"face": clocks.face_of(one, calendar, today)} for one in form.rows],
        "chosen": request.POST.getlist("clocks"),
        "trail": [("案件", reverse("cases:list")), ("逾期说明", "")],
    })  # fmt: skip


def passed_terms_of(account: Account) -> list[Clock]:
    """The agency's terms that have passed unexplained in the cases a person handles, the oldest first."""
    mine = cases_visible_to(account).filter(assignments__officer__account=account, assignments__ends_on=None)
    rows = Clock.objects.filter(
        case__in=mine.order_by().values("pk"), kind__in=TERMS, stopped_on=None, still=False, overdue_reason="",
        due_on__lt=clock.today(),
    )  # fmt: skip
    return list(rows.select_related("case").order_by("due_on", "pk")[:MOST])


def _cells(one: Clock) -> dict[str, Any]:
    case = one.case
    return {
        "ref": one.public_id, "number": case.number if case else "", "title": case.title if case else "",
        "case_ref": case.public_id if case else "", "label": clocks.label_of(one), "due_on": one.due_on,
    }  # fmt: skip

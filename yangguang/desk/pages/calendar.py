"""工作日历: which years are announced, which are provisional, and importing the next one."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yangguang.base import calendars
from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.base.models import CalendarYear
from yangguang.base.pages import Expect, page
from yangguang.base.refusals import put_on_form
from yangguang.desk.use_cases.import_calendar_year import import_calendar_year
from yangguang.directory.api import Role
from yangguang.kernel.refusal import Refused


class CalendarForm(OfficialForm):
    """A year as rows of date, kind and holiday."""

    source = WrittenField(label="通知文号", most=300, help_text="例如：国办发明电〔2026〕7号")
    text = WrittenField(
        label="放假和调休安排", most=20_000, lines=True, widget=forms.Textarea(attrs={"rows": 12}),
        help_text="每行：日期,种类,节日。种类填 放假、调休放假 或者 上班。首行为 date,kind,name。",
    )  # fmt: skip


@page(
    "calendar/", name="desk:calendar", title="工作日历", allow=(Role.SYSTEM_ADMINISTRATOR,), writes=True,
    expects=Expect(other=200, superior=200),
)  # fmt: skip
def calendar(request: HttpRequest) -> HttpResponse:
    """What is known, and the form for the next year."""
    form = CalendarForm(request.POST or None)
    if form.is_valid():
        try:
            row = import_calendar_year(actor=request.user, at=form.moment(), **form.facts)  # type: ignore[arg-type]
            messages.success(request, f"已导入{row.year}年。暂定的期限已经重算。")
            return redirect("desk:calendar")
        except Refused as refusal:
            put_on_form(form, refusal)
    known = calendars.in_force()
    context = {
        "form": form,
        "known": known,
        "imported": CalendarYear.objects.order_by("-year"),
        "next": known.known_through.year + 1,
    }
    return render(request, "desk/calendar.html", context)

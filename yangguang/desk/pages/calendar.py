"""工作日历: which years are announced, which are provisional, and importing the next one."""

from __future__ import annotations

from datetime import date

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
from yangguang.kernel import clock
from yangguang.kernel.calendar_years import Calendar
from yangguang.kernel.refusal import Refused


class CalendarForm(OfficialForm):
    """A year as rows of date, kind and holiday."""

    source = WrittenField(label="通知文号", most=300, help_text="例如：国办发明电〔2026〕7号")
    text = WrittenField(
        label="放假和调休安排", most=20_000, lines=True, widget=forms.Textarea(attrs={"rows": 12}),
        help_text="第一行写“日期,种类,节日”，以后每天一行，例如“2027-01-01,放假,元旦”。种类填放假、调休放假或者上班（调休上班的周末）。",
    )  # fmt: skip


def days_of(known: Calendar, year: int) -> list[tuple[date, str, bool]]:
    """The days of a year that differ from an ordinary week: off by a holiday, or worked to make up for one."""
    off = [(day, label, False) for day, label in known.holidays.items() if day.year == year]
    return sorted([*off, *((day, label, True) for day, label in known.make_up_days.items() if day.year == year)])


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
        "year": clock.today().year,
        "days": days_of(known, clock.today().year),
    }
    return render(request, "desk/calendar.html", context)

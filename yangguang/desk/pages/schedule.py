"""日程: the hearings, interviews, visits and due days of a unit, by month or week; by day on a phone and on paper."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yangguang.base import calendars, exports, listing
from yangguang.base.pages import Expect, page
from yangguang.base.sheets import Column, Kind
from yangguang.cases.api import (
    ENGAGEMENT_LABELS,
    Case,
    Engagement,
    EngagementKind,
    cases_visible_to,
    engagements,
    in_order,
)
from yangguang.desk.schedule.icalendar import MEDIA_TYPE, calendar_of
from yangguang.desk.schedule.periods import Period, day_asked, period_of
from yangguang.directory.api import Account, Unit
from yangguang.kernel import clock
from yangguang.legal_review.api import reviews_due

READERS = ("case_handler", "unit_head", "agency_head", "legal_reviewer", "supervisor")
MOST_A_DAY = {"month": 4, "week": 50}
COLUMNS = (
    Column("day", "日期", Kind.DAY), Column("time", "时间"), Column("kind", "种类"), Column("what", "事项", width=30),
    Column("number", "案号", width=28), Column("title", "案由", width=36), Column("place", "地点", width=30),
)  # fmt: skip


@page("schedule/", name="desk:schedule", title="日程", allow=READERS, expects=Expect(other=200, superior=200))
def schedule(request: HttpRequest) -> HttpResponse:
    """What stands in the diary of the cases this person may see, of one unit or of the own ones alone."""
    account: Account = request.user  # type: ignore[assignment]
    view = "week" if request.GET.get("view") == "week" else "month"
    period = period_of(view, day_asked(request.GET.get("day", ""), clock.today()))
    units = list(Unit.objects.filter(body_id=account.body_id).order_by("pk"))
    unit = next((one for one in units if one.public_id == request.GET.get("unit")), None)
    mine, kind = request.GET.get("mine") == "1", request.GET.get("kind", "")
    found = [one for one in _entries(account, period, unit, mine) if kind not in ENGAGEMENT_LABELS or one.kind == kind]
    if listing.is_export(request):
        told = "，".join(filter(None, [period.title, unit.name if unit else "", "我的" if mine else ""]))
        return listing.workbook(request, title="日程", columns=COLUMNS, rows=map(_cells, found), filters=told)
    if request.GET.get("calendar") == "1":
        return _calendar(found, filters=period.title)
    return render(request, "desk/schedule.html", {
        "period": period, "weeks": _weeks(period, found), "units": units, "unit": unit, "mine": mine, "kind": kind,
        "kinds": [(key.value, words) for key, words in ENGAGEMENT_LABELS.items()], "count": len(found),
        "to_take_along": listing.address(request, day=period.anchor.isoformat(), calendar="1"),
        "before": listing.address(request, day=period.before.isoformat()),
        "after": listing.address(request, day=period.after.isoformat()), "now": listing.address(request, day=""),
        "views": [{"label": words, "href": listing.address(request, view=key), "current": key == (view if view == "week" else "")}
                  for key, words in (("", "月"), ("week", "周"))], "weekdays": "一二三四五六日",
    })  # fmt: skip


def _entries(account: Account, period: Period, unit: Unit | None, mine: bool) -> list[Engagement]:
    cases = cases_visible_to(account)
    if unit is not None:
        cases = cases.filter(unit=unit)
    if mine:
        own = Case.objects.filter(assignments__officer__account=account, assignments__ends_on=None).values("pk")
        cases = cases.filter(pk__in=own)
    reviews = reviews_due(cases, period.since, period.until)
    beside = [
        Engagement(one.due_on, EngagementKind.REVIEW, f"法制审核（第{one.round}次）", one.case, ref=str(one.round))
        for one in reviews
    ]
    return in_order([*engagements(cases, period.since, period.until), *beside])


def _calendar(found: list[Engagement], *, filters: str) -> HttpResponse:
    """For the own calendar; a download and no subscription, whose address would open the diary to whoever has it."""
    now = clock.now()
    response = HttpResponse(calendar_of(found, name="日程", now=now), content_type=MEDIA_TYPE)
    name = quote(f"日程-{now.astimezone(clock.BEIJING):%Y%m%d-%H%M}.ics")
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
    return exports.on_record(response, what="日程（日历文件）", rows=len(found), filters=filters)


def _weeks(period: Period, found: list[Engagement]) -> list[list[dict[str, Any]]]:
    by_day: dict[Any, list[Engagement]] = {}
    for one in found:
        by_day.setdefault(one.day, []).append(one)
    calendar, today, most = calendars.in_force(), clock.today(), MOST_A_DAY[period.view]
    return [
        [
            {"day": day, "inside": period.holds(day), "today": day == today, "rest": not calendar.is_workday(day),
             "why": calendar.holidays.get(day, ""), "entries": by_day.get(day, [])[:most],
             "more": max(len(by_day.get(day, [])) - most, 0)}
            for day in week
        ]
        for week in period.weeks
    ]  # fmt: skip


def _cells(one: Engagement) -> dict[str, Any]:
    return {
        "day": one.day, "time": one.at.astimezone(clock.BEIJING).strftime("%H:%M") if one.at else "", "kind": one.label,
        "what": one.what, "number": one.case.number, "title": one.case.title, "place": one.place,
    }  # fmt: skip

"""Why a due day is that day: the equation, the months, provisional days, clocks of leads."""

from datetime import date

import pytest
from django.urls import reverse

from tests.builders.cases import an_open_case, handler_of, on
from tests.builders.directory import an_account
from yangguang.base.components.due_dates import left_out, months_of
from yangguang.cases.presentation.clocks import explanation_of
from yangguang.cases.use_cases import run_clocks
from yangguang.kernel.workdays import Unit, add_calendar_days, add_workdays, shipped_calendar

pytestmark = pytest.mark.django_db


def the_pictured_clock(case):
    """Opened 20 August 2026, stopped 12 to 19 October, thirty working days longer: the picture's own figures."""
    clock = case.clocks.get(kind="investigate_by")
    clock.suspensions = [{"from": "2026-10-12", "until": "2026-10-20", "why": "委托核对工资专户流水", "clause": ""}]
    run_clocks.extend(
        clock, amount=30, unit=Unit.WORKDAY, reason="情况复杂，机关负责人批准", clause="LSR-2004:17#extension"
    )
    return clock


def test_every_line_of_the_equation_leads_to_its_day():
    case = an_open_case(day=date(2026, 8, 20), discovered_on=date(2026, 8, 14), reported_on=date(2026, 8, 14))
    explanation = explanation_of(the_pictured_clock(case), date(2026, 11, 20))
    reached = [line.reached for line in explanation.lines]
    assert reached == [None, date(2026, 11, 18), date(2026, 11, 26), date(2027, 1, 8), date(2027, 1, 8)]
    assert explanation.due.provisional
    assert explanation.left == "剩 34 个工作日"
    assert (
        left_out(explanation.due)
        == "周末 38 天；法定假日落在周一至周五的 7 天（中秋节 1 天、国庆节 5 天、元旦 1 天）；中止 6 天"
    )


def test_handler_reads_the_explanation_on_a_page_of_its_own(client):
    case = an_open_case(day=date(2026, 8, 20), discovered_on=date(2026, 8, 14), reported_on=date(2026, 8, 14))
    clock = the_pictured_clock(case)
    client.force_login(handler_of(case))
    words = client.get(reverse("cases:clock", args=[clock.public_id])).content.decode()
    for told in (
        "2027年1月8日",
        "暂定",
        "延长 30 个工作日",
        "劳动保障监察条例 第十七条",
        "2026年8月",
        "调休上班",
        "打印入卷",
    ):
        assert told in words


def test_suspension_without_an_end_is_explained_instead_of_a_day(client):
    case = an_open_case()
    clock = case.clocks.get(kind="investigate_by")
    clock.suspensions = [{"from": "2026-10-19", "until": None, "why": "中止", "clause": ""}]
    clock.save()
    client.force_login(handler_of(case))
    assert "到期日不能计算" in client.get(reverse("cases:clock", args=[clock.public_id])).content.decode()
    assert "已中止" in client.get(reverse("cases:case", args=[case.public_id])).content.decode()


def test_clock_of_a_case_of_another_body_is_not_there(client):
    clock = an_open_case().clocks.order_by("pk").first()
    client.force_login(an_account(role="agency_head"))
    assert client.get(reverse("cases:clock", args=[clock.public_id])).status_code == 404


def cells_of(due, today):
    return {
        (month["label"], cell["day"]): cell
        for month in months_of(due, today, "立案")
        for week in month["weeks"]
        for cell in week
        if cell
    }


def test_months_mark_start_make_up_days_holidays_and_the_last_day():
    due = add_workdays(date(2026, 8, 20), 60, shipped_calendar())
    cells = cells_of(due, date(2026, 11, 2))
    assert cells["2026年8月", 20]["css"] == "first-day"
    assert cells["2026年9月", 20]["mark"] == "班"
    assert cells["2026年10月", 1]["mark"] == "休"
    assert cells["2026年9月", 3]["mark"] == "10"
    assert cells["2026年11月", 18]["css"] == "due-last"
    assert "day-today" in cells["2026年11月", 2]["css"]


def test_last_day_on_a_saturday_shows_the_roll():
    due = add_calendar_days(date(2026, 11, 20), 15, shipped_calendar(), roll=True)
    cells = cells_of(due, date(2026, 11, 20))
    assert due.day == date(2026, 12, 7)
    assert cells["2026年12月", 7]["css"] == "due-last"
    assert "不计入" in cells["2026年12月", 5]["spoken"]


def test_term_of_many_years_draws_only_its_ends():
    due = add_calendar_days(date(2026, 1, 5), 1900, shipped_calendar(), roll=False)
    assert len(months_of(due, date(2026, 1, 6), "发现")) == 4


def test_overdue_clock_says_by_how_much(client):
    case = an_open_case()
    clock = case.clocks.get(kind="decide_by")
    with on(date(2027, 3, 1)):
        client.force_login(handler_of(case))
        assert "逾期" in client.get(reverse("cases:clock", args=[clock.public_id])).content.decode()

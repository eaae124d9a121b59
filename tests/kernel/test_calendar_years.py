"""Calendar years: what ships, what is provisional beyond it, and what an administrator may import."""

from __future__ import annotations

from datetime import date

import pytest

from yangguang.kernel.refusal import Refused
from yangguang.kernel.workdays import add_calendar_days, add_workdays, parse_calendar_year, shipped_calendar

CALENDAR = shipped_calendar()
YEAR_2027 = """date,kind,name
2027-01-01,放假,元旦
2027-02-05,放假,春节
2027-02-08,调休放假,春节
2027-02-20,上班,春节
2027-04-05,放假,清明节
2027-05-03,放假,劳动节
2027-06-09,放假,端午节
2027-09-15,放假,中秋节
2027-10-01,放假,国庆节
"""


def test_working_days_of_each_shipped_year_are_those_of_the_notices() -> None:
    worked = {
        year: sum(CALENDAR.is_workday(date(year, month, day)) for month, day in _days(year))
        for year in range(2020, 2027)
    }

    assert worked == {2020: 249, 2021: 250, 2022: 249, 2023: 249, 2024: 251, 2025: 248, 2026: 248}


def _days(year: int) -> list[tuple[int, int]]:
    first = date(year, 1, 1).toordinal()
    every = (date.fromordinal(first + n) for n in range(366))
    return [(day.month, day.day) for day in every if day.year == year]


def test_beyond_the_last_notice_a_date_is_provisional() -> None:
    assert add_workdays(date(2026, 12, 24), 6, CALENDAR).day == date(2027, 1, 4)
    assert add_workdays(date(2026, 12, 24), 6, CALENDAR).provisional
    assert not add_workdays(date(2026, 12, 24), 5, CALENDAR).provisional


def test_before_the_first_shipped_year_a_date_is_provisional() -> None:
    assert add_workdays(date(2014, 12, 1), 3, CALENDAR).provisional


def test_fixed_holidays_beyond_the_last_notice_are_rest_days() -> None:
    assert CALENDAR.rest_name(date(2027, 2, 5)) == "春节"
    assert CALENDAR.rest_name(date(2030, 6, 5)) == "端午节"


def test_a_party_term_ending_where_no_notice_can_move_it_is_certain() -> None:
    assert not add_calendar_days(date(2026, 11, 12), 60, CALENDAR, roll=True).provisional
    assert add_calendar_days(date(2026, 12, 20), 15, CALENDAR, roll=True).provisional


def test_an_imported_year_settles_its_dates() -> None:
    settled = CALENDAR.with_days(parse_calendar_year(YEAR_2027))

    assert settled.known_through == date(2027, 12, 31)
    assert not add_workdays(date(2026, 12, 24), 6, settled).provisional
    assert settled.is_workday(date(2027, 2, 20))
    assert settled.rest_name(date(2027, 2, 8)) == "春节调休放假"


def test_a_reimported_year_replaces_the_earlier_one() -> None:
    first = CALENDAR.with_days(parse_calendar_year(YEAR_2027))
    second = first.with_days(parse_calendar_year(YEAR_2027.replace("2027-02-20,上班,春节\n", "")))

    assert not second.is_workday(date(2027, 2, 20))
    assert second.is_workday(date(2026, 10, 10))


def test_a_year_cannot_be_skipped() -> None:
    with pytest.raises(Refused, match="还没有2027年"):
        CALENDAR.with_days(parse_calendar_year(YEAR_2027.replace("2027", "2028").replace("2028-02-20,上班,春节\n", "")))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("2027-01-01,放假,元旦", "2027-13-01,放假,元旦"), "第2行：“2027-13-01”不是日期"),
        (("2027-01-01,放假,元旦", "2027-01-01,休息,元旦"), "第2行：“休息”不是放假"),
        (("2027-01-01,放假,元旦", "2027-01-01,放假"), "第2行：应有3列，实有2列"),
        (("2027-01-01,放假,元旦", "2027-01-01,放假,"), "第2行：缺少节日名称"),
        (("2027-02-20,上班", "2027-02-22,上班"), "第5行：2027-02-22不是周末"),
        (("2027-02-08,调休放假", "2027-02-05,调休放假"), "第4行：2027-02-05重复"),
        (("2027-10-01", "2028-10-01"), "第10行：2028-10-01不在2027年"),
        (("2027-04-05,放假,清明节\n", ""), "没有写明清明节的放假日"),
        (("date,kind,name", "日期,类型"), "第1行应当是"),
    ],
)
def test_a_faulty_year_is_refused_with_its_row(change: tuple[str, str], words: str) -> None:
    with pytest.raises(Refused, match=words):
        parse_calendar_year(YEAR_2027.replace(*change))


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(Refused, match="第1行"):
        parse_calendar_year("")

"""How long a recording may stay outside: in working days, days or hours, as a body's rules say."""

from datetime import date

import pytest

from yangguang.base import local_values
from yangguang.base.upload_terms import UploadTerm
from yangguang.kernel import clock
from yangguang.kernel.refusal import Refused
from yangguang.kernel.workdays import shipped_calendar

CALENDAR = shipped_calendar()


@pytest.mark.clause("GD-REC-2021:23.1")
@pytest.mark.parametrize(
    ("told", "made", "day", "hour"),
    [
        ("1个工作日", clock.beijing(date(2026, 11, 18), 15), date(2026, 11, 19), 23),
        ("1个工作日", clock.beijing(date(2026, 4, 30)), date(2026, 5, 6), 23),
        ("1个工作日", clock.beijing(date(2026, 5, 8)), date(2026, 5, 9), 23),
        ("2日", clock.beijing(date(2026, 11, 20), 23, 59), date(2026, 11, 22), 23),
        ("24小时", clock.beijing(date(2026, 11, 20), 16, 30), date(2026, 11, 21), 16),
    ],
)
def test_day_it_was_made_on_is_not_counted_and_hours_run_through(told, made, day, hour):
    due = UploadTerm.read(told).due(made, CALENDAR)
    assert (due.day, due.moment.astimezone(clock.BEIJING).hour) == (day, hour)
    assert told in due.how


def test_rest_days_between_are_named_in_how_it_was_worked_out():
    due = UploadTerm.read("1个工作日").due(clock.beijing(date(2026, 11, 20)), CALENDAR)
    assert due.how == "2026年11月20日完成，当日不计，其间休息日2天不计，1个工作日到2026年11月23日"


@pytest.mark.parametrize("text", ["", "尽快", "0小时", "1.5日", "1个工作日内", "9999日"])
def test_term_that_cannot_be_counted_is_not_set(text):
    with pytest.raises(Refused, match="请按“N个工作日、N日或者N小时”填写"):
        local_values.typed("upload_recording_term", text)


@pytest.mark.django_db
def test_body_without_a_term_of_its_own_goes_by_one_working_day_and_a_new_one_holds_from_its_day():
    by_day = local_values.usual_or_set_by_day("upload_recording_term", {"a", "b"})
    assert by_day("a", date(2026, 11, 1))[0] == "1个工作日"
    local_values.set_value(
        "upload_recording_term",
        "24小时",
        chain="a",
        source="示人社〔2026〕3号",
        in_force=date(2026, 11, 10),
        by_name="钱明",
    )
    by_day = local_values.usual_or_set_by_day("upload_recording_term", {"a", "b"})
    assert [by_day("a", date(2026, 11, day))[0] for day in (9, 10)] == ["1个工作日", "24小时"]
    assert by_day("b", date(2026, 11, 10))[0] == "1个工作日"

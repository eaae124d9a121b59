"""The grade of a penalty is read from what was decided, and bounds how long it is shown."""

from datetime import date

import pytest

from yangguang.disclosure.rules.grades import Grade, grade_of, in_force, months_of, months_shown, repair_from
from yangguang.kernel.workdays import shipped_calendar

CALENDAR = shipped_calendar()
PLAIN = {"on_the_spot": False, "penalties": ["warning", "fine"], "tier": "一般", "fine_fen": 500_000,
         "large_fine_fen": 1_000_000}  # fmt: skip


@pytest.mark.clause("CRR-2025:minor", "CRR-2025:general", "CRR-2025:serious")
@pytest.mark.parametrize(
    ("changes", "grade", "why"),
    [
        ({}, "general", "不属于轻微"),
        ({"on_the_spot": True, "tier": "严重", "fine_fen": 9_000_000}, "minor", "简易程序"),
        ({"penalties": ["warning"], "fine_fen": 0}, "minor", "只处警告"),
        ({"penalties": ["public_criticism", "warning"], "fine_fen": 0}, "minor", "通报批评"),
        ({"penalties": ["warning"], "fine_fen": 1}, "general", "不属于轻微"),
        ({"penalties": [], "fine_fen": 0}, "general", "不属于轻微"),
        ({"tier": "严重"}, "serious", "裁量档次为严重"),
        ({"tier": "较重"}, "general", "不属于轻微"),
        ({"fine_fen": 999_999}, "general", "不属于轻微"),
        ({"fine_fen": 1_000_000}, "serious", "罚款达到较大数额"),
        ({"fine_fen": 9_000_000, "large_fine_fen": None}, "general", "不属于轻微"),
        ({"penalties": ["licence_revocation"], "fine_fen": 0}, "serious", "吊销许可证件"),
    ],
)
def test_grade_follows_from_what_was_decided(changes, grade, why):
    found = grade_of(**(PLAIN | changes))
    assert found.grade == grade
    assert why in found.why


@pytest.mark.clause("CRR-2025:minor", "CRR-2025:general", "CRR-2025:serious")
@pytest.mark.parametrize(
    ("grade", "wanted", "shown"),
    [
        ("minor", None, 3), ("minor", 12, 3), ("minor", 1, 1),
        ("general", None, 12), ("general", 1, 3), ("general", 3, 3), ("general", 12, 12), ("general", 60, 12),
        ("serious", None, 36), ("serious", 6, 12), ("serious", 24, 24), ("serious", 37, 36),
    ],
)  # fmt: skip
def test_what_a_body_wants_stays_between_the_shortest_and_the_longest_time(grade, wanted, shown):
    assert months_shown(Grade(grade), wanted) == shown
    low, high = months_of(Grade(grade))
    assert low <= shown <= high


@pytest.mark.clause("CRR-2025:general", "CRR-2025:serious")
@pytest.mark.parametrize(
    ("grade", "decided_on", "day"),
    [
        ("general", date(2026, 4, 16), date(2026, 7, 16)),
        ("general", date(2026, 11, 30), date(2027, 2, 28)),  # no such day: the month's last
        ("serious", date(2026, 4, 16), date(2027, 4, 16)),
        ("minor", date(2026, 4, 16), date(2026, 4, 16)),
    ],
)
def test_repair_may_be_asked_for_after_the_shortest_time(grade, decided_on, day):
    assert repair_from(Grade(grade), decided_on, CALENDAR) == day


@pytest.mark.parametrize(("day", "holds"), [(date(2026, 3, 31), False), (date(2026, 4, 1), True)])
def test_terms_by_grade_hold_from_the_day_the_rules_are_in_force(day, holds):
    assert in_force(day) is holds

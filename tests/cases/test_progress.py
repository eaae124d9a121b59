"""The strip of seven stages: what a line beside the main one took the case through was not passed over."""

from datetime import date

from yangguang.cases.models import Case, StepTaken
from yangguang.cases.presentation.progress import strip_of
from yangguang.kernel import clock


def decided_stage(*steps):
    case = Case(kind="labour", status="police_opened", opened_on=date(2026, 9, 1))
    (row,) = (row for row in strip_of(case, list(steps)) if row["label"] == "决定")
    return row["note"]


def test_disposition_is_a_decision_of_a_case_that_went_to_the_police():
    step = StepTaken(act="decide_disposition", line="disposition", left="review_passed", reached="decided",
                     occurred_at=clock.beijing(date(2026, 10, 8), 10))  # fmt: skip
    assert decided_stage(step) == "10月8日"
    assert decided_stage() == "未经过"

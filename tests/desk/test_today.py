"""What waits for a person on the desk: nothing that is another's to sign."""

from datetime import date

import pytest

from tests.builders import cases as build
from tests.builders.directory import a_body, an_account, an_entrustment
from tests.builders.legal_review import a_review, the_reviewer
from yangguang.cases.use_cases.request_opening import request_opening
from yangguang.desk.today.approvals import waiting_for_me
from yangguang.desk.today.overseeing import overdue_legal_reviews
from yangguang.kernel import clock

pytestmark = pytest.mark.django_db


def test_team_that_acts_for_a_body_does_not_read_the_titles_of_its_other_cases():
    body = build.an_agency()
    team = a_body(named="示范县劳动保障监察大队", category="entrusted", under=body)
    an_entrustment(
        entrusting=body, entrusted=team, matters=["劳动保障监察"], starts_on=date(2026, 1, 5),
        ends_on=date(2026, 12, 31), published=True,
    )  # fmt: skip
    with build.on(build.OPENED) as at:
        request_opening(
            opening=build.an_opening(body), opinion="建议立案。", actor=build.officers_of(body)[0].account, at=at
        )
    assert waiting_for_me(an_account(role="unit_head", body=team)) == []
    (row,) = waiting_for_me(build.person_of(body, "unit_head"))
    assert row.what.startswith("立案审批")


def test_head_and_supervisor_are_told_of_overdue_legal_reviews():
    review = a_review()
    head = build.person_of(review.case.body, "agency_head")
    with clock.frozen(clock.beijing(review.due_on, 10)):
        assert overdue_legal_reviews(head) == []
    with clock.frozen(clock.beijing(date(2026, 11, 16), 10)):
        (row,) = overdue_legal_reviews(head)
        assert overdue_legal_reviews(the_reviewer(review)) == []
    assert row.face.words == "1 件逾期"

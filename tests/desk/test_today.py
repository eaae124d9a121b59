"""What waits for a person on the desk: nothing that is another's to sign."""

from datetime import date

import pytest

from tests.builders import cases as build
from tests.builders.directory import a_body, an_account, an_entrustment
from yangguang.cases.use_cases.request_opening import request_opening
from yangguang.desk.today.approvals import waiting_for_me

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

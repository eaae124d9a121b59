"""The head sees which rows of the public lists wait for the decision, a publisher which are to go out; nobody else does."""

import pytest

from tests.builders import major_violations, sanctions
from tests.builders.cases import handler_of, person_of
from yangguang.desk.today.public_lists import lists_that_wait
from yangguang.kernel import clock

pytestmark = pytest.mark.django_db


def waiting(account, day):
    with clock.frozen(clock.beijing(day, 16)):
        return [(one.what, one.href, one.due_on) for one in lists_that_wait(account)]


@pytest.mark.clause("DWL-2021:8.1#decide")
def test_listing_waits_for_the_head_then_for_a_publisher():
    line = sanctions.a_notified_listing()
    head, publisher = sanctions.head_of(line), sanctions.a_publisher(line.case.body)
    href = f"/desk/cases/{line.case.public_id}/sanctions/"
    ((what, where, due),) = waiting(head, sanctions.TOLD)
    assert (what, where) == ("决定是否列入失信名单", href)
    assert due == line.case.clocks.get(kind="list_by").due_on
    assert waiting(publisher, sanctions.TOLD) == waiting(handler_of(line.case), sanctions.TOLD) == []
    sanctions.decided(line)
    assert waiting(head, sanctions.LISTED) == []
    assert waiting(publisher, sanctions.LISTED) == [("公开失信名单", href, None)]
    sanctions.published(line)
    assert waiting(publisher, sanctions.LISTED) == []


@pytest.mark.clause("MVP-2016:5")
def test_candidate_of_the_quarter_waits_for_the_head_then_for_a_publisher():
    line = major_violations.a_candidate()
    head, publisher = person_of(line.case.body, "agency_head"), major_violations.a_publisher(line.case.body)
    day = major_violations.PUBLISHED
    assert [what for what, *_ in waiting(head, day)] == ["确认公布重大劳动保障违法行为"]
    major_violations.confirmed(line)
    assert waiting(head, day) == []
    assert [what for what, *_ in waiting(publisher, day)] == ["公布重大劳动保障违法行为"]
    major_violations.published(line)
    assert waiting(publisher, day) == []

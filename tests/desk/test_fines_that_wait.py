"""The day of the head and of the handlers says which fines wait for them."""

from datetime import date

import pytest

from tests.builders import cases as build
from tests.builders import fulfilment as fine
from tests.cases.execution.test_stay_and_end import STAYED, THREE_YEARS, suspended
from tests.cases.test_remedies import contested, ended
from yangguang.desk.today.fulfilment import fines_that_wait
from yangguang.kernel import clock

pytestmark = pytest.mark.django_db


def told(account, day):
    with clock.frozen(clock.beijing(day)):
        return [row.what for row in fines_that_wait(account)]


@pytest.mark.clause("APL-2021:66.2")
def test_head_is_told_of_a_deferral_that_waits_for_an_answer_and_the_handler_is_not():
    decision = fine.fine_of(build.a_served_case())
    fine.deferral_asked(decision, date(2026, 11, 16))
    head, handler = fine.head_of(decision), build.handler_of(decision.case)
    assert told(head, date(2026, 11, 17)) == ["答复延期分期缴纳罚款的申请"]
    assert told(handler, date(2026, 11, 17)) == []
    fine.deferred(decision, date(2026, 11, 18), (date(2026, 12, 31), 500000))
    assert told(head, date(2026, 11, 19)) == []


@pytest.mark.clause("ACL-2011:39.2")
def test_head_is_told_when_execution_has_stood_still_for_three_years():
    decision = fine.an_overdue_fine()
    suspended(decision)
    head = fine.head_of(decision)
    assert told(head, STAYED) == []
    assert told(head, THREE_YEARS) == ["中止执行已满三年，决定是否终结执行"]


@pytest.mark.clause("ACL-2011:41")
def test_handler_is_told_of_money_that_has_to_go_back():
    decision = fine.fine_of(build.a_served_case())
    fine.paid(decision, 500000, date(2026, 11, 12))
    ended(contested(decision.case), "annulled")
    handler = build.handler_of(decision.case)
    assert told(handler, date(2026, 11, 20)) == ["退还决定失效、变更以前所缴的款物"]
    assert told(fine.head_of(decision), date(2026, 11, 20)) == []


def test_people_of_another_body_are_told_nothing():
    decision = fine.fine_of(build.a_served_case())
    fine.deferral_asked(decision, date(2026, 11, 16))
    stranger = build.an_account(role="agency_head", body=build.an_agency(), named="别局局长")
    assert told(stranger, date(2026, 11, 17)) == []

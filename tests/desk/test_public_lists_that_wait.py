"""The head sees which rows of the public lists wait for the decision, a publisher which are to go out; nobody else does."""

from datetime import date

import pytest

from tests.builders import major_violations, sanctions
from tests.builders.cases import handler_of, on, person_of
from tests.builders.disclosure import deliver
from yangguang.cases.use_cases.annul_listing import annul_listing
from yangguang.cases.use_cases.record_changed_handling import record_changed_handling
from yangguang.desk.today.public_lists import lists_that_wait
from yangguang.desk.today.standings import waiting_to_go_out
from yangguang.disclosure.models import StandingPublication
from yangguang.kernel import clock

pytestmark = pytest.mark.django_db


def going_out(account, day):
    with clock.frozen(clock.beijing(day, 16)):
        return [(one.what, one.href, one.due_on) for one in waiting_to_go_out(account) if "清单" not in one.what]


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
    deliver()
    publication = StandingPublication.objects.get(listing=line)
    assert going_out(publisher, sanctions.LISTED) == [
        (f"发布{publication}", f"/desk/standing/{publication.ref}", date(2026, 11, 5))
    ]
    assert going_out(head, sanctions.LISTED) == going_out(handler_of(line.case), sanctions.LISTED) == []
    sanctions.published(line)
    assert going_out(publisher, sanctions.LISTED) == waiting(publisher, sanctions.LISTED) == []


@pytest.mark.clause("DWL-2021:17.1")
def test_listing_that_ended_waits_for_a_publisher_to_see_it_gone_everywhere_within_ten_working_days():
    line = sanctions.published(sanctions.a_listing())
    publisher, day = sanctions.a_publisher(line.case.body), date(2026, 10, 12)
    with on(day) as at:
        annul_listing(listing=line, reason="认定事实错误。", actor=sanctions.head_of(line), at=at)
    ((what, _, due),) = waiting(publisher, day)
    assert (what, due) == ("停止公开失信名单", date(2026, 10, 26))


@pytest.mark.clause("MVP-2016:5")
def test_candidate_of_the_quarter_waits_for_the_head_then_for_a_publisher():
    line = major_violations.a_candidate()
    head, publisher = person_of(line.case.body, "agency_head"), major_violations.a_publisher(line.case.body)
    day = major_violations.PUBLISHED
    assert [what for what, *_ in waiting(head, day)] == ["确认公布重大劳动保障违法行为"]
    major_violations.confirmed(line)
    assert waiting(head, day) == []
    deliver()
    publication = StandingPublication.objects.get(violation=line)
    assert going_out(publisher, day) == [
        (f"发布{publication}", f"/desk/standing/{publication.ref}", date(2026, 12, 30))
    ]
    line = major_violations.published(line)
    assert going_out(publisher, day) == waiting(publisher, day) == []
    with on(day, 15) as at:
        record_changed_handling(
            violation=line, paper="示政复决〔2026〕3号", of_a_penalty=True, actor=handler_of(line.case), at=at
        )
    ((what, _, due),) = waiting(publisher, day)
    assert (what, due) == ("更正重大劳动保障违法行为的公布", date(2026, 11, 13))

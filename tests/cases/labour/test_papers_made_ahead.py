"""The notice before a disposition and the demand after it are made ahead where they cannot be handed over at once."""

from datetime import date, timedelta

import pytest

from tests.builders import cases as build
from tests.builders import labour, serving
from tests.cases.refusing import refusal_of
from yangguang.base.events import SYSTEM
from yangguang.cases.use_cases.check_fulfilment import check_fulfilment
from yangguang.cases.use_cases.deem_served import deem_all_served, last_day_of
from yangguang.cases.use_cases.demand_fulfilment import demand_fulfilment
from yangguang.cases.use_cases.give_disposition_notice import give_disposition_notice
from yangguang.cases.use_cases.issue_demand import issue_demand
from yangguang.cases.use_cases.issue_disposition_notice import issue_disposition_notice
from yangguang.cases.use_cases.serve_disposition import serve_disposition
from yangguang.records.api import documents_of

pytestmark = pytest.mark.django_db

ONE_DAY = timedelta(days=1)
UNFULFILLED = date(2026, 10, 30)


def full(day):
    with build.on(day, 1) as at:
        return deem_all_served(actor=SYSTEM, at=at)


def a_notice_made(day=labour.NOTIFIED):
    disposition = labour.a_proposed_disposition()
    with build.on(day, 10) as at:
        return issue_disposition_notice(disposition=disposition, actor=build.handler_of(disposition.case), at=at)


def an_unfulfilled_disposition():
    disposition = labour.a_decided_disposition()
    handler = build.handler_of(disposition.case)
    with build.on(date(2026, 10, 13)) as at:
        serve_disposition(disposition=disposition, service=labour.front_desk(), actor=handler, at=at)
    with build.on(UNFULFILLED) as at:
        return check_fulfilment(disposition=disposition, finding="经核查没有支付。", payments=[], actor=handler, at=at)


def a_demand_made(pay_by_on=date(2027, 6, 30)):
    disposition = an_unfulfilled_disposition()
    with build.on(UNFULFILLED, 10) as at:
        return issue_demand(
            disposition=disposition, pay_by_on=pay_by_on, how="转入劳动者工资账户",
            actor=build.handler_of(disposition.case), at=at,
        )  # fmt: skip


@pytest.mark.clause("CPL-2023:95.1")
@pytest.mark.clause("LSR-2004:19#hear")
@pytest.mark.history("P9.22")
def test_notice_that_was_announced_opens_the_term_to_be_heard_on_the_day_that_is_full():
    disposition = a_notice_made()
    case = disposition.case
    assert "自收到本告知书之日起3个工作日内" in str(disposition.notice.sheet)
    row = serving.announced(case, labour.NOTIFIED, document=disposition.notice)
    disposition.refresh_from_db()
    assert (disposition.status, disposition.notified_on) == ("proposed", None)
    assert not case.clocks.filter(kind="statement_period").exists()
    day = last_day_of(row)
    assert full(day - ONE_DAY) == 0
    assert full(day) == 1
    disposition.refresh_from_db()
    assert (disposition.status, disposition.notified_on) == ("notified", day)
    assert case.clocks.get(kind="statement_period").started_on == day


def test_notice_made_ahead_is_the_one_that_is_served():
    disposition = a_notice_made()
    case = disposition.case
    with build.on(labour.NOTIFIED + ONE_DAY, 14) as at:
        give_disposition_notice(
            disposition=disposition, service=labour.front_desk(), actor=build.handler_of(case), at=at
        )
    (paper,) = documents_of(case.public_id).filter(kind="disposition_notice")
    assert paper.status == "served"
    assert case.clocks.get(kind="statement_period").started_on == labour.NOTIFIED + ONE_DAY


def test_second_paper_while_one_waits_is_refused():
    disposition = a_notice_made()
    with build.on(labour.NOTIFIED, 11) as at:
        told = {"disposition": disposition, "actor": build.handler_of(disposition.case), "at": at}
        assert refusal_of(issue_disposition_notice, **told).reason == "处理前告知书已经制作，还没有送达。"


@pytest.mark.clause("ACL-2011:54")
@pytest.mark.clause("CPL-2023:95.1")
def test_demand_that_was_announced_counts_its_ten_days_from_the_day_that_is_full():
    disposition = a_demand_made()
    row = serving.announced(disposition.case, UNFULFILLED, document=disposition.demand)
    day = last_day_of(row)
    assert full(day) == 1
    disposition.refresh_from_db()
    assert (disposition.status, disposition.demanded_on) == ("unfulfilled", day)
    assert disposition.case.clocks.get(kind="demand_expires_on").started_on == day


@pytest.mark.clause("ACL-2011:35")
def test_demand_whose_day_would_be_over_when_it_counts_as_served_is_not_announced():
    disposition = a_demand_made(date(2026, 11, 20))
    refusal = refusal_of(serving.announced, disposition.case, UNFULFILLED, document=disposition.demand)
    assert refusal.reason == "催告书载明的履行期限应当晚于送达之日。"


def test_demand_made_ahead_is_served_with_its_own_items():
    disposition = a_demand_made()
    with build.on(UNFULFILLED + ONE_DAY * 3) as at:
        told = {"disposition": disposition, "actor": build.handler_of(disposition.case), "at": at}
        assert (
            refusal_of(issue_demand, pay_by_on=date(2027, 1, 4), how="转账", **told).reason
            == "催告书已经制作，还没有送达。"
        )
        row = demand_fulfilment(service=labour.front_desk(), **told)
    assert row.demanded_on == UNFULFILLED + ONE_DAY * 3
    assert documents_of(disposition.case.public_id).filter(kind="demand_notice").count() == 1


def test_demand_made_ahead_with_a_day_that_is_no_term_is_refused():
    assert refusal_of(a_demand_made, UNFULFILLED).field == "pay_by_on"


def test_form_of_a_demand_made_ahead_asks_for_its_service_alone(client):
    disposition = a_demand_made()
    client.force_login(build.handler_of(disposition.case))
    where = f"/desk/cases/{disposition.case.public_id}/orders/{disposition.public_id}/demand_fulfilment/"
    with build.on(UNFULFILLED, 12):
        page = client.get(where).content.decode()
        assert 'name="pay_by_on"' not in page
        told = {"method": "direct", "place": "示范县滨河路8号", "recipient": "刘芳", "relation": "reception", "proof_number": "回证9",
                "occurred_at": f"{UNFULFILLED}T12:00"}  # fmt: skip
        assert client.post(where, told).status_code == 302
    disposition.refresh_from_db()
    assert disposition.demanded_on == UNFULFILLED

"""What became of a decision reaches its published copy: in fixed words, once, with a line in the ledger and a new fingerprint."""

from datetime import date

import pytest
from django.db.models import F

from tests.builders.cases import SERVED, a_served_case, handler_of, on, person_of, the_decision
from tests.builders.disclosure import a_code, deliver, made_public, the_people, withdrawal_proposed
from tests.builders.fulfilment import imposed
from tests.builders.labour import a_decided_disposition, front_desk, handler
from tests.cases.execution.test_additional_fine import paid_on_top
from tests.cases.labour.test_court_and_closing import an_unfulfilled_disposition, applied, demanded
from tests.cases.test_alteration import altered, exempted, proposed
from tests.cases.test_record_execution import GAINS, carried_out
from tests.cases.test_remedies import contested, ended
from yangguang.base import ledger, outbox, verifying
from yangguang.base.events import SYSTEM
from yangguang.base.models import Delivery
from yangguang.bulletin.api import notice_by_ref, pages_on_disk
from yangguang.cases.api import fulfilment_of
from yangguang.cases.models import RosterWorker
from yangguang.cases.use_cases.annul_disposition import annul_disposition
from yangguang.cases.use_cases.check_fulfilment import check_fulfilment
from yangguang.cases.use_cases.mark_unfulfilled import mark_all_unfulfilled
from yangguang.cases.use_cases.record_payment import record_payment
from yangguang.cases.use_cases.serve_disposition import serve_disposition
from yangguang.disclosure.plugs.fulfilment import days_passed, words_of_today
from yangguang.disclosure.use_cases.update_fulfilment import update_fulfilment
from yangguang.disclosure.use_cases.withdraw_publication import withdraw_publication
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db
PUBLISHED = date(2026, 11, 18)


@pytest.fixture
def publication():
    """A fine of 5,000 yuan, served and public; the last day to pay is 24 November."""
    case = a_served_case()
    with on(PUBLISHED, 11):
        return made_public(the_decision(case))


def pay(publication, amount_fen, day, receipt):
    case = publication.case
    with on(day) as at:
        record_payment(case_id=case.pk, amount_fen=amount_fen, paid_on=day, payee="代收银行", receipt_number=receipt,
                       actor=handler_of(case), at=at)  # fmt: skip
        deliver()


def shown(publication):
    """The words of the copy; the page on disk says the same."""
    notice = notice_by_ref(publication.notice_ref)
    assert notice.fulfilment in pages_on_disk.path_of(notice.ref).read_text()
    return notice.fulfilment


def told(publication):
    return [
        one for one in ledger.entries_about("publication", publication.public_id) if one.event == "FulfilmentPublished"
    ]


def test_published_decision_says_until_when_the_fine_is_to_be_paid(publication):
    assert shown(publication) == "履行中：缴款期限至2026年11月24日"
    assert told(publication) == []


def test_payments_reach_the_public_page_with_a_line_and_a_new_fingerprint(publication):
    before = notice_by_ref(publication.notice_ref).digest
    pay(publication, 200000, date(2026, 11, 19), "收据1")
    assert shown(publication) == "履行中：缴款期限至2026年11月24日，尚未缴纳 3,000.00 元"
    pay(publication, 300000, date(2026, 11, 20), "收据2")
    assert shown(publication) == "已履行：罚款已于2026年11月20日缴清"
    after = notice_by_ref(publication.notice_ref).digest
    assert [one.facts["digest"] for one in told(publication)][-1] == after != before
    assert len(told(publication)) == 2
    assert [fault for _, _, found in verifying.run({"publications", "ledger"}) for fault in found] == []


def test_same_news_told_again_changes_nothing(publication):
    pay(publication, 500000, date(2026, 11, 19), "收据1")
    notice = notice_by_ref(publication.notice_ref)
    with on(date(2026, 11, 20)) as at:
        update_fulfilment(publication_id=publication.pk, actor=SYSTEM, at=at)
        Delivery.objects.filter(listener__startswith="disclosure.fulfilment").update(done_at=None)
        outbox.deliver_all()
    assert len(told(publication)) == 1
    again = notice_by_ref(publication.notice_ref)
    assert (again.fulfilment, again.digest, again.version) == (notice.fulfilment, notice.digest, 1)


def test_fine_that_was_not_paid_in_time_says_so(publication):
    with on(date(2026, 11, 25)) as at:
        mark_all_unfulfilled(actor=SYSTEM, at=at)
        deliver()
    assert shown(publication) == "逾期未履行：缴款期限2026年11月24日已过，尚未缴纳 5,000.00 元"


def test_withdrawn_decision_does_not_say_that_it_was_paid(publication):
    with on(date(2026, 11, 18), 15) as at:
        people = the_people(publication.body)
        proposal = withdrawal_proposed(publication, people)
        withdraw_publication(proposal_id=proposal.pk, code=a_code(people.second), actor=people.second, at=at)
        deliver()
    pay(publication, 500000, date(2026, 11, 19), "收据1")
    assert notice_by_ref(publication.notice_ref).fulfilment == ""
    assert told(publication) == []


def test_disposition_says_until_when_and_whether_the_workers_were_paid():
    disposition = a_decided_disposition()
    with on(date(2026, 10, 13)) as at:
        serve_disposition(disposition=disposition, service=front_desk(), actor=handler(disposition.case.body), at=at)
    publication = made_public(disposition.decision)
    assert shown(publication) == "履行中：履行期限2026年10月28日已过，机关正在核查"
    disposition.refresh_from_db()
    with on(date(2026, 11, 19)) as at:
        check_fulfilment(disposition=disposition, finding="期满未支付。", actor=handler(disposition.case.body), at=at)
        deliver()
    assert shown(publication) == "逾期未履行：逾期没有履行，2026年11月19日核查"


@pytest.mark.clause("APL-2021:48.2")
def test_annulled_disposition_starts_the_clock_of_withdrawal_by_itself():
    disposition = a_decided_disposition()
    head = person_of(disposition.case.body, "agency_head")
    with on(date(2026, 10, 13)) as at:
        serve_disposition(disposition=disposition, service=front_desk(), actor=handler(disposition.case.body), at=at)
    publication = made_public(disposition.decision)
    with on(date(2026, 11, 20)) as at:
        told_later = {"disposition": disposition, "reason": "复议机关撤销。", "actor": head, "at": at}
        with pytest.raises(Refused, match="不能晚于撤销的日期"):
            annul_disposition(received_on=date(2026, 11, 23), **told_later)
        annul_disposition(received_on=date(2026, 11, 19), **told_later)
        deliver()
    publication.refresh_from_db()
    assert (publication.withdrawal_ground, publication.withdraw_by) == ("annulled", date(2026, 11, 24))
    assert publication.withdrawal_paper == "复议机关撤销。"


def test_decision_not_yet_served_says_nothing(publication):
    decision = the_decision(publication.case)
    assert decision.served_on == SERVED
    decision.status = "decided"
    assert fulfilment_of(decision) == ""


def test_copy_does_not_promise_time_that_is_over(publication):
    with on(date(2026, 11, 24), 18):
        assert days_passed() == 0
    with on(date(2026, 11, 25), 1):
        assert days_passed() == 1
        deliver()
        assert days_passed() == 0
    assert shown(publication) == "履行中：缴款期限2026年11月24日已过，机关正在核查"
    assert len(told(publication)) == 1


def test_copy_that_an_older_rule_called_fulfilled_is_put_right_within_a_day_though_nothing_happens(publication):
    version = publication.versions.get()
    version.copy = {**version.copy, "fulfilment": "已履行：罚款已经缴清"}
    version.save(update_fields=["copy"])
    with on(date(2026, 11, 19), 3):
        assert days_passed() == 0
        assert words_of_today() == 1
        deliver()
        assert words_of_today() == 0
    assert shown(publication).startswith("履行中：")
    assert len(told(publication)) == 1


@pytest.mark.clause("APL-2021:66.1")
def test_decision_is_not_fulfilled_while_another_penalty_of_it_is_outstanding():
    case = a_served_case(proposal=GAINS, draft=GAINS)
    with on(PUBLISHED, 11):
        publication = made_public(the_decision(case))
    pay(publication, 500000, date(2026, 11, 19), "收据1")
    assert shown(publication) == "履行中：罚款已于2026年11月19日缴清，没收违法所得尚未执行完毕"
    carried_out(case, day=date(2026, 11, 20))
    with on(date(2026, 11, 20), 18):
        deliver()
    assert shown(publication) == "已履行：罚款已于2026年11月19日缴清"


@pytest.mark.clause("APL-2021:72.1.1#rate")
def test_decision_is_not_fulfilled_while_the_additional_fine_is_owed(publication):
    """Ten days late on 4 December: 5 000 × 3 % × 10 = 1 500."""
    paid_on = date(2026, 12, 4)
    with on(date(2026, 11, 25)) as at:
        mark_all_unfulfilled(actor=SYSTEM, at=at)
    imposed(the_decision(publication.case), date(2026, 12, 3))
    pay(publication, 500000, paid_on, "收据1")
    assert shown(publication) == "履行中：罚款已于2026年12月4日缴清，加处罚款尚未缴纳 1,500.00 元"
    paid_on_top(the_decision(publication.case), 150000, date(2026, 12, 7))
    with on(date(2026, 12, 7), 18):
        deliver()
    assert shown(publication) == "已履行：罚款已于2026年12月4日缴清"


def test_fine_that_was_altered_to_a_warning_leaves_nothing_to_do(publication):
    case, day = publication.case, date(2026, 11, 19)
    exempted(case, proposed(case, day=day, penalties=("warning",), fine_fen=0), day=day)
    altered(case, day=day)
    with on(day, 18):
        deliver()
    assert fulfilment_of(the_decision(case)) == "无需履行"
    assert shown(publication) == "无需履行"


@pytest.mark.clause("ACL-2011:53")
def test_disposition_before_the_court_says_so_and_one_the_court_ended_was_not_fulfilled():
    row = applied(demanded(an_unfulfilled_disposition()))
    words = "逾期未履行：逾期没有履行，尚未支付 45,000.00 元，2027年4月29日已申请人民法院强制执行"
    with on(date(2027, 4, 30)):
        assert fulfilment_of(row.decision) == words
    RosterWorker.objects.filter(case_id=row.case_id).update(paid_fen=F("owed_fen") + 100_000_00)
    assert fulfilment_of(row.decision) == "履行中：应付款项已经付清，机关正在核查"
    RosterWorker.objects.filter(case_id=row.case_id).update(paid_fen=0)
    row.status = "closed"
    row.save(update_fields=["status"])
    assert fulfilment_of(row.decision) == "终结执行：人民法院已经终结执行，尚未支付 45,000.00 元"


@pytest.mark.clause("GD-DISC-2021:24.1")
def test_contested_decision_stays_public_and_says_so_until_it_is_over(publication):
    remedy = contested(publication.case, day=date(2026, 11, 20))
    with on(date(2026, 11, 20), 17):
        deliver()
    assert shown(publication) == "履行中：缴款期限至2026年11月24日；正在行政复议"
    ended(remedy, "upheld", day=date(2026, 11, 23))
    with on(date(2026, 11, 23), 17):
        deliver()
    assert "正在" not in shown(publication)
    publication.refresh_from_db()
    assert publication.stands

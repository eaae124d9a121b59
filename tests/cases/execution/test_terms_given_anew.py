"""Terms the party is given after the first: by parts, by an agreement, or because a smaller fine fell; all acts wait for them."""

from datetime import date
from functools import partial

import pytest

from tests.builders import cases as build
from tests.builders import fulfilment as fine
from tests.cases.execution.test_agreement import AFTER, FIRST, an_agreed_fine, approved, proposed, resumed, signed
from tests.cases.refusing import failing, refusal_of
from tests.cases.test_alteration import altered, exempted
from tests.cases.test_alteration import proposed as alteration_proposed
from tests.cases.test_fallen_alterations import falls
from tests.cases.test_remedies import contested, ended
from yangguang.base.models import LedgerEntry
from yangguang.cases.kinds.execution.acts import possible
from yangguang.cases.models import Clock
from yangguang.cases.owing import additional_owed, fine_now, new_term_of, next_due_of, owing_of
from yangguang.cases.rules.instalments import Instalment
from yangguang.cases.use_cases.record_altered_fine import put_altered_fine, record_altered_fine
from yangguang.kernel import clock

pytestmark = [pytest.mark.django_db, pytest.mark.clause("APL-2021:66.2")]

ASKED, GRANTED = date(2026, 11, 16), date(2026, 11, 18)
SMALLER, SUED, FELL, AGAIN = date(2026, 11, 27), date(2026, 11, 30), date(2026, 12, 10), date(2026, 12, 25)
SECOND = date(2027, 1, 29)


def made_smaller(case, day, fen=300000):
    exempted(case, alteration_proposed(case, day=day, fine_fen=fen), day=day)
    return altered(case, day=day)


def the_term(decision):
    return Clock.objects.get(kind="pay_by", about_ref=decision.public_id, stopped_on=None)


@pytest.mark.clause("ACL-2011:34")
def test_nothing_is_demanded_or_executed_before_a_new_term_is_over():
    decision = fine.an_overdue_fine()
    row = made_smaller(decision.case, SMALLER)
    falls(decision.case, row, sued=SUED, day=FELL)
    decision = fine.fine_of(decision.case)
    assert (decision.execution.status, new_term_of(decision, on=AGAIN)) == ("waiting", AGAIN)
    refusal = refusal_of(fine.demanded, decision, AGAIN)
    assert list(failing(refusal)) == ["new_term_over"]
    assert refusal.reason == "缴款期限至2026年12月25日，尚未届满。"
    assert fine.demanded(decision, date(2026, 12, 28)).status == "demanded"


@pytest.mark.clause("ACL-2011:34")
def test_court_is_not_asked_before_a_new_term_is_over():
    decision = fine.an_urged_fine()
    row = made_smaller(decision.case, date(2026, 12, 8))
    falls(decision.case, row, sued=date(2026, 12, 9), day=date(2026, 12, 30))
    decision = fine.fine_of(decision.case)
    assert decision.execution.status == "demanded"
    assert "new_term_over" in failing(refusal_of(fine.applied, decision, date(2027, 1, 14)))
    assert "new_term_over" not in failing(refusal_of(fine.applied, decision, date(2027, 1, 15)))


def test_part_that_was_missed_ends_the_new_term_of_a_plan():
    decision = fine.fine_of(build.a_served_case())
    fine.deferral_asked(decision, ASKED)
    fine.deferred(decision, GRANTED, (FIRST, 300000), (SECOND, 200000))
    decision = fine.fine_of(decision.case)
    assert new_term_of(decision, on=FIRST) == SECOND
    assert new_term_of(decision, on=date(2027, 1, 1)) is None


def test_plan_counts_from_the_fine_as_it_was_when_it_was_granted():
    """1 000 of 5 000 paid, the rest in two parts of 2 000; at 3 000 only the first part is left."""
    decision = fine.fine_of(build.a_served_case())
    fine.paid(decision, 100000, date(2026, 11, 13))
    fine.deferral_asked(decision, ASKED)
    fine.deferred(decision, GRANTED, (FIRST, 200000), (SECOND, 200000))
    made_smaller(decision.case, date(2026, 11, 19))
    decision = fine.fine_of(decision.case)
    assert (fine_now(decision), next_due_of(decision)) == (300000, FIRST)
    assert fine.marked(date(2027, 1, 1)) == 1
    assert LedgerEntry.objects.get(event="FineOverdue").summary == "缴款期限 2026-12-31，未缴 2,000.00 元"


@pytest.mark.clause("APL-2021:48.2")
def test_parts_due_while_the_fine_was_smaller_have_the_new_term():
    """3 000 by 31 December, 2 000 by 29 January; 3 000 from 19 November on, paid; 5 000 again on 8 February."""
    decision = fine.fine_of(build.a_served_case())
    fine.deferral_asked(decision, ASKED)
    fine.deferred(decision, GRANTED, (FIRST, 300000), (SECOND, 200000))
    row = made_smaller(decision.case, date(2026, 11, 19))
    fine.paid(decision, 300000, FIRST)
    decision.case.refresh_from_db()
    falls(decision.case, row, sued=date(2027, 1, 4), day=date(2027, 2, 8))
    decision, again = fine.fine_of(decision.case), date(2027, 2, 23)
    assert (decision.execution.status, next_due_of(decision), new_term_of(decision, on=again)) == (
        "running",
        again,
        again,
    )
    assert (fine.marked(again), fine.marked(date(2027, 2, 24))) == (0, 1)
    assert LedgerEntry.objects.get(event="FineOverdue").summary == "缴款期限 2027-02-23，未缴 2,000.00 元"
    assert owing_of(fine.fine_of(decision.case), on=date(2027, 2, 24)).additional_fen == 6000


@pytest.mark.clause("APL-2021:48.2")
def test_rest_of_a_fine_that_stands_again_is_due_beside_a_plan_for_the_smaller_one():
    """A plan for 3 000 by 31 December and 29 January; the other 2 000 have a term of their own, until 25 December."""
    decision = fine.fine_of(build.a_served_case())
    row = made_smaller(decision.case, date(2026, 11, 12))
    fine.deferral_asked(decision, ASKED)
    fine.deferred(decision, GRANTED, (FIRST, 200000), (SECOND, 100000))
    falls(decision.case, row, sued=SUED, day=FELL)
    decision = fine.fine_of(decision.case)
    assert (next_due_of(decision), the_term(decision).due_on) == (AGAIN, AGAIN)
    assert fine.marked(date(2026, 12, 26)) == 1
    assert fine.execution(decision).status == "waiting"


@pytest.mark.clause("APL-2021:48.2")
def test_part_that_comes_before_the_new_term_is_over_is_still_due_on_its_day():
    decision = fine.fine_of(build.a_served_case())
    row = made_smaller(decision.case, date(2026, 11, 12))
    fine.deferral_asked(decision, ASKED)
    fine.deferred(decision, GRANTED, (date(2026, 12, 18), 200000), (SECOND, 100000))
    falls(decision.case, row, sued=SUED, day=FELL)
    assert the_term(decision).due_on == date(2026, 12, 18)
    assert fine.marked(date(2026, 12, 21)) == 1
    assert LedgerEntry.objects.get(event="FineOverdue").summary == "缴款期限 2026-12-18，未缴 5,000.00 元"


@pytest.mark.clause("ACL-2011:42.2")
def test_remission_is_gone_from_the_day_after_a_part_was_missed():
    decision = an_agreed_fine()
    assert [owing_of(decision, on=day).remitted_fen for day in (FIRST, date(2027, 1, 1))] == [100000, 0]
    assert additional_owed(decision, on=date(2027, 1, 1)) == 210000 + 15000


@pytest.mark.clause("ACL-2011:42.2")
def test_remission_is_gone_where_the_rest_of_the_addition_is_not_paid_with_the_last_part():
    decision = an_agreed_fine()
    fine.paid(decision, 200000, FIRST)
    fine.paid(decision, 300000, SECOND)
    decision = fine.fine_of(decision.case)
    assert [owing_of(decision, on=day).remitted_fen for day in (SECOND, date(2027, 1, 30))] == [100000, 0]


@pytest.mark.clause("APL-2021:72.2")
def test_three_months_for_the_court_run_from_the_part_of_an_agreement_that_was_missed():
    decision = fine.an_urged_fine()
    proposed(decision, plan=(Instalment(date(2027, 6, 30), 200000), Instalment(date(2027, 8, 31), 300000)))
    approved(decision)
    signed(decision)
    resumed(fine.fine_of(decision.case), date(2027, 7, 5))
    assert Clock.objects.get(kind="apply_for_court_execution_by", stopped_on=None).started_on == date(2027, 6, 30)


@pytest.mark.clause("ACL-2011:42.1", "ACL-2011:42.2")
def test_record_and_account_of_an_agreement_cite_its_own_clauses():
    decision = an_agreed_fine()
    fine.paid(decision, 200000, FIRST)
    moved = the_term(decision).extensions
    assert [one["clause"] for one in moved] == ["ACL-2011:42.1"]
    assert {one.clause for one in owing_of(fine.fine_of(decision.case), on=AFTER).accrual.stretches} == {
        "",
        "ACL-2011:42.1",
    }
    resumed(fine.fine_of(decision.case), date(2027, 2, 1))
    assert LedgerEntry.objects.filter(event="ExecutionMoved").latest("pk").clauses == ["ACL-2011:42.2"]


@pytest.mark.clause("AJL-2017:77.2")
def test_outcome_that_altered_the_fine_is_recorded_also_after_the_agency_had_altered_it():
    decision = fine.fine_of(build.a_served_case())
    made_smaller(decision.case, date(2026, 11, 12))
    handler = build.handler_of(decision.case)
    told = {"fine_fen": 100000, "actor": handler}
    with build.on(date(2026, 11, 13)) as at:
        refusal = refusal_of(record_altered_fine, decision=decision, at=at, **told)
    assert refusal.reason == "没有变更罚款的复议决定或者判决。"  # what the agency did is no outcome
    ended(contested(decision.case), "altered", outcome_words="变更为罚款一千元。")
    decision = fine.fine_of(decision.case)
    with clock.frozen(clock.beijing(date(2026, 11, 18), 10)):
        assert "record_altered_fine" in dict(possible(decision.execution, handler))
    with build.on(date(2026, 11, 18), 11) as at:
        record_altered_fine(decision=decision, at=at, **told)
        decision = fine.fine_of(decision.case)
        assert "record_altered_fine" not in dict(possible(decision.execution, handler))
    assert fine_now(decision) == 100000


@pytest.mark.clause("APL-2021:75.2")
def test_fine_does_not_follow_an_alteration_that_fell():
    decision = fine.fine_of(build.a_served_case())
    row = made_smaller(decision.case, date(2026, 11, 12))
    falls(decision.case, row, sued=SUED, day=FELL)
    with build.on(FELL, 16) as at:
        follow = partial(put_altered_fine, act="follow_alteration")
        refusal = refusal_of(follow, decision=decision, fine_fen=200000, actor=fine.head_of(decision), at=at)
    assert refusal.reason == "没有仍然有效的变更决定。"

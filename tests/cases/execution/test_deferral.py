"""A party that cannot pay at once asks; the head grants parts or refuses; a missed part brings the additional fine back."""

from datetime import date

import pytest

from tests.builders import cases as build
from tests.builders import fulfilment as fine
from tests.cases.refusing import failing, refusal_of
from yangguang.base.models import LedgerEntry
from yangguang.cases.api import fulfilment_of
from yangguang.cases.models import Clock
from yangguang.cases.owing import owing_of
from yangguang.cases.standing import papers_to_serve
from yangguang.cases.use_cases.refuse_deferred_payment import refuse_deferred_payment
from yangguang.records.models import Document

pytestmark = pytest.mark.django_db
ASKED, GRANTED = date(2026, 11, 16), date(2026, 11, 18)
FIRST, SECOND = date(2026, 12, 31), date(2027, 1, 29)
PARTS = ((FIRST, 300000), (SECOND, 200000))


def a_fine():
    return fine.fine_of(build.a_served_case())


def a_deferred_fine():
    decision = a_fine()
    fine.deferral_asked(decision, ASKED)
    fine.deferred(decision, GRANTED, *PARTS)
    return fine.fine_of(decision.case)


@pytest.mark.clause("APL-2021:66.2")
@pytest.mark.history("P9.54")
def test_instalments_nobody_asked_for_are_refused():
    refusal = refusal_of(fine.deferred, a_fine(), GRANTED, *PARTS)
    assert refusal.reason == "延期、分期缴纳罚款应当由当事人申请并经批准。"
    assert list(failing(refusal)) == ["deferral_needs_request"]


@pytest.mark.clause("APL-2021:66.2")
@pytest.mark.history("P9.54")
def test_instalments_that_reduce_the_fine_are_refused():
    decision = a_fine()
    fine.deferral_asked(decision, ASKED)
    refusal = refusal_of(fine.deferred, decision, GRANTED, (FIRST, 300000), (SECOND, 100000))
    assert (refusal.reason, refusal.field) == ("罚款本金不得以分期名义减免。", "plan")


@pytest.mark.clause("APL-2021:66.2")
def test_handler_cannot_grant_a_deferral():
    decision = a_fine()
    fine.deferral_asked(decision, ASKED)
    refusal = refusal_of(fine.deferred, decision, GRANTED, *PARTS, actor=build.handler_of(decision.case))
    assert refusal.reason == "您不能批准延期分期。"


@pytest.mark.clause("APL-2021:66.2")
def test_granted_instalments_move_the_term_of_payment_and_the_case():
    decision = a_deferred_fine()
    assert (decision.case.status, fine.execution(decision).status) == ("deferred", "deferred")
    old, new = Clock.objects.filter(kind="pay_by").order_by("pk")
    assert (old.stopped_on, old.due_on, new.due_on) == (GRANTED, fine.DUE, FIRST)
    assert Document.objects.get(kind="deferral_notice").status
    assert fulfilment_of(decision) == "履行中：经批准延期（分期）缴纳，缴款期限至2026年12月31日"
    with build.on(date(2026, 12, 20)) as at:
        assert owing_of(decision, on=at.day).additional_fen == 0


@pytest.mark.clause("APL-2021:66.2")
def test_deferral_that_falls_on_a_rest_day_ends_on_the_next_working_day():
    decision = a_fine()
    fine.deferral_asked(decision, ASKED)
    fine.deferred(decision, GRANTED, (date(2026, 12, 20), 500000))
    assert Clock.objects.filter(kind="pay_by").order_by("pk").last().due_on == date(2026, 12, 21)


@pytest.mark.clause("APL-2021:72.1.1#rate")
@pytest.mark.clause("APL-2021:72.2")
@pytest.mark.history("P10.23")
def test_part_payment_then_instalments_then_the_last_part_missed_brings_the_additional_fine_back():
    """1 000 paid on the 13th; 4 000 in two parts; the second, of 2 000, is missed on 29 January 2027: from the 30th on
    2 000 at 3 % a day is 60 a day; five days until 3 February."""
    decision = a_fine()
    fine.paid(decision, 100000, date(2026, 11, 13))
    fine.deferral_asked(decision, ASKED)
    fine.deferred(decision, GRANTED, (FIRST, 200000), (SECOND, 200000))
    fine.paid(decision, 200000, date(2026, 12, 30))
    assert Clock.objects.filter(kind="pay_by", stopped_on=None).get().due_on == SECOND
    assert fine.marked(SECOND) == 0
    assert fine.marked(date(2027, 1, 30)) == 1
    assert fine.marked(date(2027, 1, 31)) == 0
    decision = fine.fine_of(decision.case)
    assert (decision.case.status, fine.execution(decision).status) == ("unfulfilled", "waiting")
    assert LedgerEntry.objects.get(event="FineOverdue").summary == "缴款期限 2027-01-29，未缴 2,000.00 元"
    owing = owing_of(decision, on=date(2027, 2, 3))
    assert [(one.first, one.last, one.fen, one.clause) for one in owing.accrual.stretches] == [
        (date(2026, 11, 25), date(2026, 12, 30), 0, "APL-2021:66.2"),
        (date(2026, 12, 31), SECOND, 0, "APL-2021:66.2"),
        (date(2027, 1, 30), date(2027, 2, 3), 30000, ""),
    ]
    assert Clock.objects.get(kind="apply_for_court_execution_by", stopped_on=None).started_on == fine.REMEDIES_END


@pytest.mark.clause("APL-2021:66.2")
def test_deferral_asked_for_late_keeps_what_was_added_until_then():
    """Two days late (25 and 26 November) when the head agrees on the 27th: 5 000 × 3 % × 2 = 300."""
    decision = fine.an_overdue_fine()
    fine.deferral_asked(decision, date(2026, 11, 26))
    fine.deferred(decision, date(2026, 11, 27), *PARTS)
    decision = fine.fine_of(decision.case)
    assert decision.case.status == "deferred"
    assert owing_of(decision, on=date(2026, 12, 20)).additional_fen == 30000
    assert fulfilment_of(decision).startswith("履行中：经批准延期")


@pytest.mark.clause("APL-2021:72.2")
def test_court_term_runs_from_the_end_of_a_deferral_that_outlasts_the_remedies():
    """APL-2021:72.2: parts until 31 August 2027 give the agency until 30 November; a part missed on 30 June ends the plan, and
    gives it until 30 September.
    """
    decision = a_fine()
    fine.deferral_asked(decision, ASKED)
    fine.deferred(decision, GRANTED, (date(2027, 6, 30), 250000), (date(2027, 8, 31), 250000))
    term = Clock.objects.get(kind="apply_for_court_execution_by", stopped_on=None)
    assert (term.started_on, term.due_on) == (date(2027, 8, 31), date(2027, 11, 30))
    fine.marked(date(2027, 7, 1))
    term = Clock.objects.get(kind="apply_for_court_execution_by", stopped_on=None)
    assert (term.started_on, term.due_on) == (date(2027, 6, 30), date(2027, 9, 30))


@pytest.mark.clause("APL-2021:66.2")
def test_all_parts_paid_in_time_fulfil_the_case():
    decision = a_deferred_fine()
    fine.paid(decision, 300000, FIRST)
    fine.paid(decision, 200000, SECOND)
    decision = fine.fine_of(decision.case)
    assert (decision.case.status, fine.execution(decision).status) == ("fulfilled", "fulfilled")
    assert not Clock.objects.filter(kind="pay_by", stopped_on=None).exists()
    assert fine.marked(date(2027, 3, 1)) == 0


@pytest.mark.clause("APL-2021:66.2")
def test_refused_deferral_leaves_the_term_and_says_why():
    decision = a_fine()
    fine.deferral_asked(decision, ASKED)
    with build.on(GRANTED) as at:
        told = {"decision": decision, "actor": fine.head_of(decision), "at": at}
        assert refusal_of(refuse_deferred_payment, reason=" ", **told).field == "reason"
        refused = refuse_deferred_payment(reason="近三个月有盈利。", **told)
    assert (refused.granted, fine.execution(decision).status) == (False, "running")
    assert "近三个月有盈利" in str(Document.objects.get(kind="deferral_refusal").sheet)
    assert fine.marked(fine.LATE) == 1


def test_second_request_waits_for_the_answer_to_the_first():
    decision = a_fine()
    fine.deferral_asked(decision, ASKED)
    assert refusal_of(fine.deferral_asked, decision, ASKED).reason == "已有一份申请等候答复。"
    assert refusal_of(fine.deferral_asked, fine.fine_of(decision.case), ASKED).clauses == ("APL-2021:66.2",)


@pytest.mark.clause("CPL-2023:87.1")
def test_notice_of_a_granted_deferral_is_served_like_every_other_paper():
    case = a_deferred_fine().case
    assert [paper.kind for paper in papers_to_serve(case)] == ["deferral_notice"]
    build.served(case, "deferral_notice", date(2026, 11, 19))
    assert papers_to_serve(fine.fine_of(case).case) == []

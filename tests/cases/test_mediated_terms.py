"""A mediation that sets the term anew, or lowers what a disposition orders: all that was counted from the old ones follows."""

from datetime import date

import pytest

from tests.builders import cases as build
from tests.builders import fulfilment as fine
from tests.builders.disclosure import deliver
from tests.cases.execution.test_agreement import FIRST, an_agreed_fine
from tests.cases.refusing import failing, refusal_of
from tests.cases.test_forms_of_new_acts import posted
from tests.cases.test_remedies import contested, ended
from yangguang.base import verifying
from yangguang.base.models import LedgerEntry
from yangguang.cases.countable import things_counted
from yangguang.cases.fulfilments import fulfilment_of
from yangguang.cases.models import Clock
from yangguang.cases.owing import additional_owed, due_on_of, new_term_of, next_due_of, owing_of
from yangguang.cases.rules.remedies import OutcomeTerms
from yangguang.cases.use_cases.resume_execution import resume_execution
from yangguang.cases.use_cases.suspend_execution import suspend_execution
from yangguang.disclosure.collecting import copy_of_decision

pytestmark = [pytest.mark.django_db, pytest.mark.clause("ARL-2023:73"), pytest.mark.clause("AJL-2017:60.1")]

TAKEN_UP, MEDIATED = date(2026, 12, 8), date(2026, 12, 10)
UNTIL, LATER = date(2027, 6, 30), date(2027, 7, 1)
ANEW = OutcomeTerms(pay_by=UNTIL)
LESS_AND_ANEW = OutcomeTerms(fine_fen=300000, pay_by=UNTIL)
IN_COURT = {"kind": "litigation", "authority": "示范县人民法院", "number": "（2026）示行初3号"}


def mediated(decision, terms=ANEW, *, taken_up=TAKEN_UP, day=MEDIATED, outcome="mediated", court=False):
    remedy = contested(decision.case, day=taken_up, **(IN_COURT if court else {}))
    ended(remedy, outcome, day=day, terms=terms, in_force=court, outcome_words="自愿达成调解协议。")
    return fine.fine_of(decision.case)


def running(decision, kind):
    return [one.due_on for one in Clock.objects.filter(kind=kind, about_ref=decision.public_id, stopped_on=None)]


@pytest.mark.clause("APL-2021:72.1.1#rate")
def test_additional_fine_is_counted_from_the_end_of_the_new_term_alone():
    decision = fine.an_overdue_fine()
    assert owing_of(decision, on=MEDIATED).additional_fen > 0
    decision = mediated(decision, LESS_AND_ANEW)
    assert (decision.execution.status, decision.case.status) == ("running", "served")
    assert (due_on_of(decision), next_due_of(decision)) == (UNTIL, UNTIL)
    assert owing_of(decision, on=UNTIL).additional_fen == 0
    assert owing_of(decision, on=LATER).additional_fen == 300000 * 3 // 100
    assert running(decision, "pay_by") == [UNTIL]
    assert Clock.objects.get(kind="pay_by", due_on=UNTIL).clause == "ARL-2023:73"


def test_term_set_in_court_names_the_law_of_the_court():
    decision = mediated(fine.an_overdue_fine(), court=True)
    assert Clock.objects.get(kind="pay_by", about_ref=decision.public_id, stopped_on=None).clause == "AJL-2017:60.1"


def test_what_was_imposed_and_demanded_before_counts_no_more():
    decision = fine.an_urged_fine()
    assert additional_owed(decision, on=MEDIATED) > 0
    decision = mediated(decision)
    assert (additional_owed(decision, on=MEDIATED), decision.execution.status) == (0, "running")
    assert (decision.execution.imposed_on, decision.execution.demanded_on) == (None, None)
    assert running(decision, "demand_expires_on") == []
    assert "addition" not in "".join(failing(refusal_of(fine.applied, decision, date(2027, 5, 26))))


def test_fine_is_overdue_and_its_court_window_opens_only_when_the_new_term_is_over():
    """The remedies end on 10 May 2027: the three months for the court begin with the later day, the end of the new term."""
    decision = mediated(fine.an_overdue_fine(), court=True)
    assert fine.marked(UNTIL) == 0
    assert running(decision, "apply_for_court_execution_by") == []
    assert fine.marked(LATER) == 1
    decision = fine.fine_of(decision.case)
    assert decision.execution.status == "waiting"
    assert LedgerEntry.objects.filter(event="FineOverdue").last().summary == "缴款期限 2027-06-30，未缴 5,000.00 元"
    assert running(decision, "apply_for_court_execution_by") == [date(2027, 9, 30)]


def test_payment_by_the_new_term_ends_the_case_without_an_additional_fine():
    decision = mediated(fine.an_overdue_fine(), LESS_AND_ANEW)
    fine.paid(decision, 300000, UNTIL)
    decision = fine.fine_of(decision.case)
    assert (decision.case.status, decision.execution.status) == ("fulfilled", "fulfilled")


def test_plan_to_pay_in_parts_ends_with_the_new_term():
    decision = fine.fine_of(build.a_served_case())
    fine.deferral_asked(decision, date(2026, 11, 16))
    fine.deferred(decision, date(2026, 11, 18), (FIRST, 300000), (date(2027, 1, 29), 200000))
    decision = mediated(fine.fine_of(decision.case))
    assert (decision.execution.status, next_due_of(decision), new_term_of(decision, on=FIRST)) == (
        "running",
        UNTIL,
        UNTIL,
    )
    assert fine.marked(date(2027, 1, 4)) == 0  # the first part is due no more
    assert fine.marked(LATER) == 1


def test_execution_agreement_ends_with_the_new_term():
    decision = an_agreed_fine()
    decision = mediated(decision, taken_up=date(2027, 1, 5), day=date(2027, 1, 6), court=True)
    assert (decision.execution.status, decision.execution.remitted_fen, decision.execution.stayed_from) == (
        "running",
        0,
        "",
    )
    assert next_due_of(decision) == UNTIL


def test_stayed_fine_is_taken_up_again_with_its_new_term():
    decision, day = fine.an_urged_fine(), date(2026, 12, 9)
    told = {"actor": fine.head_of(decision)}
    with build.on(day) as at:
        suspend_execution(decision=decision, ground="unable", reason="停产。", at=at, **told)
    decision = mediated(fine.fine_of(decision.case), taken_up=day)
    assert decision.execution.status == "stayed"
    with build.on(MEDIATED, 15) as at:
        resume_execution(decision=decision, reason="恢复生产。", at=at, **told)
    decision = fine.fine_of(decision.case)
    assert (decision.execution.status, running(decision, "apply_for_court_execution_by")) == ("running", [])


@pytest.mark.parametrize(("terms", "outcome", "field"), [
    (ANEW, "altered", "pay_by"), (OutcomeTerms(pay_by=MEDIATED), "mediated", "pay_by"),
    (OutcomeTerms(pay_by=UNTIL, remitted_fen=1000), "mediated", "remitted_fen"),
    (OutcomeTerms(penalties=("warning",), fine_fen=0, pay_by=UNTIL), "mediated", "pay_by"),
])  # fmt: skip
def test_term_comes_from_a_mediation_lies_ahead_and_is_for_something_that_is_owed(terms, outcome, field):
    refusal = refusal_of(mediated, fine.an_urged_fine(), terms, outcome=outcome)
    assert (refusal.field, refusal.clauses) == (field, ("ARL-2023:73", "AJL-2017:60.1"))


def test_paid_fine_gets_no_new_term():
    decision = fine.fine_of(build.a_served_case())
    fine.paid(decision, 500000, build.SERVED)
    assert refusal_of(mediated, fine.fine_of(decision.case)).reason == "没有待缴纳、待履行的款项，不能重新确定期限。"


@pytest.mark.clause("APL-2021:48.2")
def test_public_and_statistics_follow_what_was_mediated():
    case = build.a_served_case()
    deliver()
    decision = mediated(fine.fine_of(case), LESS_AND_ANEW)
    with build.on(MEDIATED, 16):
        deliver()
        assert fulfilment_of(decision) == "履行中：缴款期限至2027年6月30日"
        changes = dict(copy_of_decision(decision).summary)["变更情况"]
    assert "罚款 5,000.00 元变更为警告；罚款 3,000.00 元，缴款期限重新确定为2027年6月30日" in changes
    lessened = [one for one in things_counted([case.pk]) if one.what == "penalty_lessened"]
    assert [(one.on, one.detail, one.amount_fen) for one in lessened] == [(MEDIATED, "mediated", 200000)]
    assert [found for _, _, found in verifying.run({"ledger", "decisions_on_record"}) if found] == []


def test_new_term_is_recorded_through_the_form_and_told_in_the_ledger(client):
    decision = fine.an_overdue_fine()
    contested(decision.case, day=TAKEN_UP)
    told = {
        "remedy_ref": decision.case.remedies.get().public_id, "outcome": "mediated", "outcome_paper": "示政复调〔2026〕第1号",
        "outcome_words": "达成调解。", "outcome_received_on": MEDIATED.isoformat(), "left_penalties": ["warning", "fine"],
        "left_fine": "5000",
    }  # fmt: skip
    late = posted(client, decision.case, "record_remedy_outcome", MEDIATED, pay_by="2026-12-10", **told)
    assert "重新确定的期限应当晚于收到调解书之日。" in late.content.decode()
    assert (
        posted(client, decision.case, "record_remedy_outcome", MEDIATED, pay_by="2027-06-30", **told).status_code == 302
    )
    assert LedgerEntry.objects.get(event="RemedyEnded").facts["changes"] == "缴款期限重新确定为2027年6月30日"
    assert "缴款期限重新确定为2027年6月30日" in client.get(f"/desk/cases/{decision.case.public_id}/").content.decode()

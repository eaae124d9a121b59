"""An alteration alone is annulled: the decision stands again as it was, nobody was late meanwhile, and the record says so."""

from datetime import date

import pytest
from django.urls import reverse

from tests.builders import cases as build
from tests.cases.refusing import refusal_of
from tests.cases.test_alteration import altered, exempted, proposed
from tests.cases.test_remedies import contested, ended
from tests.cases.test_service_and_end import closed_case
from yangguang.base import verifying
from yangguang.base.events import SYSTEM
from yangguang.base.models import LedgerEntry
from yangguang.cases.altering import content_now
from yangguang.cases.conclusions import conclusion_of
from yangguang.cases.models import Clock, Decision
from yangguang.cases.other_executions import left_of
from yangguang.cases.owing import execution_of, fine_now, owing_of, to_return, unpaid_of
from yangguang.cases.use_cases.mark_unfulfilled import mark_all_unfulfilled
from yangguang.cases.use_cases.record_payment import record_payment
from yangguang.cases.use_cases.restitute import restitute
from yangguang.kernel import clock

pytestmark = [pytest.mark.django_db, pytest.mark.clause("APL-2021:48.2")]

ALTERED, SUED, FELL, AGAIN = date(2026, 11, 18), date(2026, 11, 20), date(2026, 12, 10), date(2026, 12, 25)
JUDGMENT = "（2026）示01行初3号行政判决书"


def an_altered_case(case=None, **plan):
    case = case or build.a_served_case()
    exempted(case, proposed(case, **plan))
    row = altered(case)
    build.served(case, "alteration_decision", SUED)
    case.refresh_from_db()
    return case, row


def falls(case, row, *, outcome="annulled", sued=SUED, day=FELL, ground="law"):
    """A worker sues about the alteration and wins."""
    told = {"kind": "litigation", "authority": "示范县人民法院", "number": "（2026）示01行初3号"}
    suit = contested(case, decision_ref=row.public_id, day=sued, **told)
    words = "撤销变更决定。"
    told = {"in_force": True, "fallen_ground": ground, "outcome_paper": JUDGMENT, "outcome_words": words}
    case = ended(suit, outcome, day=day, **told)
    row.refresh_from_db()
    return case


def decision_of(case):
    return Decision.objects.select_related("case").get(pk=build.the_decision(case).pk)


def paid(case, fen, day, receipt):
    with build.on(day, 11) as at:
        record_payment(
            case_id=case.pk, amount_fen=fen, paid_on=day, payee="示范县农村商业银行", receipt_number=receipt,
            actor=build.handler_of(case), at=at,
        )  # fmt: skip
    case.refresh_from_db()


def test_decision_stands_again_with_its_fine_its_words_and_a_term_of_its_own():
    case, row = an_altered_case()
    assert fine_now(decision_of(case)) == 300000
    case = falls(case, row)
    decision = decision_of(case)
    assert (decision.status, case.status, row.fallen_on, row.fallen_paper) == ("served", "served", FELL, JUDGMENT)
    assert (fine_now(decision), content_now(decision)["fine_fen"]) == (500000, 500000)
    assert conclusion_of(decision) == "警告；罚款 5,000.00 元"
    term = Clock.objects.get(case=case, kind="pay_by", stopped_on=None)
    assert (term.started_on, row.again_due_on) == (FELL, AGAIN)
    entry = LedgerEntry.objects.get(event="AlterationFell")
    assert entry.summary == f"{row.document.number}被撤销（{JUDGMENT}），{decision.number}恢复为警告；罚款 5,000.00 元"
    assert not LedgerEntry.objects.filter(event="RemedyEnded").exists()
    assert not [one for _, _, found in verifying.run({"ledger", "decisions_on_record"}) for one in found]


@pytest.mark.clause("APL-2021:72.1.1#rate")
def test_nobody_was_late_with_the_rest_while_the_smaller_fine_stood():
    case, row = an_altered_case()
    paid(case, 300000, date(2026, 11, 23), "收据1")  # within the first term, which ends on the 24th
    assert (case.status, execution_of(decision_of(case)).status) == ("fulfilled", "fulfilled")
    case = falls(case, row, sued=date(2026, 11, 24))
    assert (case.status, execution_of(decision_of(case)).status) == ("served", "running")
    for day, fen in ((FELL, 0), (AGAIN, 0), (date(2026, 12, 26), 6000), (date(2026, 12, 27), 12000)):
        assert owing_of(decision_of(case), on=day).additional_fen == fen, day  # 3 % of 2 000 yuan a day
    with build.on(AGAIN, 9) as at:
        assert mark_all_unfulfilled(actor=SYSTEM, at=at) == 0
    with build.on(date(2026, 12, 26), 9) as at:
        assert mark_all_unfulfilled(actor=SYSTEM, at=at) == 1
    case.refresh_from_db()
    assert (case.status, unpaid_of(decision_of(case))) == ("unfulfilled", 200000)
    overdue = LedgerEntry.objects.get(event="FineOverdue").summary
    assert overdue == "缴款期限 2026-12-25，未缴 2,000.00 元"


def test_each_alteration_that_fell_has_a_term_of_its_own():
    """3 000 of 5 000 paid. First fall: the rest of 2 000 until 25 December, late on the 26th. 3 500 from the 28th: late with
    500, not during the lawsuit, until it falls on 20 January and 2 000 are owed again by 4 February.
    """
    case, row = an_altered_case()
    paid(case, 300000, date(2026, 11, 23), "收据1")
    case = falls(case, row, sued=date(2026, 11, 24))
    again = {"fine_fen": 350000, "reasons": "另有两人自愿加班。"}
    exempted(case, proposed(case, day=date(2026, 12, 28), **again), day=date(2026, 12, 28))
    second = altered(case, day=date(2026, 12, 28))
    case = falls(case, second, sued=date(2026, 12, 30), day=date(2027, 1, 20))
    row.refresh_from_db()
    assert (row.again_due_on, second.again_due_on) == (AGAIN, date(2027, 2, 4))
    late = [(AGAIN, 0), (date(2026, 12, 28), 18000), (date(2026, 12, 29), 19500), (date(2027, 1, 20), 19500),
            (date(2027, 2, 4), 42000), (date(2027, 2, 5), 48000)]  # fmt: skip
    for day, fen in late:
        assert owing_of(decision_of(case), on=day).additional_fen == fen, day


def test_days_late_with_the_smaller_fine_itself_still_count():
    case, row = an_altered_case()
    case = falls(case, row)
    found = owing_of(decision_of(case), on=date(2026, 12, 12)).accrual
    bases = {one.base_fen for one in found.stretches if not one.reason}
    assert bases == {300000}  # the days of the lawsuit do not count, those after it on the smaller fine


def test_what_was_given_back_meanwhile_is_owed_again_and_the_closed_case_goes_on():
    case = closed_case()
    exempted(case, proposed(case))
    row = altered(case)
    assert to_return(decision_of(case)) == 200000
    with build.on(SUED, 9) as at:
        back = {"amount_fen": 200000, "things": "", "returned_on": SUED, "voucher": "退1"}
        restitute(decision=decision_of(case), actor=build.handler_of(case), at=at, **back)
    case = falls(case, row)
    decision = decision_of(case)
    assert (case.status, unpaid_of(decision), to_return(decision)) == ("served", 200000, 0)
    assert not Clock.objects.filter(case=case, kind="serve_by", stopped_on=None).exists()  # never served, never will be
    paid(case, 200000, date(2026, 12, 14), "收据9")
    decision = decision_of(case)
    assert (case.status, unpaid_of(decision), to_return(decision)) == ("fulfilled", 0, 0)


def test_fine_paid_in_full_and_never_given_back_leaves_nothing_to_do():
    case = closed_case()
    exempted(case, proposed(case))
    row = altered(case)
    case = falls(case, row)
    decision = decision_of(case)
    assert (case.status, unpaid_of(decision), to_return(decision)) == ("closed", 0, 0)
    assert not Clock.objects.filter(case=case, kind="pay_by", stopped_on=None).exists()


def test_penalty_that_was_left_out_is_to_be_carried_out_again():
    gains = {"penalties": ["warning", "fine", "confiscation_of_gains"], "confiscated_fen": 100000}
    case = build.a_served_case(proposal=gains, draft=gains)
    case, row = an_altered_case(case, penalties=("warning", "fine"), fine_fen=500000)
    assert left_of(decision_of(case)) == []
    case = falls(case, row)
    assert left_of(decision_of(case)) == ["confiscation_of_gains"]


def test_older_alteration_falls_and_the_newer_one_keeps_its_word_until_it_falls_too():
    case, first = an_altered_case()
    exempted(case, proposed(case, fine_fen=200000, day=SUED), day=SUED)
    second = altered(case, day=SUED)
    case = falls(case, first)
    assert fine_now(decision_of(case)) == 200000
    with clock.frozen(clock.beijing(FELL, 18)):
        case = falls(case, second, day=FELL)
    assert fine_now(decision_of(case)) == 500000


def test_alteration_that_was_upheld_stands():
    case, row = an_altered_case()
    case = falls(case, row, outcome="upheld")
    assert (row.fallen_on, fine_now(decision_of(case))) == (None, 300000)
    assert LedgerEntry.objects.get(event="RemedyEnded").summary.startswith(row.document.number)


@pytest.mark.clause("AJL-2017:71")
def test_same_alteration_again_is_refused_and_a_fallen_one_is_not_contested():
    case, row = an_altered_case()
    case = falls(case, row)
    for changes in {}, {"reasons": "复核发现：人数多算。"}, {"fulfilment": "缴至另一家银行。"}:
        refusal = refusal_of(proposed, case, day=date(2026, 12, 14), **changes)
        assert (refusal.reason, refusal.field) == ("不得以同一事实和理由作出已被撤销的变更。", "penalties"), changes
    assert refusal_of(contested, case, decision_ref=row.public_id, day=date(2026, 12, 14)).field == "decision_ref"
    assert proposed(case, day=date(2026, 12, 14), fine_fen=350000, reasons="另有两人自愿加班。").version == 2


@pytest.mark.clause("AJI-2018:90")
def test_alteration_that_fell_for_its_procedure_alone_may_be_made_again():
    case, row = an_altered_case()
    case = falls(case, row, ground="procedure")
    assert LedgerEntry.objects.get(event="AlterationFell").facts["ground"] == "违反法定程序"
    assert proposed(case, day=date(2026, 12, 14)).version == 2


@pytest.mark.clause("AJI-2018:90")
def test_annulment_of_an_alteration_without_its_ground_is_refused():
    case, row = an_altered_case()
    refusal = refusal_of(falls, case, row, ground="")
    assert (refusal.reason, refusal.field) == ("请选择变更决定被撤销的原因。", "fallen_ground")
    row.refresh_from_db()
    assert row.fallen_on is None


def test_remedy_before_the_alteration_was_made_is_refused():
    case, row = an_altered_case()
    refusal = refusal_of(contested, case, decision_ref=row.public_id, received_on=date(2026, 11, 17), day=SUED)
    assert refusal.field == "received_on"


def test_form_offers_the_alteration_and_the_page_says_that_it_fell(client):
    case, row = an_altered_case()
    client.force_login(build.handler_of(case))
    with clock.frozen(clock.beijing(SUED, 16)):
        form = client.get(reverse("cases:act", args=[case.public_id, "record_remedy"])).content.decode()
        assert f"只争议变更决定：{row.document.number}" in form
    contested(case, kind="litigation", day=SUED)
    outcome = reverse("cases:act", args=[case.public_id, "record_remedy_outcome"])
    with clock.frozen(clock.beijing(SUED, 17)):
        assert "变更决定被撤销的原因" not in client.get(outcome).content.decode()
    case = falls(case, row, ground="procedure")
    with clock.frozen(clock.beijing(FELL, 17)):
        page = client.get(reverse("cases:case", args=[case.public_id])).content.decode()
    assert f"收到{JUDGMENT}，变更决定被撤销，原决定恢复效力。原因：违反法定程序。" in page

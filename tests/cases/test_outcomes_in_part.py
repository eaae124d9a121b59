"""Outcomes that leave a part of a decision, mediate, or order the body to act: what is owed follows, the rest stands."""

from datetime import date

import pytest

from tests.builders import cases as build
from tests.builders import fulfilment
from tests.cases.refusing import asked, refusal_of
from tests.cases.test_forms_of_new_acts import posted
from tests.cases.test_remaking import told_and_heard_again
from tests.cases.test_remedies import ENDED, TAKEN_UP, contested, ended
from yangguang.base.models import LedgerEntry
from yangguang.cases.altering import content_now
from yangguang.cases.conclusions import conclusion_of
from yangguang.cases.countable import things_counted
from yangguang.cases.kinds.execution.acts import possible
from yangguang.cases.models import Clock, Execution
from yangguang.cases.outcomes import fallen_content, parties_left, parts_to_remake
from yangguang.cases.owing import execution_of, fine_now, owing_of, to_return, unpaid_of
from yangguang.cases.plugs.closing import unsettled_of
from yangguang.cases.presentation.acts import next_acts
from yangguang.cases.rules.remedies import OutcomeTerms
from yangguang.cases.use_cases.record_performance import record_performance
from yangguang.cases.use_cases.remake_decision import RemakePlan, remake_decision

pytestmark = pytest.mark.django_db

COURT = {"kind": "litigation", "authority": "示范县人民法院", "number": "（2026）示行初3号"}
WARNING = OutcomeTerms(penalties=("warning",), fine_fen=0)
LESS = OutcomeTerms(fine_fen=300000)
AGAIN, DECIDED_AGAIN = date(2026, 11, 19), date(2026, 12, 9)


def partly(case=None, *, terms=WARNING, remedy=None, **changes):
    remedy = remedy or contested(case or build.a_served_case())
    return ended(remedy, changes.pop("outcome", "partly_annulled"), terms=terms, **changes)


def lost(case):
    return {one.what for one in things_counted([case.pk]) if one.what.endswith("_lost")}


@pytest.mark.clause("ARL-2023:64.1")
def test_part_that_stands_stays_and_the_fine_that_fell_is_not_owed():
    case = partly()
    decision = fulfilment.fine_of(case)
    assert (case.status, decision.status) == ("fulfilled", "served")
    assert (fine_now(decision), unpaid_of(decision)) == (0, 0)
    assert content_now(decision)["penalties"] == ["warning"]
    assert conclusion_of(decision) == "警告"
    assert decision.content["penalties"] == ["warning", "fine"]  # as it was issued
    assert LedgerEntry.objects.get(event="RemedyEnded").summary.endswith("警告；罚款 5,000.00 元变更为警告")
    assert lost(case) == {"reconsideration_lost", "penalty_reconsideration_lost"}


@pytest.mark.clause("AJL-2017:70")
def test_fine_that_falls_in_part_leaves_the_rest_payable_and_what_was_paid_beyond_it_goes_back():
    case = build.a_served_case()
    fulfilment.paid(fulfilment.fine_of(case), 500000, build.SERVED)
    case = partly(remedy=contested(case, **COURT), terms=LESS, in_force=True)
    decision = fulfilment.fine_of(case)
    assert (fine_now(decision), to_return(decision)) == (300000, 200000)


@pytest.mark.clause("ARL-2023:64.1")
def test_rest_of_a_fine_is_paid_to_the_end():
    case = partly(terms=LESS)
    decision = fulfilment.fine_of(case)
    assert (case.status, unpaid_of(decision)) == ("served", 300000)
    fulfilment.paid(decision, 300000, ENDED)
    case.refresh_from_db()
    assert case.status == "fulfilled"


@pytest.mark.clause("APL-2021:72.1.1#rate")
def test_additional_fine_is_worked_out_from_what_is_left_of_the_fine():
    case = fulfilment.an_overdue_fine().case
    taken_up, day = date(2026, 12, 1), date(2026, 12, 10)
    whole = owing_of(fulfilment.fine_of(case), on=date(2026, 11, 30)).additional_fen
    partly(remedy=contested(case, day=taken_up), terms=LESS, day=taken_up)
    assert owing_of(fulfilment.fine_of(case), on=taken_up).additional_fen * 5 == whole * 3
    assert owing_of(fulfilment.fine_of(case), on=day).fine_fen == 300000


@pytest.mark.clause("ARL-2023:64.1")
def test_decision_that_falls_for_one_of_two_parties_stands_for_the_other():
    case = build.a_served_case(parties=(build.a_party(), build.a_party(2)))
    first, second = case.parties.order_by("position")
    case = partly(case, terms=OutcomeTerms(fine_fen=300000, fallen_parties=(second.public_id,)))
    decision = fulfilment.fine_of(case)
    assert parties_left(decision) == {first.pk}
    assert (decision.status, fine_now(decision)) == ("served", 300000)
    assert f"对{second.name}不再有效" in LedgerEntry.objects.get(event="RemedyEnded").summary


@pytest.mark.parametrize(
    ("terms", "field"),
    [(OutcomeTerms(fine_fen=600000), "left_fine"), (OutcomeTerms(penalties=("warning", "fine", "business_halt")), "left_fine"),
     (OutcomeTerms(penalties=(), fine_fen=0), "left_penalties"), (OutcomeTerms(), "left_penalties"),
     (OutcomeTerms(penalties=("warning",)), "left_fine"), (OutcomeTerms(fallen_parties=("stranger",)), "fallen_parties")],
)  # fmt: skip
def test_what_is_left_is_never_worse_never_nothing_and_never_the_same(terms, field):
    refusal = refusal_of(partly, terms=terms)
    assert refusal.field == field
    assert refusal.clauses == ("ARL-2023:64.1", "AJL-2017:70")


def test_decision_that_falls_for_everybody_has_not_fallen_in_part():
    case = build.a_served_case()
    everybody = tuple(one.public_id for one in case.parties.order_by("pk"))
    assert refusal_of(partly, case, terms=OutcomeTerms(fallen_parties=everybody)).field == "fallen_parties"


@pytest.mark.clause("ARL-2023:73")
def test_mediation_that_lowers_the_fine_does_what_a_decision_does_and_is_no_defeat():
    case = partly(outcome="mediated", terms=LESS)
    assert (unpaid_of(fulfilment.fine_of(case)), lost(case)) == (300000, set())
    assert not Clock.objects.filter(case=case, kind="pay_by", stopped_on=None).get().suspensions


@pytest.mark.clause("AJL-2017:60.1")
def test_mediation_may_remit_of_what_was_added_and_no_more():
    case = fulfilment.an_urged_fine().case
    remedy = contested(case, day=date(2027, 5, 26), **COURT)
    decision = fulfilment.fine_of(case)
    left = owing_of(decision, on=date(2027, 5, 27)).additional_left_fen
    assert left > 0
    told = {"outcome": "mediated", "remedy": remedy, "day": date(2027, 5, 27), "in_force": True}
    assert refusal_of(partly, terms=OutcomeTerms(remitted_fen=left + 1), **told).field == "remitted_fen"
    partly(terms=OutcomeTerms(remitted_fen=left), **told)
    owing = owing_of(fulfilment.fine_of(case), on=date(2027, 5, 27))
    assert (owing.fine_fen, owing.additional_left_fen) == (500000, 0)
    assert Execution.objects.get(decision=decision).altered_fine_fen is None


def test_mediation_that_confirms_the_decision_changes_nothing():
    case = partly(outcome="mediated", terms=None)
    assert (case.status, fine_now(fulfilment.fine_of(case))) == ("served", 500000)
    assert LedgerEntry.objects.get(event="RemedyEnded").facts["changes"] == ""


def test_altered_fine_is_kept_with_the_outcome_or_waits_to_be_recorded_where_it_says_nothing_of_it():
    same = OutcomeTerms(penalties=("warning", "fine"), fine_fen=500000)
    case = build.a_served_case()
    partly(outcome="altered", terms=same, remedy=contested(case))
    head = build.handler_of(case)
    assert "record_altered_fine" in dict(possible(execution_of(fulfilment.fine_of(case)), head))
    told = contested(case, day=ENDED, **COURT)
    partly(outcome="altered", terms=LESS, remedy=told, in_force=True, day=DECIDED_AGAIN)
    decision = fulfilment.fine_of(case)
    assert fine_now(decision) == 300000
    assert "record_altered_fine" not in dict(possible(execution_of(decision), head))


def test_mediation_in_court_that_is_not_in_force_ends_nothing():
    remedy = contested(build.a_served_case(), **COURT)
    assert refusal_of(partly, outcome="mediated", terms=LESS, remedy=remedy).field == "in_force"


@pytest.mark.parametrize("outcome", ["terminated", "withdrawn"])
def test_remedy_that_ends_without_a_ruling_needs_none_in_force_and_leaves_the_decision_as_it_was(outcome):
    case = partly(outcome=outcome, terms=None, remedy=contested(build.a_served_case(), **COURT))
    assert (case.status, fine_now(fulfilment.fine_of(case)), lost(case)) == ("served", 500000, set())


def ordered(case=None, **told):
    known = {"perform": "对投诉人的申请作出处理。", "perform_by": date(2026, 12, 10)} | told
    remedy = contested(case or build.a_served_case(), **COURT)
    return partly(outcome="ordered_to_perform", terms=OutcomeTerms(**known), remedy=remedy, in_force=True)


def performed(case, day=date(2026, 12, 8), **changes):
    told = {"performed_on": day, "performed": "已作出处理并送达。", "paper": "示人社监复〔2026〕3号"} | changes
    remedy = case.remedies.get()
    with build.on(day) as at:
        record_performance(case_id=case.pk, remedy_ref=remedy.public_id, actor=build.handler_of(case), at=at, **told)
    remedy.refresh_from_db()
    case.refresh_from_db()
    return remedy


@pytest.mark.clause("AJL-2017:72")
def test_order_to_act_gives_the_body_a_term_and_keeps_the_case_open_until_it_is_done():
    case = ordered()
    clock = Clock.objects.get(case=case, kind="perform_order_by")
    assert (case.status, clock.due_on, clock.clause) == ("served", date(2026, 12, 10), "AJL-2017:72")
    assert "复议决定、判决责令履行的事项" in unsettled_of(case)
    remedy = performed(case)
    assert not remedy.awaits_performance
    assert "复议决定、判决责令履行的事项" not in unsettled_of(case)
    clock.refresh_from_db()
    assert clock.stopped_on == date(2026, 12, 8)
    assert "示人社监复〔2026〕3号" in LedgerEntry.objects.get(event="OrderPerformed").summary


@pytest.mark.clause("ARL-2023:66")
def test_order_that_was_obeyed_too_late_says_why():
    case = ordered()
    late = date(2026, 12, 14)
    assert refusal_of(performed, case, late).field == "late_because"
    performed(case, late, overdue_reason="等候财政拨款。")
    assert LedgerEntry.objects.get(event="OrderPerformed").facts["late"] is True
    assert refusal_of(performed, case, late).field == "remedy_ref"


@pytest.mark.parametrize("told", [{"perform": " "}, {"perform_by": None}, {"perform_by": build.SERVED}])
def test_order_without_what_and_by_when_is_refused(told):
    assert refusal_of(ordered, **told).field in {"perform", "perform_by"}


@pytest.mark.parametrize(("told", "field"), [({"performed": ""}, "performed"), ({"paper": " "}, "paper"),
                                             ({"performed_on": TAKEN_UP}, "performed_on")])  # fmt: skip
def test_performance_is_recorded_with_what_shows_it(told, field):
    assert refusal_of(performed, ordered(), **told).field == field


def remade(case, *, ground="unfit", start="notice"):
    plan = RemakePlan(case.decisions.order_by("pk").first().public_id, ground, start, "重新裁量。")
    with build.on(AGAIN) as at:
        remake_decision(case_id=case.pk, plan=plan, actor=build.person_of(case.body, "agency_head"), at=at)
    case.refresh_from_db()


def same_again(case, **proposal):
    told_and_heard_again(case, **proposal)
    with build.on(DECIDED_AGAIN) as at:
        return asked("remake_not_same", case, act="decide_penalty", at=at), asked(
            "not_double_fined", case, act="decide_penalty", at=at
        )


@pytest.mark.history("P9.84")
@pytest.mark.clause("ARL-2023:64.2")
def test_part_that_fell_is_not_made_the_same_again():
    case = partly(terms=OutcomeTerms(penalties=("warning",), fine_fen=0, remake=True))
    assert fallen_content(fulfilment.fine_of(case))["penalties"] == ["fine"]
    remade(case)
    assert case.status == "concluded"
    same, double = same_again(case, penalties=["fine"])
    assert same.reason == "不得以同一事实和理由作出相同或者基本相同的行为。"
    assert double.holds  # the fine that fell is none that stands
    build.drafted(case, day=date(2026, 12, 7), penalties=["fine"], fine_fen=100000)
    with build.on(DECIDED_AGAIN) as at:
        assert asked("remake_not_same", case, act="decide_penalty", at=at).holds
    build.drafted(case, day=date(2026, 12, 7), penalties=["fine"], fine_fen=600000)
    with build.on(DECIDED_AGAIN) as at:
        assert "不能更重" in asked("remake_not_same", case, act="decide_penalty", at=at).reason


@pytest.mark.clause("AJI-2018:90")
def test_part_that_fell_for_its_procedure_alone_may_be_made_the_same_again():
    case = partly(terms=OutcomeTerms(penalties=("warning",), fine_fen=0, remake=True))
    remade(case, ground="procedure")
    assert same_again(case, penalties=["fine"])[0].holds


def test_rest_of_a_fine_is_paid_while_the_part_that_fell_is_made_anew():
    case = partly(terms=OutcomeTerms(fine_fen=300000, remake=True))
    remade(case)
    decision = fulfilment.fine_of(case)
    with build.on(AGAIN):
        assert "record_payment" in {row["act"] for row in next_acts(case, build.handler_of(case))["possible"]}
    fulfilment.paid(decision, 300000, AGAIN)
    case.refresh_from_db()
    assert (case.status, unpaid_of(fulfilment.fine_of(case))) == ("concluded", 0)


def test_part_that_fell_is_made_anew_once():
    case = partly(terms=OutcomeTerms(penalties=("warning",), fine_fen=0, remake=True))
    with build.on(AGAIN):
        rows = next_acts(case, build.person_of(case.body, "agency_head"))["possible"]
        assert "remake_decision" in {row["act"] for row in rows}
    assert [one.number for one in parts_to_remake(case)] == [case.decisions.get().number]
    remade(case)
    assert parts_to_remake(case) == []


def test_nothing_is_made_anew_that_nobody_ordered_to_be():
    assert refusal_of(remade, partly(terms=LESS)).field == "decision_ref"


def test_outcome_in_part_and_an_order_are_recorded_through_the_form(client):
    case = build.a_served_case()
    contested(case)
    told = {
        "remedy_ref": case.remedies.get().public_id, "outcome_paper": "示政复决字〔2026〕第12号", "outcome_words": "部分撤销。",
        "outcome_received_on": ENDED.isoformat(), "outcome": "partly_annulled",
    }  # fmt: skip
    same = posted(
        client, case, "record_remedy_outcome", ENDED, left_penalties=["warning", "fine"], left_fine="5000", **told
    )
    assert "没有写明撤销了哪一部分。" in same.content.decode()
    assert "部分撤销。" in same.content.decode()
    done = posted(
        client, case, "record_remedy_outcome", ENDED, left_penalties=["warning", "fine"], left_fine="3000", **told
    )
    assert done.status_code == 302
    assert fine_now(fulfilment.fine_of(case)) == 300000
    contested(case, day=ENDED, **COURT)
    order = told | {
        "remedy_ref": case.remedies.get(outcome="").public_id, "outcome": "ordered_to_perform", "in_force": "on",
        "perform": "退还多收的罚款。", "perform_by": "2026-12-10",
    }  # fmt: skip
    assert posted(client, case, "record_remedy_outcome", ENDED, **order).status_code == 302
    page = client.get(f"/desk/cases/{case.public_id}/").content.decode()
    assert "警告；罚款 5,000.00 元变更为警告；罚款 3,000.00 元" in page
    assert "退还多收的罚款。，应当在2026年12月10日以前履行" in page
    ref = case.remedies.get(outcome="ordered_to_perform").public_id
    known = {"remedy_ref": ref, "performed_on": "2026-12-01", "performed": "已经退还。", "paper": "退付凭证1号"}
    assert posted(client, case, "record_performance", date(2026, 12, 1), **known).status_code == 302

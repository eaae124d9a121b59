"""A fine nobody pays goes to the court: demand, ten working days, three months, five papers, the head's signature."""

from datetime import date

import pytest

from tests.builders import cases as build
from tests.builders import fulfilment as fine
from tests.cases.refusing import failing, refusal_of
from tests.cases.test_remedies import contested, ended
from yangguang.base.models import LedgerEntry
from yangguang.cases.api import fulfilment_of
from yangguang.cases.kinds.execution.court_gates import PAPERS
from yangguang.cases.models import Clock
from yangguang.cases.use_cases.apply_for_judgement_execution import apply_for_judgement_execution
from yangguang.cases.use_cases.ask_court_reconsideration import ask_court_reconsideration
from yangguang.cases.use_cases.ask_for_property_preservation import ask_for_property_preservation
from yangguang.cases.use_cases.record_answer_to_demand import record_answer_to_demand
from yangguang.records.models import Document

pytestmark = pytest.mark.django_db
RECEIVED = date(2027, 6, 7)


def a_demanded_fine():
    decision = fine.an_overdue_fine()
    fine.demanded(decision)
    return fine.fine_of(decision.case)


def a_fine_before_the_court():
    decision = a_demanded_fine()
    fine.applied(decision)
    return fine.fine_of(decision.case)


@pytest.mark.clause("ACL-2011:53")
def test_three_months_for_the_court_run_from_the_end_of_both_remedies():
    fine.an_overdue_fine()
    term = Clock.objects.get(kind="apply_for_court_execution_by")
    assert (term.started_on, term.due_on) == (fine.REMEDIES_END, fine.COURT_ENDS)


@pytest.mark.clause("ACL-2011:35")
@pytest.mark.clause("ACL-2011:54")
def test_demand_states_term_way_amount_and_the_right_to_speak():
    decision = fine.an_overdue_fine()
    fine.imposed(decision, date(2027, 5, 10))
    row = fine.demanded(decision)
    assert (row.status, row.demanded_on) == ("demanded", fine.DEMANDED)
    assert Clock.objects.get(kind="demand_expires_on").due_on == fine.TENTH_DAY
    sheet = str(Document.objects.get(kind="demand_notice").sheet)
    for words in ("2027年6月30日前", fine.AGENT, "5,000.00元", "加处罚款5,000.00元，共计10,000.00元", "陈述和申辩"):
        assert words in sheet


@pytest.mark.clause("ACL-2011:35")
@pytest.mark.history("P9.68")
def test_demand_without_its_items_or_service_is_refused():
    decision = fine.an_overdue_fine()
    assert refusal_of(fine.demanded, decision, how=" ").field == "how"
    assert refusal_of(fine.demanded, decision, pay_by_on=fine.DEMANDED).field == "pay_by_on"
    unserved = refusal_of(fine.demanded, decision, service=fine.front_desk(proof_number=""))
    assert "service_proof" in failing(unserved)
    assert failing(refusal_of(fine.demanded, decision, stayed=True))["not_stayed"].reason == "已决定停止执行。"


@pytest.mark.clause("ACL-2011:54")
def test_demand_before_the_fine_is_overdue_is_refused():
    decision = fine.fine_of(build.a_served_case())
    assert refusal_of(fine.demanded, decision, date(2026, 11, 20)).reason == "现在是“履行期内”，不能催告。"


@pytest.mark.clause("ACL-2011:36")
def test_what_the_party_says_to_the_demand_is_kept_with_its_review():
    decision = a_demanded_fine()
    with build.on(date(2027, 5, 14)) as at:
        row = record_answer_to_demand(
            decision=decision,
            answer="资金紧张。",
            review="不影响缴款义务，不予采纳。",
            actor=build.handler_of(decision.case),
            at=at,
        )
    assert (row.status, row.answer, row.answer_reviewed) == ("demanded", "资金紧张。", "不影响缴款义务，不予采纳。")


@pytest.mark.clause("ACL-2011:54")
@pytest.mark.history("P9.68")
def test_court_asked_before_the_demand_or_its_ten_working_days_is_refused():
    decision = fine.an_overdue_fine()
    assert refusal_of(fine.applied, decision).reason == "现在是“逾期未履行”，不能申请法院强制执行。"
    fine.demanded(decision)
    refusal = refusal_of(fine.applied, decision, fine.TENTH_DAY)
    assert refusal.reason == "催告书送达未满十日，不得申请强制执行。"
    assert fine.applied(decision, fine.APPLIED).status == "applied"


@pytest.mark.clause("ACL-2011:53")
@pytest.mark.history("P9.69")
def test_court_asked_before_the_terms_to_contest_are_over_is_refused():
    decision = fine.an_overdue_fine()
    fine.demanded(decision, date(2027, 4, 1))
    refusal = refusal_of(fine.applied, decision, fine.REMEDIES_END)
    assert refusal.reason == "当事人申请复议、提起诉讼的期限未满。"
    assert fine.applied(decision, fine.DEMANDED).status == "applied"


@pytest.mark.clause("ACL-2011:53")
@pytest.mark.clause("AJI-2018:156")
def test_court_asked_after_three_months_is_refused_without_a_reason():
    decision = a_demanded_fine()
    assert Clock.objects.get(kind="apply_for_court_execution_by").due_on == fine.COURT_ENDS
    late = date(2027, 8, 11)
    assert refusal_of(fine.applied, decision, late).reason == "已超过申请人民法院强制执行的期限。"
    fine.applied(decision, late, late_because="洪水中断办公。")
    assert "洪水中断办公" in str(Document.objects.get(kind="court_execution_application").sheet)


@pytest.mark.clause("ACL-2011:55.1")
@pytest.mark.clause("ACL-2011:55.2")
@pytest.mark.history("P9.70")
def test_application_without_a_paper_or_without_the_heads_seal_is_refused():
    decision = a_demanded_fine()
    short = refusal_of(fine.applied, decision, papers=[one for one in PAPERS if one != "statement"])
    assert short.reason == "申请强制执行材料不全。"
    assert refusal_of(fine.applied, decision, sealed=False).reason == "申请书未经机关负责人签名、盖章并注明日期。"
    by_handler = refusal_of(fine.applied, decision, actor=build.handler_of(decision.case))
    assert by_handler.reason == "您不能申请法院强制执行。"


@pytest.mark.clause("AJI-2018:155.1")
@pytest.mark.history("P9.71")
def test_court_asked_after_the_party_paid_is_refused():
    decision = a_demanded_fine()
    fine.paid(decision, 500000, date(2027, 5, 20))
    assert refusal_of(fine.applied, fine.fine_of(decision.case)).reason == "当事人已履行，不得申请强制执行。"


@pytest.mark.clause("APL-2021:73.1")
@pytest.mark.clause("ARL-2023:42")
def test_court_asked_while_execution_is_stayed_is_refused():
    assert refusal_of(fine.applied, a_demanded_fine(), stayed=True).reason == "已决定停止执行。"


@pytest.mark.clause("APL-2021:72.1.4")
@pytest.mark.history("P10.24")
def test_fine_with_its_capped_addition_goes_to_the_court_and_the_case_is_in_execution():
    decision = a_demanded_fine()
    fine.imposed(decision, date(2027, 5, 25))
    row = fine.applied(decision)
    decision = fine.fine_of(decision.case)
    assert (row.status, decision.case.status) == ("applied", "in_execution")
    assert not Clock.objects.filter(
        kind__in=("apply_for_court_execution_by", "demand_expires_on"), stopped_on=None
    ).exists()
    sheet = str(Document.objects.get(kind="court_execution_application").sheet)
    assert "共计10,000.00元" in sheet
    assert all(paper in sheet for paper in PAPERS.values())
    assert "2027年5月26日已申请人民法院强制执行" in fulfilment_of(decision)
    assert LedgerEntry.objects.filter(event="ExecutionMoved").last().clauses[:1] == ["APL-2021:72.1.4"]


@pytest.mark.clause("AJL-2017:45")
@pytest.mark.history("P10.25")
def test_after_an_upheld_reconsideration_the_three_months_run_from_fifteen_days_to_sue():
    """Received on 20 January 2027: fifteen days end on 4 February; three months on 4 May."""
    decision = fine.an_overdue_fine()
    remedy = contested(decision.case, day=date(2026, 12, 1))
    assert not Clock.objects.filter(kind="apply_for_court_execution_by", stopped_on=None).exists()
    ended(remedy, "upheld", day=date(2027, 1, 20), outcome_words="维持。")
    assert Clock.objects.get(kind="sue_after_reconsideration_by").due_on == date(2027, 2, 4)
    term = Clock.objects.get(kind="apply_for_court_execution_by", stopped_on=None)
    assert (term.started_on, term.due_on) == (date(2027, 2, 4), date(2027, 5, 4))
    decision = fine.fine_of(decision.case)
    fine.demanded(decision, date(2027, 1, 21))
    early = refusal_of(fine.applied, decision, date(2027, 2, 4))
    assert failing(early) == {} or "remedy_periods_over" in failing(early)
    assert fine.applied(decision, date(2027, 3, 1)).status == "applied"


@pytest.mark.clause("ACL-2011:53")
@pytest.mark.history("P9.69")
def test_court_asked_while_a_reconsideration_runs_is_refused():
    decision = a_demanded_fine()
    contested(decision.case, day=date(2027, 5, 12))
    assert refusal_of(fine.applied, fine.fine_of(decision.case)).reason == "当事人申请复议、提起诉讼的期限未满。"


@pytest.mark.clause("AJL-2017:95")
@pytest.mark.clause("AJI-2018:153.1")
def test_fine_that_was_judged_goes_by_the_judgment_and_not_the_other_way():
    decision = a_demanded_fine()
    remedy = contested(
        decision.case, kind="litigation", authority="示范县人民法院", number="（2027）示行初3号", day=date(2027, 5, 12)
    )
    ended(remedy, "upheld", day=date(2027, 7, 1), in_force=True, outcome_words="驳回诉讼请求。")
    decision = fine.fine_of(decision.case)
    refusal = refusal_of(fine.applied, decision, date(2027, 7, 5))
    assert (refusal.reason, refusal.clauses) == ("经过诉讼的应当依判决申请执行。", ("AJL-2017:95",))
    told = {
        "judgement": "（2027）示行初3号行政判决书",
        "stayed": False,
        "actor": fine.head_of(decision),
        "decision": decision,
    }
    for day in (date(2027, 7, 6), date(2099, 12, 31)):
        with build.on(date(2027, 7, 5)) as at:
            refusal = refusal_of(apply_for_judgement_execution, term_ended_on=day, at=at, **told)
        assert refusal.reason.endswith("还没有届满，不能申请执行。")
        assert (refusal.clauses, refusal.field) == (("AJL-2017:95",), "term_ended_on")
    with build.on(date(2029, 7, 2)) as at:
        assert (
            "已于2029-07-01届满"
            in refusal_of(apply_for_judgement_execution, term_ended_on=date(2027, 7, 1), at=at, **told).reason
        )
    with build.on(date(2027, 7, 5)) as at:
        row = apply_for_judgement_execution(term_ended_on=date(2027, 7, 1), at=at, **told)
    assert (row.status, fine.fine_of(decision.case).case.status) == ("judgement_execution", "in_execution")


@pytest.mark.clause("AJL-2017:95")
def test_fine_nobody_sued_about_has_no_judgment_to_go_by():
    decision = a_demanded_fine()
    with build.on(fine.APPLIED) as at:
        refusal = refusal_of(
            apply_for_judgement_execution, decision=decision, judgement="判决书", term_ended_on=fine.DEMANDED, stayed=False,
            actor=fine.head_of(decision), at=at,
        )  # fmt: skip
    assert refusal.reason == "没有已经生效的判决。"


@pytest.mark.clause("ACL-2011:57")
def test_court_accepts_rules_executes_and_the_money_ends_it():
    decision = a_fine_before_the_court()
    for answer, day in (("record_acceptance", 1), ("record_ruling", 9), ("record_court_execution", 10)):
        fine.answered(decision, answer, date(2027, 6, day))
    assert fine.execution(decision).status == "court_executing"
    fine.paid(decision, 500000, date(2027, 7, 1))
    decision = fine.fine_of(decision.case)
    assert (decision.case.status, fine.execution(decision).status) == ("fulfilled", "fulfilled")


@pytest.mark.clause("ACL-2011:56.2#apply")
def test_refusal_to_accept_may_be_taken_to_the_higher_court_within_fifteen_days_once():
    """Received on Monday 7 June 2027: the fifteenth day is 22 June."""
    decision = a_fine_before_the_court()
    fine.answered(decision, "record_non_acceptance", RECEIVED)
    assert Clock.objects.get(kind="contest_non_acceptance_by").due_on == date(2027, 6, 22)
    told = {
        "decision": decision,
        "court": "示范市中级人民法院",
        "reason": "材料齐全。",
        "actor": fine.head_of(decision),
    }
    with build.on(date(2027, 6, 23)) as at:
        assert refusal_of(ask_court_reconsideration, at=at, **told).reason == "超过申请复议的期限。"
    with build.on(date(2027, 6, 22)) as at:
        assert ask_court_reconsideration(at=at, **told).status == "reconsidering"
    assert not Clock.objects.filter(kind="contest_non_acceptance_by", stopped_on=None).exists()
    fine.answered(decision, "record_non_acceptance", date(2027, 7, 5))
    with build.on(date(2027, 7, 6)) as at:
        assert refusal_of(ask_court_reconsideration, at=at, **told).reason == "上一级人民法院已经复议。"


@pytest.mark.clause("ACL-2011:58.3")
def test_ruling_against_execution_may_be_taken_to_the_higher_court():
    decision = a_fine_before_the_court()
    fine.answered(decision, "record_acceptance", date(2027, 6, 1))
    fine.answered(decision, "record_refusing_ruling", RECEIVED)
    assert Clock.objects.get(kind="contest_refusing_ruling_by").due_on == date(2027, 6, 22)
    with build.on(date(2027, 6, 21)) as at:
        ask_court_reconsideration(
            decision=decision, court="示范市中级人民法院", reason="事实清楚。", actor=fine.head_of(decision), at=at
        )
    assert fine.answered(decision, "record_ruling", date(2027, 7, 9)).status == "ruled_yes"


@pytest.mark.clause("ACL-2011:56.1")
def test_answer_no_court_can_give_is_refused():
    decision = a_fine_before_the_court()
    assert refusal_of(fine.answered, decision, "fulfil_execution", RECEIVED).field == "answer"
    assert refusal_of(fine.answered, decision, "record_ruling", RECEIVED).reason.startswith(
        "现在是“已申请法院强制执行”"
    )


@pytest.mark.clause("AJI-2018:159")
def test_preservation_of_property_needs_evidence_of_evasion():
    decision = fine.an_overdue_fine()
    told = {"decision": decision, "property_words": "银行账户", "actor": fine.head_of(decision)}
    with build.on(date(2026, 12, 1)) as at:
        refusal = refusal_of(ask_for_property_preservation, evidence=" ", at=at, **told)
        assert (refusal.reason, refusal.clauses) == ("没有充分理由认为可能逃避执行。", ("AJI-2018:159",))
        ask_for_property_preservation(evidence="转让全部设备的合同。", at=at, **told)
    assert "转让全部设备" in str(Document.objects.get(kind="property_preservation_application").sheet)
    assert fine.execution(decision).status == "waiting"

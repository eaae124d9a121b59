"""A decision that fell is made anew from the step at fault, never the same again; a closed case is taken up on a new paper."""

from datetime import date

import pytest

from tests.builders import cases as build
from tests.builders import hearings
from tests.builders import legal_review as reviewing
from tests.builders.directory import an_account
from tests.builders.signing import all_signed
from tests.cases.refusing import asked, refusal_of
from tests.cases.test_remedies import contested, ended
from tests.cases.test_service_and_end import closed_case
from yangguang.base import verifying
from yangguang.base.models import LedgerEntry
from yangguang.cases.models import Clock, Remake
from yangguang.cases.rules.remaking import RemakeGround, RestartsAt, skips_the_fault
from yangguang.cases.use_cases.archive_file import archive_file
from yangguang.cases.use_cases.re_examine import re_examine
from yangguang.cases.use_cases.remake_decision import RemakePlan, remake_decision
from yangguang.cases.use_cases.reopen_case import reopen_case
from yangguang.cases.use_cases.request_hearing import request_hearing
from yangguang.records.api import attach_signed_page, documents_of

pytestmark = pytest.mark.django_db

ARCHIVED = date(2026, 11, 17)
AGAIN, TOLD_AGAIN = date(2026, 11, 19), date(2026, 11, 20)
HEARD_AGAIN, DECIDED_AGAIN = date(2026, 12, 7), date(2026, 12, 9)
SAME = "不得以同一事实和理由作出相同或者基本相同的行为。"


def a_fallen_case(outcome="ordered_to_remake"):
    return ended(contested(build.a_served_case()), outcome)


def an_archived_case():
    case = closed_case()
    documents_of(case.public_id).update(pages=1)
    all_signed(case, day=ARCHIVED, hour=8)
    with build.on(ARCHIVED) as at:
        archive_file(case_id=case.pk, actor=an_account(role="archivist", body=case.body), at=at)
    case.refresh_from_db()
    return case


def remade(case, *, day=AGAIN, actor=None, **changes):
    told = {
        "decision_ref": case.decisions.get().public_id,
        "ground": "facts",
        "restarts_at": "investigation",
        "plan": "重新核实。",
    }
    with build.on(day) as at:
        made = remake_decision(
            case_id=case.pk,
            plan=RemakePlan(**(told | changes)),
            actor=actor or build.person_of(case.body, "agency_head"),
            at=at,
        )
    case.refresh_from_db()
    return made


@pytest.mark.clause("ARL-2023:64.2")
@pytest.mark.parametrize(
    ("ground", "latest"),
    [("facts", "investigation"), ("law", "notice"), ("power", "notice"), ("unfit", "notice"), ("procedure", "review")],
)
def test_procedure_begins_at_the_step_at_fault_or_before_it(ground, latest):
    order = list(RestartsAt)
    for start in order:
        assert skips_the_fault(ground, start) == (order.index(start) > order.index(RestartsAt(latest)))


def test_every_ground_has_a_latest_step():
    assert all(not skips_the_fault(ground, RestartsAt.INVESTIGATION) for ground in RemakeGround)


@pytest.mark.clause("AJL-2017:71")
def test_remaking_that_skips_the_fault_is_refused_and_nothing_moves():
    case = a_fallen_case()
    refusal = refusal_of(remade, case, restarts_at="review")
    assert (refusal.reason, refusal.field) == ("应当自违法环节起重新进行。", "restarts_at")
    case.refresh_from_db()
    assert case.status == "annulled"


def test_remaking_from_the_investigation_takes_report_and_notices_out_of_force_and_runs_the_term_anew():
    case = a_fallen_case()
    made = remade(case)
    assert (case.status, case.outcome, case.decided_on, case.review_required) == ("opened", "", None, True)
    assert not case.reports.filter(superseded_on=None).exists()
    assert not case.notices.filter(superseded_on=None).exists()
    clock = Clock.objects.get(case=case, kind="decide_by", stopped_on=None)
    assert clock.started_on == date(2026, 11, 18)  # the day the paper came in
    assert documents_of(case.public_id).get(kind="remake_plan").volume == "side"
    entry = LedgerEntry.objects.get(event="RemakeBegun")
    assert (entry.facts["remake_ref"], entry.facts["restarts_at"]) == (made.public_id, "调查取证")


def test_term_the_paper_names_goes_before_the_usual_one():
    case = a_fallen_case()
    remade(case, decide_by=date(2027, 1, 15))
    assert Clock.objects.get(case=case, kind="decide_by", stopped_on=None).due_on == date(2027, 1, 15)


def test_day_that_has_passed_is_no_term():
    assert refusal_of(remade, a_fallen_case(), decide_by=date(2026, 11, 1)).field == "decide_by"


def test_decision_in_force_is_not_remade():
    assert refusal_of(remade, build.a_served_case()).field == "decision_ref"


def test_head_of_the_agency_begins_it_not_the_handler():
    case = a_fallen_case()
    assert "机关负责人" in refusal_of(remade, case, actor=build.handler_of(case)).remedy


def told_and_heard_again(case, **proposal):
    build.notice_given(case, day=TOLD_AGAIN, new_facts="", **proposal)
    build.served(case, "prior_notice", TOLD_AGAIN)
    with build.on(HEARD_AGAIN) as at:
        re_examine(case_id=case.pk, answers={}, actor=build.handler_of(case), at=at)
    case.refresh_from_db()
    build.drafted(case, day=HEARD_AGAIN, **proposal)
    case.refresh_from_db()


def asks_same(case):
    with build.on(DECIDED_AGAIN) as at:
        return asked("remake_not_same", case, act="decide_penalty", at=at)


@pytest.mark.history("P9.84")
@pytest.mark.clause("ARL-2023:64.2")
@pytest.mark.clause("AJL-2017:71")
def test_same_decision_on_the_same_facts_and_reasons_is_refused():
    case = a_fallen_case()
    remade(case, ground="unfit", restarts_at="notice")
    told_and_heard_again(case)
    verdict = asks_same(case)
    assert (verdict.reason, verdict.clauses[0]) == (SAME, "ARL-2023:64.2")
    build.drafted(case, day=HEARD_AGAIN, fine_fen=build.a_proposal()["fine_fen"] - 100)
    assert asks_same(case).holds


@pytest.mark.clause("AJI-2018:90")
@pytest.mark.parametrize(("ground", "start"), [("procedure", "notice"), ("unfit", "notice")])
def test_other_reasons_or_a_fault_of_procedure_allow_the_same_result(ground, start):
    case = a_fallen_case()
    remade(case, ground=ground, restarts_at=start)
    reasons = (
        {} if ground == "procedure" else {"reasons": "经重新核实裁量情节，理由如下：违法人数、持续时间均属较重情形。"}
    )
    told_and_heard_again(case, **reasons)
    assert asks_same(case).holds


def test_heavier_on_the_same_facts_is_refused():
    case = a_fallen_case()
    remade(case, ground="unfit", restarts_at="notice")
    told_and_heard_again(case, fine_fen=build.a_proposal()["fine_fen"] + 100)
    assert asks_same(case).reason.startswith("没有新的事实，重作的处罚不能更重：")


def test_case_annulled_for_its_procedure_is_decided_anew_after_a_review_of_its_own():
    case = a_fallen_case()
    first = case.decisions.get()
    remade(case, ground="procedure", restarts_at="notice")
    told_and_heard_again(case)
    assert refusal_of(build.decision_signed, case, day=DECIDED_AGAIN)
    review = reviewing.a_review(case, day=HEARD_AGAIN)
    reviewing.passed(review, day=DECIDED_AGAIN)
    case.refresh_from_db()
    build.decision_signed(case, day=DECIDED_AGAIN)
    case.refresh_from_db()
    second = case.decisions.order_by("-pk").first()
    assert (case.status, second.status) == ("decided", "decided")
    assert second.number != first.number
    assert [faults for _, _, faults in verifying.run({"legal_review", "decisions_on_record"}) if faults] == []


@pytest.mark.history("P10.41")
def test_archived_case_whose_decision_was_annulled_is_reopened_and_its_archive_stays():
    case = an_archived_case()
    papers = list(documents_of(case.public_id).values_list("public_id", "sheet"))
    ended(contested(case, day=AGAIN), "annulled", day=AGAIN)
    assert case.status == "archived"
    with build.on(AGAIN, 16) as at:
        reopen_case(
            case_id=case.pk, paper="示政复决字〔2026〕第12号", reason="决定被撤销。",
            actor=build.person_of(case.body, "agency_head"), at=at,
        )  # fmt: skip
    case.refresh_from_db()
    assert case.status == "annulled"
    assert list(documents_of(case.public_id).values_list("public_id", "sheet"))[: len(papers)] == papers
    assert Remake.objects.count() == 0


def test_closed_case_whose_decision_stands_is_not_reopened():
    case = an_archived_case()
    with build.on(AGAIN, 16) as at:
        told = {
            "case_id": case.pk,
            "paper": "来信",
            "reason": "想重新处理。",
            "actor": build.person_of(case.body, "agency_head"),
        }
        assert refusal_of(reopen_case, at=at, **told).reason == "没有重新启动的依据。"


@pytest.mark.history("P10.40")
@pytest.mark.clause("AJI-2018:90")
def test_decision_a_court_annulled_for_its_procedure_is_made_the_same_after_a_hearing():
    case = build.a_served_case()
    told = {"kind": "litigation", "authority": "示范县人民法院", "number": "（2026）示行初3号"}
    ended(contested(case, **told), "ordered_to_remake", in_force=True)
    remade(case, ground="procedure", restarts_at="notice", plan="告知听证权利，重新听证。")
    build.notice_given(case, day=TOLD_AGAIN, hearing_told=True)
    build.served(case, "prior_notice", TOLD_AGAIN)
    asked_on, held_on = date(2026, 11, 23), date(2026, 12, 4)
    with build.on(asked_on) as at:
        notice = case.notices.get(superseded_on=None)
        request_hearing(case_id=case.pk, notice_ref=notice.public_id, actor=build.handler_of(case), at=at)
    hearings.notified(case, day=asked_on, set_for=held_on)
    build.served(case, "notice_of_hearing", asked_on)
    hearings.held(case, day=held_on, points=())
    with build.on(held_on, 17) as at:
        attach_signed_page(
            document_id=case.hearings.get().record_id, content=build.PAGE, file_name="笔录.pdf",
            actor=build.handler_of(case), at=at,
        )  # fmt: skip
    with build.on(HEARD_AGAIN) as at:
        re_examine(case_id=case.pk, answers={}, actor=build.handler_of(case), at=at)
    build.drafted(case, day=HEARD_AGAIN)
    case.refresh_from_db()
    reviewing.passed(reviewing.a_review(case, day=HEARD_AGAIN), day=DECIDED_AGAIN)
    case.refresh_from_db()
    build.decision_signed(case, day=DECIDED_AGAIN)
    first, second = case.decisions.order_by("pk")
    assert (first.status, second.status, case.status) == ("annulled", "decided", "decided")
    assert (first.fine_fen, first.content["reasons"]) == (second.fine_fen, second.content["reasons"])

"""A whole round of case-file evaluation, and what may not happen in it."""

from datetime import date

import pytest

from tests.builders import evaluations as build
from tests.builders.cases import on, person_of
from yangguang.base.local_values import NAMES
from yangguang.base.models import LedgerEntry, LocalValue
from yangguang.kernel.refusal import Refused
from yangguang.records.api import documents_of
from yangguang.supervision.models import EvaluationStandard, FixingOrder
from yangguang.supervision.plugs import evaluations
from yangguang.supervision.rules.scoring import Deduction, VetoAnswer
from yangguang.supervision.standings import standings
from yangguang.supervision.use_cases.assign_rechecker import assign_rechecker
from yangguang.supervision.use_cases.cancel_round import cancel_round
from yangguang.supervision.use_cases.finalise_round import finalise_round
from yangguang.supervision.use_cases.give_feedback import give_feedback
from yangguang.supervision.use_cases.object_score import object_score
from yangguang.supervision.use_cases.order_fixing import order_fixing
from yangguang.supervision.use_cases.propose_result import propose_result
from yangguang.supervision.use_cases.publish_result import publish_result
from yangguang.supervision.use_cases.recheck_file import recheck_file
from yangguang.supervision.use_cases.report_fixing import report_fixing
from yangguang.supervision.use_cases.return_proposal import return_proposal
from yangguang.supervision.use_cases.score_file import score_file
from yangguang.supervision.use_cases.settle_veto import settle_veto
from yangguang.supervision.use_cases.verify_fixing import verify_fixing

pytestmark = [pytest.mark.django_db, pytest.mark.duty("R13")]


def test_round_goes_from_plan_to_published_result_and_leaves_its_papers():
    order = build.an_order(reported=True)
    found, body = order.file.evaluation, order.file.evaluation.body
    with on(build.FINAL, 15) as at:
        verify_fixing(order=order, fixed=True, verdict="已核查。", actor=build.leader(body), at=at)
        found.refresh_from_db()
        assert found.state == "verified"
        publish_result(evaluation=found, actor=build.head(body), at=at)

    found.refresh_from_db()
    assert (found.state, found.finalised_on) == ("closed", build.FINAL)
    titles = [one.title for one in documents_of(found.public_id)]
    assert titles == [
        "案卷评查方案", "案卷抽取记录", "案卷评查表（第1卷）", f"案卷评查反馈意见（{body.name}）", "案卷评查通报",
        "案卷整改通知（第1卷）",
    ]  # fmt: skip
    file = build.the_file(found)
    assert (file.state, file.score, file.grade) == ("final", 980, "优秀")
    assert list(evaluations()) == []
    with on(build.FINAL, 16):
        assert [one.done for one in standings(build.leader(body), 2026)] == [True]


def test_round_that_is_cancelled_leaves_the_yearly_duty_open():
    found = build.a_planned_round()
    with on(build.DRAWN) as at:
        with pytest.raises(Refused, match="这一步由组织机关的负责人办理"):
            cancel_round(evaluation=found, reason="改期", actor=build.leader(found.body), at=at)
        cancel_round(evaluation=found, reason="改期", actor=build.head(found.body), at=at)
        assert [(one.done, one.rounds) for one in standings(build.leader(found.body), 2026)] == [(False, ())]


@pytest.mark.parametrize("name", build.TERMS)
def test_round_is_not_planned_before_the_terms_are_set(name, monkeypatch):
    body = build.an_agency_with_files()
    monkeypatch.setattr(build, "TERMS", {})
    standard = build.a_standard(body)
    LocalValue.objects.filter(name=name).delete()
    with pytest.raises(Refused, match=f"还没有设定“{NAMES[name]}”"):
        build.a_proposed_round(body, standard=standard)


def test_round_is_planned_by_the_sheet_in_force_alone():
    body = build.an_agency_with_files()
    first = build.a_standard(body)
    second = build.a_standard(body, title="第二版")
    first.refresh_from_db()
    assert (first.state, second.state, second.version) == ("superseded", "in_force", 2)
    with pytest.raises(Refused, match="评查标准不是现行版本"):
        build.a_proposed_round(body, standard=first)


def test_sheet_waits_for_the_head_and_comes_back_with_a_reason():
    body = build.an_agency_with_files()
    waiting = build.a_standard(body, adopted=False)
    with pytest.raises(Refused, match="已经有一版在等候审定"):
        build.a_standard(body)
    with on(build.PLANNED, 12) as at:
        return_proposal(about=waiting, reason="分值不对", actor=build.head(body), at=at)
    assert EvaluationStandard.objects.get().state == "returned"
    assert build.a_standard(body).version == 2


@pytest.mark.history("P9.89")
@pytest.mark.clause("APL-2021:74.3")
def test_plan_that_ranks_by_fines_is_refused():
    with pytest.raises(Refused, match="不得按罚没数额给单位或者个人排名"):
        build.a_proposed_round(scheme="各科室按罚款数额排名通报。")


@pytest.mark.history("I.65")
def test_nobody_evaluates_a_file_they_had_a_part_in():
    body = build.an_agency_with_files()
    handler = person_of(body, "case_handler")
    with pytest.raises(Refused, match=f"{handler.name}参与过该案办理或者审核，不得评查。"):
        build.an_assigned_round(body, by=handler)
    with pytest.raises(Refused, match="参与过该案办理或者审核，不得评查。"):
        build.an_assigned_round(body, by=person_of(body, "unit_head"))


@pytest.mark.history("I.65")
def test_sheet_with_an_unanswered_veto_or_an_unexplained_deduction_is_refused():
    file = build.the_file(build.a_round_to_score())
    with on(build.SCORED) as at:
        told = {"file": file, "actor": file.evaluator, "at": at}
        with pytest.raises(Refused, match="否决项尚未逐项核查。"):
            score_file(answers=build.unvetoed(file)[1:], deductions=[], **told)
        with pytest.raises(Refused, match="扣分没有写明页码、事实和标准条目。"):
            score_file(answers=build.unvetoed(file), deductions=[Deduction("1.1", 10, "", "没有签名")], **told)
        with pytest.raises(Refused, match="扣分没有写明页码、事实和标准条目。"):
            score_file(answers=[VetoAnswer("V1", True), *build.unvetoed(file)[1:]], deductions=[], **told)
        with pytest.raises(Refused, match="分值超出该部分范围。"):
            score_file(answers=build.unvetoed(file), deductions=[Deduction("1.1", 31, "第1页", "没有审批")], **told)
        with pytest.raises(Refused, match="这一卷没有分派给您。"):
            score_file(answers=build.unvetoed(file), deductions=[], **(told | {"actor": build.leader(file.body)}))
    assert not file.sheets.exists()


@pytest.mark.history("O.32")
@pytest.mark.history("I.65")
def test_perfect_file_is_vetoed_by_two_and_has_no_points():
    file = build.the_file(build.a_round_to_score())
    sheet = build.scored(file, failed="V2")
    file.refresh_from_db()
    assert (sheet.score, file.state, file.score) == (0, "veto_claimed", None)
    with on(build.SCORED, 11) as at:
        with pytest.raises(Refused, match="还有1卷没有评完"):
            give_feedback(evaluation=file.evaluation, actor=build.leader(file.body), at=at)
        settle_veto(file=file, confirms=True, actor=build.witness(file.body), at=at)
    file.refresh_from_db()
    assert (file.state, file.score, file.grade) == ("vetoed", 0, "不合格")


def test_whoever_claims_a_veto_does_not_confirm_it_and_a_no_needs_a_reason():
    body = build.an_agency_with_files()
    file = build.the_file(build.a_round_to_score(body, by=build.witness(body)))
    build.scored(file, failed="V2")
    with on(build.SCORED, 11) as at:
        with pytest.raises(Refused, match="否决项应当由两人确认。"):
            settle_veto(file=file, confirms=True, actor=build.witness(body), at=at)
        with pytest.raises(Refused, match="理由"):
            settle_veto(file=file, confirms=False, actor=build.leader(body), at=at)
        settle_veto(file=file, confirms=False, reason="当天有两人签名", actor=build.leader(body), at=at)
    file.refresh_from_db()
    assert file.state == "drawn"
    assert build.scored(file).number == 2


@pytest.mark.history("I.66")
def test_grade_is_not_final_before_feedback_objections_and_their_time():
    found = build.a_scored_round()
    body = found.body
    with on(build.TOLD) as at, pytest.raises(Refused, match="结果尚未反馈被评查单位，不得定档。"):
        finalise_round(evaluation=found, opinion="", actor=build.head(body), at=at)
    with on(build.TOLD) as at:
        found = give_feedback(evaluation=found, actor=build.leader(body), at=at)
        assert found.objections_until == date(2026, 11, 27)
        with pytest.raises(Refused, match="异议期未满（至2026年11月27日）"):
            propose_result(evaluation=found, summary="好", actor=build.leader(body), at=at)
    file = build.the_file(found)
    with on(build.TOLD, 15) as at:
        object_score(file=file, reason="第15页写了理由", actor=person_of(body, "unit_head"), at=at)
    with on(build.FINAL) as at, pytest.raises(Refused, match="异议尚未答复。"):
        propose_result(evaluation=found, summary="好", actor=build.leader(body), at=at)
    with on(build.FINAL) as at, pytest.raises(Refused, match="异议尚未答复。"):
        finalise_round(evaluation=found, opinion="", actor=build.head(body), at=at)


def test_objection_is_answered_by_another_evaluator_and_both_scores_stay():
    found = build.a_told_round()
    body, file = found.body, build.the_file(found)
    other = build.evaluator(body, "邵平")
    with on(build.TOLD, 15) as at:
        with pytest.raises(Refused, match="提出异议的是被评查单位。"):
            object_score(file=file, reason="不服", actor=file.evaluator, at=at)
        object_score(file=file, reason="第15页写了理由", actor=person_of(body, "unit_head"), at=at)
        with pytest.raises(Refused, match="复评应当由另一名评查人进行"):
            assign_rechecker(file=file, evaluator=file.evaluator, actor=build.leader(body), at=at)
        assign_rechecker(file=file, evaluator=other, actor=build.leader(body), at=at)
        file.refresh_from_db()
        with pytest.raises(Refused, match="这一卷没有分派给您。"):
            recheck_file(
                file=file, answer="维持", answers=build.unvetoed(file), deductions=[], actor=file.evaluator, at=at
            )
        recheck_file(
            file=file, answer="确有理由，改为不扣分。", answers=build.unvetoed(file), deductions=[], actor=other, at=at
        )
    found.refresh_from_db()
    file.refresh_from_db()
    assert (found.state, file.state, file.score) == ("feedback", "rechecked", 1000)
    assert list(file.sheets.values_list("number", "score")) == [(1, 980), (2, 1000)]
    assert file.objections.get().answer == "确有理由，改为不扣分。"


def test_objection_after_its_last_day_is_refused():
    file = build.the_file(build.a_told_round())
    with on(date(2026, 11, 28)) as at, pytest.raises(Refused, match="异议期已过（至2026年11月27日）。"):
        object_score(file=file, reason="不服", actor=person_of(file.body, "unit_head"), at=at)


def test_result_altered_since_it_was_put_before_the_head_is_not_final():
    found = build.a_proposed_result()
    found.files.update(score=1000)
    with pytest.raises(Refused, match="评查结果与提请时不一致，不能定档。"):
        build.finalised(found)


def test_archived_file_is_put_right_by_an_added_note_alone():
    order = build.an_order()
    order.file.case.__class__.objects.filter(pk=order.file.case_id).update(status="archived")
    unit_head = person_of(order.file.body, "unit_head")
    told = {"order": order, "report": "补充了页码。", "evidence": "目录", "actor": unit_head}
    with on(build.FINAL, 14) as at:
        with pytest.raises(Refused, match="案卷已归档，整改只能追加说明，不得改动原件。"):
            report_fixing(changes_file=True, at=at, **told)
        report_fixing(changes_file=False, at=at, **told)
    assert FixingOrder.objects.get().reported_by_name == unit_head.name


def test_what_was_not_put_right_stays_with_supervision_and_nobody_verifies_their_own_report():
    order = build.an_order()
    body = order.file.body
    with on(build.FINAL, 14) as at:
        with pytest.raises(Refused, match="报告整改的是被评查单位"):
            report_fixing(order=order, report="改了", evidence="目录", actor=order.file.evaluator, at=at)
        report_fixing(order=order, report="改了", evidence="目录", actor=build.witness(body), at=at)
    with on(build.FINAL, 15) as at:
        with pytest.raises(Refused, match="核查的人应当是报告人以外的人"):
            verify_fixing(order=order, fixed=True, verdict="已核", actor=build.witness(body), at=at)
        with pytest.raises(Refused, match="组织评查的是"):
            verify_fixing(order=order, fixed=True, verdict="已核", actor=person_of(body, "unit_head"), at=at)
        verify_fixing(order=order, fixed=False, verdict="没有说明", actor=build.leader(body), at=at)
        with pytest.raises(Refused, match="评查现在是“整改已核”"):
            verify_fixing(order=order, fixed=True, verdict="已核", actor=build.leader(body), at=at)
    assert LedgerEntry.objects.get(event="FixingVerified").facts["fixed"] is False


def test_second_order_for_a_file_and_an_order_before_the_grade_is_final_are_refused():
    told = build.a_told_round()
    with on(build.TOLD) as at, pytest.raises(Refused, match="不能责令整改"):
        order_fixing(file=build.the_file(told), demand="改", actor=build.head(told.body), at=at)


@pytest.mark.clause("APL-2021:74.3")
def test_result_that_names_a_party_is_not_published():
    found = build.a_final_round()
    party = build.the_file(found).case.parties.get().name
    type(found).objects.filter(pk=found.pk).update(summary=f"{party}一案说理不足。")
    with on(build.FINAL, 15) as at, pytest.raises(Refused, match="不能公布"):
        publish_result(evaluation=found, actor=build.head(found.body), at=at)

"""Penalties on the spot, row by row of law/stages-penalty §3: what each act does, and its exact refusals."""

from datetime import date

import pytest

from tests.builders import summary as build
from tests.builders.cases import an_open_case, officers_of, on, person_of
from tests.builders.directory import an_officer
from tests.cases.refusing import failing, refusal_of
from yangguang.base import local_values
from yangguang.base.models import LedgerEntry
from yangguang.cases.models import Case, Clock
from yangguang.cases.use_cases.annul_decision import annul_decision
from yangguang.cases.use_cases.interview import interview
from yangguang.kernel.credit_codes import check_character
from yangguang.records.api import documents_of, evidence_of, sheet_of

pytestmark = pytest.mark.django_db


def words_of(document):
    return sheet_of(document).to_json()


def the_paper(case):
    return documents_of(case.public_id).get(kind="on_the_spot_penalty_decision")


def clock_of(case, kind):
    return case.clocks.get(kind=kind)


@pytest.mark.clause("APL-2021:52.1")
def test_scene_is_a_case_of_its_own_with_certificates_record_and_no_term_of_ordinary_procedure():
    case = build.a_case_on_the_spot(until="on_scene")
    assert (case.kind, case.status, case.title) == ("summary", "on_scene", "违法延长劳动者工作时间")
    assert case.number == "示人社监简〔2026〕1号"
    assert [one["name"] for one in case.on_the_spot.certificates] == ["陈立", "周敏"]
    record = documents_of(case.public_id).get(kind="on_the_spot_record")
    assert all(one["number"] in words_of(record) for one in case.on_the_spot.certificates)
    assert [one.name for one in evidence_of(case.public_id)] == ["现场笔录"]
    assert [one.kind for one in Clock.objects.filter(case=case)] == ["next_step_by"]
    assert LedgerEntry.objects.filter(event="OnTheSpotBegun", subject_ref=case.public_id).count() == 1


@pytest.mark.clause("APL-2021:51#citizen")
def test_facts_that_are_not_certain_are_refused():
    refusal = refusal_of(build.begun, build.a_summary_agency(), facts_certain=False)
    assert (refusal.reason, refusal.field) == ("违法事实不确凿，不适用简易程序。", "facts_certain")
    assert not Case.objects.exists()


REFUSED_BEGINNINGS = [
    ({"certificate_shown": False}, "未记录主动出示执法证件。"),
    ({"violation_code": "LD-08"}, "责令限期改正尚未送达或者期限未满，不得处罚。"),
    ({"began_on": date(2024, 1, 5), "ended_on": date(2024, 3, 1)}, "违法行为超过追究时效。"),
    ({"violation_code": "LD-99"}, "违法行为不在施行中的裁量基准和执法事项清单内。"),
    ({"began_on": date(2026, 5, 9)}, "违法行为的日期不能晚于今天，终了日不能早于发生日。"),
]


@pytest.mark.parametrize(("facts", "reason"), REFUSED_BEGINNINGS)
def test_beginning_on_the_spot_is_refused(facts, reason):
    assert refusal_of(build.begun, build.a_summary_agency(), **facts).reason == reason


@pytest.mark.clause("APL-2021:42.1#officers")
@pytest.mark.history("P9.2")
def test_one_officer_on_the_scene_is_refused():
    body = build.a_summary_agency()
    assert refusal_of(build.begun, body, officers=officers_of(body)[:1]).reason == "执法人员少于两人。"


@pytest.mark.clause("APL-2021:42.1#qualified")
@pytest.mark.history("P9.3")
def test_certificate_that_ended_the_day_before_is_refused():
    body = build.a_summary_agency()
    late = an_officer(body=body, named="魏岚", valid_until=date(2026, 5, 7))
    refusal = refusal_of(build.begun, body, officers=[officers_of(body)[0], late])
    assert refusal.reason.startswith("执法人员魏岚的执法证件在2026年5月8日无效或者不含本类别、本区域")


def test_officer_who_was_not_there_does_not_begin():
    body = build.a_summary_agency()
    others = [an_officer(body=body, named=name) for name in ("魏岚", "许安")]
    assert refusal_of(build.begun, body, officers=others).reason == "当场处罚由在场的执法人员办理。"


WRONG_PAPERS = [
    (lambda: build.a_shop(code=""), "请查验并填写当事人的姓名或者名称、证件号码或者统一社会信用代码。"),
    (lambda: build.a_person(code="419901199001050011"), ""),
    (lambda: build.a_shop(code="9199" + "0" * 13 + check_character("9199" + "0" * 13)[:0] + "Z"), ""),
]


@pytest.mark.clause("APL-2021:52.2")
@pytest.mark.parametrize(("party", "reason"), WRONG_PAPERS)
def test_party_whose_papers_cannot_be_right_is_refused(party, reason):
    refusal = refusal_of(build.begun, build.a_summary_agency(), party=party())
    assert refusal.field == "party_code"
    assert refusal.reason == reason or not reason


@pytest.mark.clause("APL-2021:44")
def test_notice_on_the_spot_tells_penalty_facts_reasons_basis_and_rights():
    case = build.a_case_on_the_spot(until="notified")
    notice = case.notices.get()
    assert (case.status, notice.served_on, notice.fine_fen) == ("notified", build.MET, 60000)
    assert notice.content["rights"] == ["陈述", "申辩"]
    refusal = refusal_of(build.notified, build.begun(case.body, party=build.a_shop(2)), reasons=" ")
    assert refusal.reason == "告知内容不完整：缺少理由。"


@pytest.mark.clause("APL-2021:34")
def test_fine_outside_what_the_law_allows_for_the_violation_is_refused():
    case = build.a_case_on_the_spot(until="on_scene")
    refusal = refusal_of(build.notified, case, fine_fen=160000)
    assert refusal.reason == "罚款 1,600.00 元超出法定幅度 300.00—1,500.00 元。"


@pytest.mark.clause("APL-2021:45.1")
def test_what_the_party_says_is_answered_and_stands_in_the_decision():
    case = build.a_case_on_the_spot(until="notified")
    build.heard(case, answered="points", opinion="员工自愿加班。", adopted=True, re_examined="已付加班费，酌情从轻。")
    build.penalised(case, fine_fen=30000)
    told = words_of(the_paper(case))
    assert "员工自愿加班。" in told
    assert "已付加班费，酌情从轻。" in told
    assert case.decisions.get().fine_fen == 30000


REFUSED_HEARINGS = [
    ({"needs_investigation": True}, "需要进一步调查，应当转普通程序。"),
    ({"answered": "points", "opinion": "不是本店员工。"}, "当事人的陈述申辩尚未复核。"),
    ({"answered": ""}, "请写明当事人是否陈述、申辩。只有沉默不是放弃。"),
]


@pytest.mark.clause("APL-2021:45.1")
@pytest.mark.parametrize(("facts", "reason"), REFUSED_HEARINGS)
def test_hearing_the_party_is_refused(facts, reason):
    assert refusal_of(build.heard, build.a_case_on_the_spot(until="notified"), **facts).reason == reason


@pytest.mark.clause("APL-2021:62")
def test_express_waiver_counts_as_heard_and_silence_does_not():
    case = build.a_case_on_the_spot(until="notified")
    assert refusal_of(build.penalised, case).reason == "未当场告知并听取陈述申辩。"
    build.heard(case, answered="waived")
    assert case.notices.get().statement_waived_on == build.MET
    assert build.penalised(case).number == "示人社监简罚字〔2026〕第1号"


@pytest.mark.clause("APL-2021:51#citizen")
@pytest.mark.history("P9.45")
@pytest.mark.parametrize(("fen", "allowed"), [(20000, True), (20100, False)])
def test_citizen_is_fined_on_the_spot_up_to_two_hundred_yuan(fen, allowed):
    case = build.on_its_way(build.a_summary_agency(), until="heard", fine_fen=fen, party=build.a_person())
    if allowed:
        assert build.penalised(case, fine_fen=fen).fine_fen == fen
    else:
        assert refusal_of(build.penalised, case, fine_fen=fen).reason == "不符合简易程序适用条件，应当适用普通程序。"


@pytest.mark.clause("APL-2021:51#organisation")
@pytest.mark.history("P9.45")
@pytest.mark.parametrize(("fen", "allowed"), [(300000, True), (300100, False)])
def test_organisation_is_fined_on_the_spot_up_to_three_thousand_yuan(fen, allowed):
    case = build.notified(build.a_case_on_the_spot(until="on_scene"), fine_fen=fen, workers=10)
    build.heard(case)
    if allowed:
        assert build.penalised(case, fine_fen=fen).fine_fen == fen
    else:
        assert refusal_of(build.penalised, case, fine_fen=fen).reason == "不符合简易程序适用条件，应当适用普通程序。"


@pytest.mark.clause("APL-2021:51#organisation")
@pytest.mark.history("P9.45")
@pytest.mark.parametrize("kind", ["confiscation_of_gains", "licence_revocation", "public_criticism"])
def test_nothing_but_warning_and_fine_is_decided_on_the_spot(kind):
    case = build.heard(build.notified(build.a_case_on_the_spot(until="on_scene"), penalties=[kind], fine_fen=0))
    refusal = refusal_of(build.penalised, case, penalties=(kind,), fine_fen=0)
    assert refusal.reason == "不符合简易程序适用条件，应当适用普通程序。"


@pytest.mark.clause("APL-2021:29#no_second_fine")
@pytest.mark.history("P9.46")
def test_one_act_is_not_split_into_two_decisions_on_the_spot():
    body = build.a_summary_agency()
    build.on_its_way(body, until="delivered", fine_fen=60000)
    second = build.on_its_way(body, until="heard", fine_fen=60000)
    told = failing(refusal_of(build.penalised, second))
    assert told["not_split"].reason == "同一违法行为不得拆分适用简易程序。"
    assert told["not_double_fined"].reason == "同一违法行为已被罚款，不得再次罚款。"


@pytest.mark.clause("APL-2021:51#citizen")
@pytest.mark.history("P9.46")
def test_items_of_one_check_that_pass_the_limit_together_are_not_split():
    body, person = build.a_summary_agency(), build.a_person()
    build.on_its_way(body, until="delivered", fine_fen=15000, party=person)
    other = build.begun(body, party=person, began_on=date(2025, 9, 1), ended_on=date(2025, 9, 30))
    build.heard(build.notified(other, fine_fen=15000, workers=1))
    assert refusal_of(build.penalised, other, fine_fen=15000).reason == "同一违法行为不得拆分适用简易程序。"
    build.notified(small := build.begun(body, party=build.a_shop(9)), fine_fen=30000)
    assert build.penalised(build.heard(small), fine_fen=30000).fine_fen == 30000


@pytest.mark.clause("ARL-2023:23.1.1")
@pytest.mark.history("P9.47")
def test_decision_names_reconsideration_first_and_the_court_only_after_it():
    case = build.a_case_on_the_spot(until="decided")
    told = words_of(the_paper(case))
    assert "不服本决定的，应当先申请行政复议：自收到本决定书之日起60日内，向示范县人民政府申请。" in told
    assert "对行政复议决定不服的，自收到复议决定书之日起15日内，向示范县人民法院提起行政诉讼。" in told
    assert not case.clocks.filter(kind="sue_by").exists()


@pytest.mark.clause("ARL-2023:23.2")
@pytest.mark.history("P9.47")
def test_decision_that_says_one_may_sue_at_once_is_refused():
    case = build.a_case_on_the_spot(until="heard")
    refusal = refusal_of(build.penalised, case, rectification=build.ORDERED | {"note": "不服的可以直接向法院起诉。"})
    assert refusal.reason == "当场处罚应当告知先申请行政复议。"


@pytest.mark.clause("APL-2021:28.1")
def test_decision_on_the_spot_without_an_order_to_rectify_is_refused():
    case = build.a_case_on_the_spot(until="heard")
    assert refusal_of(build.penalised, case, rectification={}).reason == "实施行政处罚应当责令改正或者限期改正。"


@pytest.mark.clause("APL-2021:45.2")
@pytest.mark.history("P9.25")
def test_heavier_than_told_is_refused_on_the_spot():
    case = build.a_case_on_the_spot(until="heard")
    told = failing(refusal_of(build.penalised, case, fine_fen=90000))
    assert told["not_heavier"].reason.endswith("不得因当事人陈述申辩给予更重的处罚。")


@pytest.mark.clause("APL-2021:30#no_penalty_age")
@pytest.mark.history("P9.13")
def test_child_is_not_penalised_on_the_spot():
    child = "41990120130105001"
    person = build.a_person(
        name="小康", code=child + __import__("yangguang.kernel.person_ids", fromlist=["x"]).check_character(child + "0")
    )
    case = build.on_its_way(build.a_summary_agency(), until="heard", fine_fen=10000, party=person)
    assert refusal_of(build.penalised, case, fine_fen=10000).reason == "当事人依法不予行政处罚。"


@pytest.mark.clause("APL-2021:52.2")
def test_decision_on_the_spot_says_everything_the_law_asks_for():
    case = build.a_case_on_the_spot(until="decided")
    decision, told = case.decisions.get(), words_of(the_paper(case))
    for said in ("2026年5月8日9时0分", "示范县人民路12号后厨", "人民币600.00元（大写：陆佰元整）", "违法行为：", "执法人员",
                 "示范县农村商业银行", "3%加处罚款", *(one["number"] for one in case.on_the_spot.certificates)):  # fmt: skip
        assert said in told, said
    assert (decision.kind, case.outcome, case.decided_on) == ("on_the_spot_penalty", "penalty", build.MET)
    assert sheet_of(the_paper(case)).number == decision.number


@pytest.mark.clause("FCS-1997:7.1")
@pytest.mark.history("P9.42")
def test_fine_on_the_spot_without_a_collecting_agent_is_refused():
    body = build.a_summary_agency(without=("collecting_agent",))
    case = build.on_its_way(body, until="heard")
    assert refusal_of(build.penalised, case).reason == "罚款决定书未载明代收机构、数额、期限和是否加处罚款。"


@pytest.mark.clause("LSP-2004:32")
def test_labour_decision_is_filed_within_two_days_and_no_workday_is_spared():
    case = build.a_case_on_the_spot(until="decided")
    assert clock_of(case, "hand_over_papers_by").due_on == date(2026, 5, 10)


@pytest.mark.clause("APL-2021:52.1")
def test_signed_for_or_noted_refusal_is_delivery_and_neither_is_refused():
    body = build.a_summary_agency()
    case = build.on_its_way(body, until="decided")
    for wrong in ({"recipient": ""}, {"refused_to_sign": True}):
        assert refusal_of(build.delivered, case, **wrong).reason == "当场处罚决定书应当当场交付，拒签的应当注明。"
    case = build.delivered(case, refused_to_sign=True, refusal_note="孟广文拒绝签收，两名执法人员注明。")
    assert (case.status, case.decisions.get().status) == ("delivered", "served")
    assert case.services.get().refusal == "拒绝签收，已在决定书上注明：孟广文拒绝签收，两名执法人员注明。"


@pytest.mark.clause("APL-2021:52.1")
def test_decision_handed_over_on_another_day_is_refused():
    case = build.a_case_on_the_spot(until="decided")
    refusal = refusal_of(build.delivered, case, day=date(2026, 5, 9), recipient="孟广文")
    assert refusal.reason == "当场处罚决定书应当当场交付，拒签的应当注明。"


@pytest.mark.clause("APL-2021:67.3", "ARL-2023:20.1")
def test_payment_and_reconsideration_run_from_delivery():
    case = build.a_case_on_the_spot()
    assert clock_of(case, "pay_by").due_on == date(2026, 5, 25)  # the fifteenth day is a Saturday
    assert clock_of(case, "apply_for_reconsideration_by").due_on == date(2026, 7, 7)


def test_form_written_wrongly_is_voided_before_delivery_and_another_is_taken():
    case = build.a_case_on_the_spot(until="decided")
    void(case, "金额写错。")
    case.refresh_from_db()
    assert (case.status, case.outcome, case.decisions.get().status) == ("notified", "", "voided")
    assert build.penalised(case, fine_fen=50000).number == "示人社监简罚字〔2026〕第2号"


def void(case, reason, day=build.MET):
    from yangguang.cases.use_cases.void_on_the_spot_decision import void_on_the_spot_decision

    with on(day, 11) as at:
        return void_on_the_spot_decision(case_id=case.pk, reason=reason, actor=build.actor_of(case.body), at=at)


def test_decision_in_the_partys_hands_is_not_voided():
    assert "不能作废决定书" in refusal_of(void, build.a_case_on_the_spot(), "金额写错。").reason


def test_act_of_ordinary_procedure_in_a_case_on_the_spot_is_refused():
    case = build.a_case_on_the_spot(until="notified")
    with on(build.MET, 12) as at:
        refusal = refusal_of(
            interview, case_id=case.pk, person="孟广文", person_role="party", place="后厨", ended_at=at.occurred_at,
            questions=[("？", "。")], officers=officers_of(case.body), certificate_shown=True, proves="。",
            actor=build.actor_of(case.body), at=at,
        )  # fmt: skip
    assert refusal.reason == "这件案件属于简易程序，没有这一步。"


def test_act_on_the_spot_in_a_case_of_ordinary_procedure_is_refused():
    case = an_open_case(body=build.a_summary_agency())
    assert refusal_of(build.notified, case).reason == "这件案件不适用简易程序。"


@pytest.mark.clause("APL-2021:52.3")
def test_decision_of_another_field_waits_for_the_local_term_of_filing():
    body = build.a_summary_agency()
    case = build.on_its_way(body, until="heard")
    Case.objects.filter(pk=case.pk).update(field="住房和城乡建设")
    with on(build.MET, 11):
        assert "当场处罚报备期限" in failing_local(case)
    local_values.set_value(
        "on_the_spot_filing_workdays", 2, chain=body.public_id, source="示范省规定", in_force=date(2026, 1, 5), by_name="系统管理员",
    )  # fmt: skip


def failing_local(case):
    from yangguang.cases.use_cases import run_clocks

    case.refresh_from_db()
    return refusal_of(run_clocks.start, case, "file_with_authority_by", on=build.MET, event="当场决定").reason


def test_annulled_decision_on_the_spot_lets_the_case_go_on_under_ordinary_procedure():
    case = build.a_case_on_the_spot()
    with on(date(2026, 5, 11)) as at:
        annul_decision(
            case_id=case.pk, decision_ref=case.decisions.get().public_id, reason="适用简易程序不当。", received_on=at.day,
            actor=person_of(case.body, "agency_head"), at=at,
        )  # fmt: skip
    case.refresh_from_db()
    assert (case.status, case.decisions.get().status) == ("annulled", "annulled")

"""How a unit and the persons responsible get on the sanctions list: grounds, notice, objections, decision (D01 to D07)."""

from datetime import date

import pytest

from tests.builders import sanctions as build
from tests.builders.cases import handler_of, on, person_of
from tests.builders.directory import fresh_code
from tests.builders.labour import a_concluded_labour_case, a_roster, a_running_instruction, an_accepted_complaint
from yangguang.base.models import LocalValue
from yangguang.cases.models import Clock, ListingStatus
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases.decline_to_list import decline_to_list
from yangguang.cases.use_cases.extend_listing_term import extend_listing_term
from yangguang.cases.use_cases.record_objection import record_objection
from yangguang.cases.use_cases.record_pledge import record_pledge
from yangguang.cases.use_cases.verify_objection import verify_objection
from yangguang.cases.use_cases.waive_objection import waive_objection
from yangguang.kernel.refusal import Refused
from yangguang.records.api import documents_of, sheet_of

pytestmark = pytest.mark.django_db


def failing(refusal):
    return {one.gate: one.reason for one in refusal.verdicts if not one.holds}


def ref(line, who):
    return line.listed.order_by("position")[who].public_id


def objects(line, *, who=0, day=date(2026, 9, 24), hour=9, **facts):
    with on(day, hour) as at:
        given = {"who": ref(line, who), "objection": "已支付一部分。"} | facts
        return record_objection(listing=line, actor=handler_of(line.case), at=at, **given)


def verified(line, *, who=0, day=date(2026, 9, 25), hour=9, **facts):
    with on(day, hour) as at:
        service = build.handed_over(line.listed.get(public_id=ref(line, who)))
        given = {"who": ref(line, who), "verification": "余额仍达到标准。", "service": service} | facts
        return verify_objection(listing=line, actor=handler_of(line.case), at=at, **given)


def pledged(line, day, **facts):
    with on(day, 9) as at:
        return record_pledge(listing=line, actor=handler_of(line.case), at=at, **facts)


def left_off(line, day):
    head = build.head_of(line)
    with on(day, 11) as at:
        return decline_to_list(listing=line, code=fresh_code(head), reason="已付清并承诺。", actor=head, at=at)


@pytest.mark.clause("DWL-2021:5")
def test_small_arrears_without_an_event_are_not_listed_and_with_one_they_may_be():
    instruction = a_concluded_labour_case(owed=4_000_00).instructions.get()
    with pytest.raises(Refused, match="不符合列入失信联合惩戒名单的条件。"):
        build.proposed(instruction)
    line = build.proposed(instruction, mass_event="引发三十余人聚集堵路，现场影像在卷。")
    assert line.status == "proposed"


def test_arrears_of_others_than_migrant_workers_are_not_listed():
    with pytest.raises(Refused, match="该名单限于拖欠农民工工资。"):
        build.proposed(a_concluded_labour_case(owed=build.OWED).instructions.get(), migrant_workers=False)


@pytest.mark.clause("DWL-2021:5#persons")
def test_the_person_at_the_head_is_listed_with_the_unit():
    with pytest.raises(Refused, match="法定代表人或者主要负责人"):
        build.proposed(a_concluded_labour_case(owed=build.OWED).instructions.get(), persons=[("in_charge", "许景明")])


@pytest.mark.history("P9.73")
@pytest.mark.clause("WPI-2013:4.1")
def test_nobody_is_proposed_while_the_order_to_pay_still_runs():
    case = a_roster(an_accepted_complaint(), owed=build.OWED)
    running = a_running_instruction(case)
    with pytest.raises(Refused) as caught:
        build.proposed(running, day=date(2026, 9, 16))
    assert set(failing(caught.value)) == {"list_conditions", "instruction_unrectified"}


@pytest.mark.clause("DWL-2021:8.1#decide")
def test_twenty_working_days_count_from_the_day_the_order_ran_out():
    line = build.a_proposed_listing()
    assert Clock.objects.get(case=line.case, kind="list_by").due_on == date(2026, 10, 22)


@pytest.mark.clause("DWL-2021:6.1")
def test_notice_that_does_not_say_who_may_be_left_off_is_refused():
    with pytest.raises(Refused, match="未告知可以不予列入的规定。"):
        build.told(build.a_proposed_listing(), leave_off_told=False)


@pytest.mark.clause("DWL-2021:6.1")
def test_notice_names_ground_clause_objection_and_the_way_to_be_left_off():
    line = build.told(build.a_proposed_listing())
    paper = documents_of(line.case.public_id).get(kind="list_notice")
    text = "".join(str(block) for block in sheet_of(paper).blocks)
    assert "第五条" in text
    assert "5个工作日内" in text
    assert "可以不予列入" in text


@pytest.mark.history("P9.80")
@pytest.mark.clause("DWL-2021:6.2#object")
def test_nobody_is_listed_before_everybody_was_told_and_their_days_are_over():
    line = build.told(build.a_proposed_listing())
    assert line.status == "proposed"
    with pytest.raises(Refused, match="不能列入名单"):
        build.decided(line, day=build.TOLD, hour=16)
    line = build.told(line, who=1, day=date(2026, 9, 24))
    assert line.status == "notified"
    with pytest.raises(Refused, match="列入前未告知，或者异议尚未处理完毕。"):
        build.decided(line, day=build.LAST_TO_OBJECT)
    line.refresh_from_db()
    assert line.status == "notified"


@pytest.mark.clause("DWL-2021:11")
def test_head_lists_unit_and_persons_for_three_years():
    line = build.a_listing()
    assert (line.status, line.listed_on, line.listed_until) == (ListingStatus.LISTED, build.LISTED, date(2029, 10, 9))
    assert Clock.objects.get(case=line.case, kind="list_by").stopped_on == build.LISTED
    paper = documents_of(line.case.public_id).get(kind="list_decision")
    text = "".join(str(block) for block in sheet_of(paper).blocks)
    for item in ("列入事由：", "依据：", "联合惩戒措施提示：", "提前移出条件和程序：", "救济措施："):
        assert item in text
    assert "许景明" in text


@pytest.mark.clause("DWL-2021:18")
def test_decision_that_cannot_name_its_remedies_is_refused():
    line = build.a_notified_listing()
    LocalValue.objects.filter(name="court").delete()
    with pytest.raises(Refused) as caught:
        build.decided(line)
    assert caught.value.reason == "未告知申请行政复议、提起行政诉讼的途径和期限。"


def test_decision_without_the_seal_or_a_fresh_code_is_refused():
    line = build.a_notified_listing()
    with pytest.raises(Refused, match="未盖作出决定的行政机关印章"):
        build.decided(line, sealed=False)
    with pytest.raises(Refused, match="验证码"):
        build.decided(line, code="000000")


def test_late_decision_says_why_and_is_made_all_the_same():
    line = build.a_notified_listing()
    late = date(2026, 10, 23)
    with pytest.raises(Refused, match="应当写明逾期原因"):
        build.decided(line, day=late)
    assert build.decided(line, day=late, overdue_reason="案情复杂。").status == "listed"


@pytest.mark.clause("DWL-2021:8.1#extension")
def test_only_the_head_of_the_department_gives_more_days():
    line = build.a_notified_listing()
    with on(date(2026, 9, 24)) as at:
        with pytest.raises(Refused, match="延长应当经人力资源社会保障部门负责人批准。"):
            extend_listing_term(listing=line, reason="复杂。", actor=person_of(line.case.body, "unit_head"), at=at)
        extend_listing_term(listing=line, reason="涉及多个项目。", actor=build.head_of(line), at=at)
    row = Clock.objects.get(case=line.case, kind="list_by")
    assert run_clocks.due_of(row).day == date(2026, 11, 19)


@pytest.mark.history("P10.35")
@pytest.mark.clause("DWL-2021:8.1#extension")
def test_decision_after_twenty_and_twenty_more_working_days_is_made_and_kept_as_late():
    line = build.a_notified_listing()
    with on(date(2026, 9, 24)) as at:
        extend_listing_term(listing=line, reason="涉及多个项目。", actor=build.head_of(line), at=at)
    late = date(2026, 11, 20)
    with pytest.raises(Refused, match="应当写明逾期原因"):
        build.decided(line, day=late)
    assert build.decided(line, day=late, overdue_reason="案情复杂。").status == "listed"
    assert Clock.objects.get(case=line.case, kind="list_by").overdue_reason == "案情复杂。"


@pytest.mark.clause("DWL-2021:6.2#object")
def test_objection_after_five_working_days_needs_a_good_reason():
    line = build.a_notified_listing()
    late = date(2026, 10, 9)
    with pytest.raises(Refused, match="超过五个工作日异议期限。"):
        objects(line, day=late)
    assert objects(line, day=late, good_reason="住院。").status == "objected"


@pytest.mark.clause("DWL-2021:6.2#verify")
def test_every_objection_is_verified_and_answered_before_the_decision():
    line = objects(objects(build.a_notified_listing()), who=1, hour=10)
    line = verified(line)
    assert line.status == "objected"
    with pytest.raises(Refused, match="不能列入名单"):
        build.decided(line)
    line = verified(line, who=1, hour=11)
    assert line.status == "verified"
    assert documents_of(line.case.public_id).filter(kind="objection_answer").count() == 2
    assert build.decided(line, day=date(2026, 9, 28)).status == "listed"


def test_answer_after_five_working_days_says_why():
    line = objects(build.a_notified_listing())
    late = date(2026, 10, 12)
    with pytest.raises(Refused, match="应当写明逾期原因"):
        verified(line, day=late)
    assert verified(line, day=late, overdue_reason="调取银行流水。").status == "verified"


def test_written_waiver_by_all_lets_the_head_decide_at_once():
    line = build.a_notified_listing()
    for who in (0, 1):
        with on(date(2026, 9, 24), 10 + who) as at:
            line = waive_objection(listing=line, who=ref(line, who), paper="声明书", actor=handler_of(line.case), at=at)
    assert build.decided(line, day=date(2026, 9, 24), hour=15).status == "listed"


@pytest.mark.history("P10.36")
@pytest.mark.clause("DWL-2021:7")
def test_paid_and_pledged_unit_is_left_off_and_others_are_not():
    line = build.a_notified_listing()
    with pytest.raises(Refused, match="不符合可以不予列入的条件。"):
        left_off(line, date(2026, 9, 24))
    build.paid(line.case, day=date(2026, 9, 24))
    pledged(line, date(2026, 9, 25), rectified_on=date(2026, 9, 24), pledged_on=None)
    with pytest.raises(Refused, match="不符合可以不予列入的条件。"):
        left_off(line, date(2026, 9, 25))
    pledged(line, date(2026, 9, 28), rectified_on=None, pledged_on=date(2026, 9, 28))
    assert left_off(line, date(2026, 9, 28)).status == "not_listed"


@pytest.mark.history("P10.36")
@pytest.mark.clause("DWL-2021:7")
def test_paid_and_pledged_unit_is_listed_only_with_the_reason_why_all_the_same():
    line = build.a_notified_listing()
    build.paid(line.case, day=date(2026, 9, 24))
    line = pledged(line, date(2026, 9, 25), rectified_on=date(2026, 9, 24), pledged_on=date(2026, 9, 25))
    with pytest.raises(Refused, match="当事人已改正并作出书面信用承诺，应当说明是否不予列入。"):
        build.decided(line)
    assert build.decided(line, why_listed="两年内三次拖欠。").status == "listed"


def test_unpaid_unit_cannot_be_said_to_have_made_good():
    with pytest.raises(Refused, match="尚有未支付的工资"):
        pledged(build.a_notified_listing(), date(2026, 9, 24), rectified_on=date(2026, 9, 24), pledged_on=None)

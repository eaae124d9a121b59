"""Execution that stands still and execution that ends: the law's grounds, and three years after which a person decides."""

from datetime import date

import pytest

from tests.builders import cases as build
from tests.builders import fulfilment as fine
from tests.cases.refusing import refusal_of
from yangguang.cases.api import fulfilment_of
from yangguang.cases.kinds.execution.faces import STOOD_STILL, face_of
from yangguang.cases.models import Clock
from yangguang.cases.plugs.closing import unsettled_of
from yangguang.cases.presentation.acts import next_acts
from yangguang.cases.use_cases.close_case import close_case
from yangguang.cases.use_cases.resume_execution import resume_execution
from yangguang.cases.use_cases.suspend_execution import suspend_execution
from yangguang.cases.use_cases.terminate_execution import terminate_execution
from yangguang.kernel import clock
from yangguang.records.models import Document

pytestmark = pytest.mark.django_db
STAYED, THREE_YEARS = date(2026, 12, 15), date(2029, 12, 15)


def suspended(decision, day=STAYED, **facts):
    told = {"ground": "unable", "reason": "停产，账户余额不足百元。", "actor": fine.head_of(decision)} | facts
    with build.on(day) as at:
        return suspend_execution(decision=decision, at=at, **told)


def terminated(decision, day, **facts):
    told = {
        "ground": "stood_still",
        "reason": "查无财产。",
        "harmless_and_unable": True,
        "actor": fine.head_of(decision),
    } | facts
    with build.on(day) as at:
        return terminate_execution(decision=decision, at=at, **told)


def closed(case, day):
    with build.on(day) as at:
        return close_case(
            case_id=case.pk, ground="terminated", summary="执行终结。", actor=build.person_of(case.body, "unit_head"), at=at,
            recording_note=build.NO_FILM,
        )  # fmt: skip


@pytest.mark.clause("ACL-2011:39.1")
def test_execution_suspended_without_one_of_the_grounds_is_refused():
    decision = fine.an_overdue_fine()
    assert refusal_of(suspended, decision, ground="").reason == "没有中止执行的情形。"
    assert refusal_of(suspended, decision, actor=build.handler_of(decision.case)).reason == "您不能中止执行。"


@pytest.mark.clause("ACL-2011:39.1")
def test_suspended_execution_is_taken_up_again_where_it_stood():
    decision = fine.an_overdue_fine()
    row = suspended(decision)
    assert (row.status, row.stayed_from, row.stayed_on) == ("stayed", "waiting", STAYED)
    assert "履行行政决定确有困难" in str(Document.objects.get(kind="execution_suspension").sheet)
    with build.on(date(2027, 3, 1)) as at:
        row = resume_execution(decision=decision, reason="收到工程款。", actor=fine.head_of(decision), at=at)
    assert (row.status, row.stayed_on) == ("waiting", None)
    assert not Clock.objects.filter(kind="end_stay_by", stopped_on=None).exists()
    assert fine.demanded(decision).status == "demanded"


@pytest.mark.clause("ACL-2011:39.2")
@pytest.mark.history("P10.45")
def test_after_three_years_the_desk_reminds_and_the_head_ends_execution_and_the_case_is_closed():
    decision = fine.an_overdue_fine()
    suspended(decision)
    assert Clock.objects.get(kind="end_stay_by").due_on == THREE_YEARS
    handler = build.handler_of(decision.case)
    for day, hint in ((date(2029, 12, 14), ""), (THREE_YEARS, STOOD_STILL)):
        with clock.frozen(clock.beijing(day)):
            face = face_of(fine.fine_of(decision.case), handler)
        assert (face.hint, face.row.status) == (hint, "stayed")
    assert refusal_of(terminated, decision, date(2029, 12, 14)).reason == "中止执行未满三年。"
    able = refusal_of(terminated, decision, THREE_YEARS, harmless_and_unable=False)
    assert (able.field, able.remedy) == ("harmless_and_unable", "有能力履行的，请恢复执行。")
    assert terminated(decision, THREE_YEARS).status == "terminated"
    decision = fine.fine_of(decision.case)
    assert (decision.case.status, unsettled_of(decision.case)) == ("in_execution", [])
    assert fulfilment_of(decision) == "终结执行：执行已经终结，尚未缴纳 5,000.00 元"
    assert closed(decision.case, date(2029, 12, 17)).status == "closed"


@pytest.mark.clause("ACL-2011:40")
def test_execution_of_a_company_that_ended_without_property_or_heir_is_terminated():
    decision = fine.an_overdue_fine()
    assert refusal_of(terminated, decision, STAYED, ground="tired").field == "ground"
    row = terminated(decision, STAYED, ground="dissolved", reason="公司注销，无财产，无义务承受人。")
    assert row.status == "terminated"
    assert not Clock.objects.filter(kind="apply_for_court_execution_by", stopped_on=None).exists()
    assert "无义务承受人" in str(Document.objects.get(kind="execution_termination").sheet)


@pytest.mark.clause("ACL-2011:39.2")
def test_fine_that_never_stood_still_cannot_end_by_the_three_years():
    assert refusal_of(terminated, fine.an_overdue_fine(), THREE_YEARS).reason == "中止执行未满三年。"


@pytest.mark.clause("ENV-2010:67")
def test_case_whose_execution_is_suspended_cannot_be_closed():
    decision = fine.an_overdue_fine()
    suspended(decision)
    refusal = refusal_of(closed, fine.fine_of(decision.case).case, date(2027, 1, 4))
    assert refusal.reason == "现在是“逾期未履行”，不能结案。"


def test_case_in_execution_leads_on_to_payment():
    decision = fine.an_overdue_fine()
    fine.demanded(decision)
    fine.applied(decision)
    case = fine.fine_of(decision.case).case
    with clock.frozen(clock.beijing(date(2027, 6, 1))):
        acts = next_acts(case, build.handler_of(case))
    assert "record_payment" in {one["act"] for one in acts["possible"]}

"""Visits to enterprises: the head of the body agrees before, or hears of an urgent one at once (INS-2024:approve)."""

from datetime import date

import pytest

from tests.builders import cases as build
from tests.cases.refusing import asked, refusal_of
from yangguang.base.models import Approval, LedgerEntry
from yangguang.cases.plugs.closing import unsettled_of
from yangguang.cases.presentation.approvals import steps_waiting_for
from yangguang.cases.presentation.proposals import in_words
from yangguang.cases.use_cases.approve_inspection import approve_inspection
from yangguang.cases.use_cases.inspect_on_site import inspect_on_site
from yangguang.cases.use_cases.request_inspection import request_inspection
from yangguang.records.api import documents_of

pytestmark = pytest.mark.django_db

VISIT = date(2026, 10, 15)
URGENT = "接到举报，账册正在转移，等候审批将无法取证。"


def inspected(case, day=VISIT, hour=9, **changes):
    with build.on(day, hour) as at:
        told = {
            "place": "示范县滨河路8号", "present": "刘芳", "findings": "现场有考勤机。", "proves": "考勤",
            "officers": build.officers_of(case.body), "certificate_shown": True, "badge_worn": True,
        } | changes  # fmt: skip
        return inspect_on_site(case_id=case.pk, actor=build.handler_of(case), at=at, **told)


@pytest.mark.clause("INS-2024:approve")
def test_visit_to_an_enterprise_without_approval_is_refused():
    refusal = refusal_of(inspected, build.an_open_case())
    assert (refusal.reason, refusal.clauses) == ("入企检查未经负责人批准。", ("INS-2024:approve",))


@pytest.mark.clause("INS-2024:approve")
def test_visit_is_made_on_the_days_the_head_agreed_to():
    case = build.inspection_allowed(build.an_open_case(), day=VISIT, until=date(2026, 10, 16))
    assert inspected(case, day=date(2026, 10, 16)).kind == "inspection_record"
    assert refusal_of(inspected, case, day=date(2026, 10, 17)).reason == "入企检查未经负责人批准。"
    form = documents_of(case.public_id).get(kind="inspection_approval")
    assert (form.title, form.volume) == ("现场检查审批表", "side")
    for words in ("示范县滨河路8号", "核对考勤原始记录", "高建华", "2026年10月15日至2026年10月16日"):
        assert words in str(form.sheet)


@pytest.mark.clause("INS-2024:approve")
def test_approval_that_still_waits_or_came_after_the_visit_is_none():
    case = build.an_open_case()
    with build.on(VISIT, 8) as at:
        approval = request_inspection(
            case_id=case.pk, place="厂区", purpose="核对考勤。", from_day=VISIT, until_day=VISIT, opinion="建议检查。",
            actor=build.handler_of(case), at=at,
        )  # fmt: skip
    assert refusal_of(inspected, case).reason == "入企检查未经负责人批准。"
    build.approve(approval, case.body, VISIT, hour=10)
    assert refusal_of(inspected, case, hour=9).reason == "入企检查未经负责人批准。"
    assert inspected(case, hour=11).pk


@pytest.mark.clause("INS-2024:approve")
def test_urgent_visit_is_reported_to_the_head_with_its_record():
    case = build.an_open_case()
    evidence = inspected(case, urgent_reason=URGENT)
    approval = Approval.objects.get(purpose="report_urgent_inspection")
    assert (approval.subject_ref, approval.file_ref) == (evidence.public_id, case.public_id)
    assert ("紧急情况", URGENT) in in_words(approval)
    assert unsettled_of(case) == ["现场检查的补报"]
    head = build.person_of(case.body, "agency_head")
    assert [step.approval for step in steps_waiting_for(head)] == [approval]
    build.approve(approval, case.body, VISIT)
    assert unsettled_of(case) == []
    assert documents_of(case.public_id).get(kind="inspection_approval").title == "现场检查补报审批表"
    assert LedgerEntry.objects.get(event="InspectionApproved").summary == "示范县滨河路8号，事后补报"


@pytest.mark.clause("INS-2024:approve")
def test_two_urgent_visits_are_reported_each_on_its_own():
    case = build.an_open_case()
    inspected(case, urgent_reason=URGENT)
    inspected(case, hour=15, urgent_reason=URGENT)
    assert Approval.objects.filter(purpose="report_urgent_inspection", state="pending").count() == 2


@pytest.mark.clause("INS-2024:approve")
def test_visit_that_was_approved_is_not_reported_again():
    case = build.inspection_allowed(build.an_open_case(), day=VISIT)
    inspected(case, urgent_reason=URGENT)
    assert not Approval.objects.filter(purpose="report_urgent_inspection").exists()


@pytest.mark.clause("INS-2024:approve")
def test_place_of_a_natural_person_is_no_enterprise():
    person = build.a_party(kind="person", name="李某", code="")
    case = build.an_open_case(parties=(person,))
    with build.on(VISIT) as at:
        assert asked("inspection_approved", case, act="inspect_on_site", at=at).holds


@pytest.mark.clause("INS-2024:approve")
@pytest.mark.parametrize(
    ("changes", "field"),
    [({"place": " "}, "place"), ({"purpose": ""}, "purpose"), ({"from_day": date(2026, 10, 14)}, "until_day"),
     ({"until_day": date(2026, 10, 14)}, "until_day")],
)  # fmt: skip
def test_visit_is_asked_for_with_place_purpose_and_days_to_come(changes, field):
    case = build.an_open_case()
    told = {
        "place": "厂区",
        "purpose": "核对考勤。",
        "from_day": VISIT,
        "until_day": VISIT,
        "opinion": "建议检查。",
    } | changes
    with build.on(VISIT) as at:
        refusal = refusal_of(request_inspection, case_id=case.pk, actor=build.handler_of(case), at=at, **told)
    assert refusal.field == field


def test_case_page_leads_to_the_request_and_the_form_says_what_an_urgent_visit_needs(client):
    case = build.an_open_case()
    client.force_login(build.handler_of(case))
    with build.on(build.OPENED, 15):
        page = client.get(f"/desk/cases/{case.public_id}/").content.decode()
        form = client.get(f"/desk/cases/{case.public_id}/acts/inspect_on_site/").content.decode()
    assert f"/cases/{case.public_id}/acts/request_inspection/" in page
    assert "登记后同时向机关负责人补报" in form


@pytest.mark.clause("INS-2024:approve")
def test_visit_is_agreed_to_by_the_head_of_the_body_alone():
    case = build.an_open_case()
    with build.on(VISIT, 8) as at:
        approval = request_inspection(
            case_id=case.pk, place="厂区", purpose="核对考勤。", from_day=VISIT, until_day=VISIT, opinion="建议检查。",
            actor=build.handler_of(case), at=at,
        )  # fmt: skip
        told = {"case_id": case.pk, "approval": approval, "at": at}
        refusal = refusal_of(approve_inspection, actor=build.person_of(case.body, "unit_head"), **told)
        assert approve_inspection(actor=build.person_of(case.body, "agency_head"), **told) == case
    assert (refusal.reason, refusal.remedy) == ("您不能批准检查。", "有权办理的是本案的机关负责人。")

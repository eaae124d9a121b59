"""Collective discussion, visits and contested decisions through the forms a handler fills in."""

from datetime import date

import pytest

from tests.builders import cases as build
from tests.builders.directory import an_account
from yangguang.base.models import Approval
from yangguang.cases.models import CollectiveDiscussion, Remedy
from yangguang.kernel import clock
from yangguang.records.api import documents_of

pytestmark = pytest.mark.django_db

TAKEN_UP, ENDED = date(2026, 11, 16), date(2026, 11, 18)


def posted(client, case, act, day, **content):
    """The form of an act is filled in and sent by the handler of the case."""
    case.refresh_from_db()
    with clock.frozen(clock.beijing(day, 15)):
        client.force_login(build.handler_of(case))
        known = {"occurred_at": f"{day.isoformat()}T15:00", "seen_version": str(case.version)}
        answer = client.post(f"/desk/cases/{case.public_id}/acts/{act}/", known | content)
    case.refresh_from_db()
    return answer


def discussion(case, **changes):
    heads = [build.person_of(case.body, "agency_head"), an_account(role="agency_head", body=case.body, named="薛志勇")]
    told = {
        "kind": "penalty", "way": "meeting", "matter": "如何处理。", "place": "三楼会议室", "recorder_name": "林静",
        "presided_by": heads[0].public_id, "conclusion": "agreed", "conclusion_words": "同意处罚。", "others": "赵文斌、周明",
        **{f"vote_{head.public_id}": "for" for head in heads},
        **{f"opinion_{head.public_id}": f"{head.name}同意。" for head in heads},
    }  # fmt: skip
    return told | changes


@pytest.mark.clause("APL-2021:57.2")
def test_discussion_is_written_down_through_its_form(client):
    case = build.a_case_ready_to_decide()
    assert posted(client, case, "discuss_collectively", build.SIGNED, **discussion(case)).status_code == 302
    assert case.status == "discussed"
    held = CollectiveDiscussion.objects.get()
    assert [one["opinion"] for one in held.opinions] == ["高建华同意。", "薛志勇同意。"]
    assert (held.presided_by_name, held.others) == ("高建华", "赵文斌、周明")


@pytest.mark.clause("APL-2021:57.2")
def test_head_who_did_not_come_is_written_down_with_the_reason(client):
    case = build.a_case_ready_to_decide()
    told = discussion(case)
    away = an_account(role="agency_head", body=case.body, named="苗立新")
    third = {f"vote_{away.public_id}": "absent", f"opinion_{away.public_id}": "在市里开会。"}
    page = posted(client, case, "discuss_collectively", build.SIGNED, **told)
    assert page.status_code == 200
    assert "请填写苗立新" in page.content.decode()
    assert posted(client, case, "discuss_collectively", build.SIGNED, **told | third).status_code == 302
    (absent,) = CollectiveDiscussion.objects.get().absent
    assert (absent["name"], absent["reason"]) == ("苗立新", "在市里开会。")


@pytest.mark.clause("APL-2021:57.2")
def test_paper_that_goes_round_is_refused_beside_the_field_and_nothing_typed_is_lost(client):
    case = build.a_case_ready_to_decide()
    page = posted(client, case, "discuss_collectively", build.SIGNED, **discussion(case, way="circulated"))
    assert "集体讨论应当有讨论记录。" in page.content.decode()
    assert "薛志勇同意。" in page.content.decode()
    assert case.status == "review_passed"


@pytest.mark.clause("INS-2024:approve")
def test_visit_is_asked_for_and_made_through_the_forms(client):
    case, day = build.an_open_case(), date(2026, 10, 15)
    told = {
        "place": "厂区",
        "purpose": "核对考勤。",
        "from_day": day.isoformat(),
        "until_day": day.isoformat(),
        "opinion": "建议。",
    }
    assert posted(client, case, "request_inspection", day, **told).status_code == 302
    seen = {
        "place": "厂区", "present": "刘芳", "findings": "有考勤机。", "proves": "考勤", "certificate_shown": "on",
        "badge_worn": "on", "signature": "signed", "officers": [officer.public_id for officer in build.officers_of(case.body)],
    }  # fmt: skip
    refused = posted(client, case, "inspect_on_site", day, **seen)
    assert refused.status_code == 409
    assert "入企检查未经负责人批准。" in refused.content.decode()
    urgent = posted(client, case, "inspect_on_site", day, urgent_reason="账册正在转移。", **seen)
    assert urgent.status_code == 302
    assert documents_of(case.public_id).filter(kind="on_site_record").exists()
    assert Approval.objects.filter(purpose="report_urgent_inspection", state="pending").exists()


@pytest.mark.clause("APL-2021:48.2")
def test_decision_is_contested_supplemented_and_annulled_through_the_forms(client):
    case = build.a_served_case()
    told = {
        "decision_ref": build.the_decision(case).public_id, "kind": "litigation", "authority": "示范县人民法院",
        "number": "（2026）示行初3号", "received_on": TAKEN_UP.isoformat(),
    }  # fmt: skip
    assert posted(client, case, "record_remedy", TAKEN_UP, **told).status_code == 302
    ref = Remedy.objects.get().public_id
    leave = {"remedy_ref": ref, "paper": "准许补充证据通知书", "leave_on": TAKEN_UP.isoformat()}
    assert posted(client, case, "record_evidence_leave", TAKEN_UP, **leave).status_code == 302
    outcome = {
        "remedy_ref": ref, "outcome": "annulled", "outcome_paper": "（2026）示行初3号判决书", "outcome_words": "撤销。",
        "outcome_received_on": ENDED.isoformat(),
    }  # fmt: skip
    assert "裁判尚未生效。" in posted(client, case, "record_remedy_outcome", ENDED, **outcome).content.decode()
    assert posted(client, case, "record_remedy_outcome", ENDED, in_force="on", **outcome).status_code == 302
    assert (case.status, build.the_decision(case).status) == ("annulled", "annulled")

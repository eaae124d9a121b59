"""Who takes part in a hearing beside the party, and who signs its record page by page (APL-2021:64.1.2, 64.1.8)."""

from datetime import date

import pytest

from tests.builders import cases as build
from tests.builders import hearings, labour
from tests.cases.refusing import asked, refusal_of
from yangguang.cases.use_cases._hearing_room import ThirdParty
from yangguang.kernel import clock
from yangguang.records.api import documents_of

pytestmark = pytest.mark.django_db

WORKER = ThirdParty("吴小燕", "加班的职工，要求支付加班费")


def gate_of_the_record(case):
    return asked("hearing_record_signed", case, at=type("At", (), {"day": date(2026, 11, 10)})())


def a_hearing_that_names_a_worker(*third):
    case = hearings.notified(hearings.an_asked_hearing(), third_parties=third or [WORKER])
    return build.served(case, "notice_of_hearing", hearings.NOTIFIED)


def a_hearing_told_to_a_worker():
    return hearings.third_parties_told(a_hearing_that_names_a_worker())


@pytest.mark.clause("APL-2021:64.1.2")
def test_third_party_is_told_in_the_notice_and_stands_in_the_record():
    case = hearings.held(a_hearing_told_to_a_worker(), third_parties=[WORKER, ThirdParty("钱海", "转包人")])
    notice = str(documents_of(case.public_id).get(kind="notice_of_hearing").sheet)
    assert "与案件处理结果有利害关系的吴小燕，一并通知参加听证。" in notice
    hearing = case.hearings.get()
    assert [(one["name"], one["told"]) for one in hearing.third_parties] == [("吴小燕", "yes"), ("钱海", "")]
    assert "吴小燕（加班的职工，要求支付加班费）；钱海（转包人）" in str(hearing.record.sheet)


@pytest.mark.clause("APL-2021:64.1.2")
@pytest.mark.parametrize(
    ("third", "reason"),
    [
        (ThirdParty("吴小燕", ""), "参加听证的第三人应当与案件处理结果有利害关系。"),
        (ThirdParty("", "职工"), "参加听证的第三人应当与案件处理结果有利害关系。"),
        (ThirdParty("陈立", "同事"), "陈立是本案的办案、听证人员，或者已经回避，不是第三人。"),
        (ThirdParty("丁宁", "同事"), "丁宁是本案的办案、听证人员，或者已经回避，不是第三人。"),
    ],
)
def test_nobody_without_an_interest_and_nobody_of_the_agency_is_a_third_party(third, reason):
    case = hearings.an_asked_hearing()
    refusal = refusal_of(hearings.notified, case, third_parties=[third])
    assert (refusal.reason, refusal.field, refusal.clauses) == (reason, "third_parties", ("APL-2021:64.1.2",))
    assert not case.hearings.exists()


@pytest.mark.clause("APL-2021:64.1.2")
def test_party_of_the_case_is_no_third_party_and_nobody_is_one_twice():
    case = hearings.a_served_notice()
    party = case.parties.get().name
    assert (
        refusal_of(hearings.held, case, third_parties=[ThirdParty(party, "本人")]).reason
        == f"{party}是本案当事人，不是第三人。"
    )
    assert refusal_of(hearings.held, case, third_parties=[WORKER, WORKER]).reason == "吴小燕写了两次。"


@pytest.mark.clause("APL-2021:64.1.8")
def test_everybody_who_took_part_signs_the_record():
    case = hearings.held(hearings.a_served_notice(), third_parties=[WORKER])
    hearing = case.hearings.get()
    assert {(one["name"], one["part"], one["signing"]) for one in hearing.signatures} == {
        ("罗玉梅", "当事人", "signed"), ("张律师", "代理人", "signed"), ("吴小燕", "第三人", "signed"),
        ("陈立", "调查人员", "signed"), ("周敏", "调查人员", "signed"), ("丁宁", "听证记录员", "signed"),
        ("林静", "听证主持人", "signed"),
    }  # fmt: skip
    assert gate_of_the_record(case).reason == "听证笔录未经核对签字或者注明拒签。"
    assert gate_of_the_record(hearings.signed(case)).holds


@pytest.mark.clause("APL-2021:64.1.8")
@pytest.mark.history("P10.1")
def test_third_party_that_will_not_sign_is_noted_and_the_others_still_sign():
    case = hearings.held(
        hearings.a_served_notice(), third_parties=[WORKER], signing="refused", refused_names=["吴小燕"],
        refusal_note="吴小燕认为笔录漏记，当场补记后仍拒绝签名",
    )  # fmt: skip
    hearing = case.hearings.get()
    assert [one["name"] for one in hearing.signatures if one["signing"] == "refused"] == ["吴小燕"]
    assert "第三人吴小燕拒绝签字或者盖章。主持人注明：吴小燕认为笔录漏记" in str(hearing.record.sheet)
    assert gate_of_the_record(case).reason == "听证笔录未经核对签字或者注明拒签。"
    assert gate_of_the_record(hearings.signed(case)).holds


@pytest.mark.clause("APL-2021:64.1.8")
@pytest.mark.parametrize(
    ("told", "field"),
    [({"refusal_note": " "}, "refusal_note"), ({"refused_names": ()}, "refused_names"),
     ({"refused_names": ["林静"]}, "refused_names"), ({"refused_names": ["吴小燕"]}, "refused_names")],
)  # fmt: skip
def test_refusal_to_sign_names_who_of_those_present_refused(told, field):
    known = {"signing": "refused", "refusal_note": "拒绝。"} | told
    refusal = refusal_of(hearings.held, hearings.a_served_notice(), **known)
    assert (refusal.field, refusal.clauses) == (field, ("APL-2021:64.1.8",))


@pytest.mark.clause("APL-2021:64.1.2")
def test_form_of_the_hearing_proposes_whom_the_notice_told(client):
    case = a_hearing_told_to_a_worker()
    with clock.frozen(clock.beijing(hearings.HELD, 12)):
        client.force_login(hearings.the_chair(case))
        shown = client.get(f"/desk/cases/{case.public_id}/acts/hold_hearing/").content.decode()
    assert "吴小燕：加班的职工，要求支付加班费" in shown


@pytest.mark.clause("APL-2021:64.1.2")
def test_whoever_came_for_the_party_is_written_once():
    refusal = refusal_of(hearings.held, hearings.a_served_notice(), third_parties=[ThirdParty("张律师", "律师")])
    assert (refusal.reason, refusal.field) == ("张律师已经写在当事人一方。", "third_parties")


@pytest.mark.clause("LSR-2004:9.3")
@pytest.mark.parametrize("act", [hearings.notified, hearings.held])
def test_third_party_is_nobody_who_told_in_secret(act):
    case = hearings.a_served_notice() if act is hearings.held else hearings.an_asked_hearing()
    lead = labour.a_complaint(case.body, people=[labour.a_complainant("吴小燕")])
    lead.case = case
    lead.save()
    refusal = refusal_of(act, case, third_parties=[WORKER])
    assert (refusal.reason, refusal.field) == ("应当为举报人保密。", "third_parties")


@pytest.mark.clause("APL-2021:64.1.8")
def test_page_of_the_case_says_who_took_part_and_who_would_not_sign(client):
    case = hearings.held(
        a_hearing_told_to_a_worker(), third_parties=[WORKER], signing="refused", refused_names=["吴小燕"], refusal_note="未说明理由"
    )  # fmt: skip
    client.force_login(build.handler_of(case))

    def shown():
        return client.get(f"/desk/cases/{case.public_id}/").content.decode()

    assert "第三人吴小燕（加班的职工，要求支付加班费）" in shown()
    assert "第三人吴小燕拒绝签字或者盖章：未说明理由" in shown()
    assert "笔录等候逐页签名后归入" in shown()
    hearings.signed(case)
    assert "笔录等候逐页签名后归入" not in shown()

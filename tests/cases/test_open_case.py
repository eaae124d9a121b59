"""Opening a case: approval, two certified officers, competence, entrustment, limitation."""

from dataclasses import replace
from datetime import date

import pytest

from tests.builders import cases as build
from tests.builders.directory import a_body, an_account, an_officer
from tests.cases.refusing import failing, refusal_of
from yangguang.base.models import Approval, LedgerEntry
from yangguang.cases.models import Case
from yangguang.cases.use_cases.open_case import open_case
from yangguang.cases.use_cases.request_opening import request_opening
from yangguang.cases.use_cases.sign_approval import sign_approval

pytestmark = pytest.mark.django_db


@pytest.fixture
def agency():
    return build.an_agency()


def opened(body, **facts):
    with build.on(build.OPENED) as at:
        return open_case(opening=build.an_opening(body, **facts), actor=build.person_of(body, "unit_head"), at=at)


def refused(body, **facts):
    return refusal_of(opened, body, **facts)


def test_case_opens_when_the_head_of_unit_signs(agency):
    case = build.an_open_case(body=agency)

    assert case.number == "示人社监案〔2026〕1号"
    assert [p.name for p in case.parties.all()] == ["示范县宏基建筑工程有限公司1"]
    assert {c.kind: c.due_on for c in case.clocks.all()} == {
        "decide_by": date(2027, 1, 10), "investigate_by": date(2027, 1, 5),
    }  # fmt: skip
    assert LedgerEntry.objects.get(event="CaseOpened").clauses[0] == "APL-2021:54.2"


def test_opening_sent_back_opens_nothing(agency):
    opening = build.an_opening(agency)
    with build.on(build.OPENED) as at:
        approval = request_opening(
            opening=opening, opinion="建议立案。", actor=build.officers_of(agency)[0].account, at=at
        )
        sign_approval(
            approval=approval, agrees=False, opinion="补充考勤。", actor=build.person_of(agency, "unit_head"), at=at
        )
    assert Approval.objects.get(purpose="open_case").state == "returned"
    assert not Case.objects.exists()


def test_opening_signed_by_the_one_who_asked_is_refused(agency):
    handler = build.officers_of(agency)[0].account
    with build.on(build.OPENED) as at:
        approval = request_opening(opening=build.an_opening(agency), opinion="", actor=handler, at=at)
        refusal = refusal_of(sign_approval, approval=approval, agrees=True, opinion="", actor=handler, at=at)
    assert "承办机构负责人" in refusal.reason


def test_opening_that_names_an_officer_of_another_body_is_refused(agency):
    refs = (build.officers_of(agency)[0].public_id, an_officer().public_id)
    assert refused(agency, officer_refs=refs).reason == "所选执法人员不是本机关或者受委托组织的执法人员。"


def test_second_body_numbers_its_first_case_too(agency):
    second = build.an_agency()
    numbers = [build.an_open_case(body=body).number for body in (agency, second)]
    assert numbers == ["示人社监案〔2026〕1号", f"{second.mark}监案〔2026〕1号"]


def test_opening_asked_by_someone_else_is_refused(agency):
    stranger = an_account(role="case_handler", body=agency)
    with build.on(build.OPENED) as at:
        refusal = refusal_of(request_opening, opening=build.an_opening(agency), opinion="", actor=stranger, at=at)
    assert refusal.reason == "立案由承办人提出。"


@pytest.mark.history("P9.2")
@pytest.mark.clause("APL-2021:42.1#officers")
def test_case_with_one_officer_is_refused(agency):
    alone = (build.officers_of(agency)[0].public_id,)
    assert refused(agency, officer_refs=alone).reason == "执法人员少于两人。"


@pytest.mark.clause("APL-2021:42.1#officers")
def test_one_officer_named_twice_is_refused(agency):
    twice = (build.officers_of(agency)[0].public_id,) * 2
    assert "two_officers" in failing(refused(agency, officer_refs=twice))


@pytest.mark.history("P9.3")
@pytest.mark.history("P9.4")
@pytest.mark.clause("APL-2021:42.1#qualified")
@pytest.mark.parametrize(
    "certificate",
    [{"valid_until": date(2026, 10, 11)}, {"fields": ["城市管理"]}, {"areas": ["邻县"]}, {"with_certificate": False}],
)
def test_officer_without_a_certificate_that_day_for_that_field_and_area_is_refused(agency, certificate):
    other = an_officer(body=agency, named="王海涛", **certificate)
    refs = (build.officers_of(agency)[0].public_id, other.public_id)
    refusal = refused(agency, officer_refs=refs)
    assert refusal.reason.startswith("执法人员王海涛的执法证件在2026年10月12日无效或者不含本类别、本区域")
    assert refusal.clause == "APL-2021:42.1#qualified"


def test_certificate_counts_on_its_last_day(agency):
    other = an_officer(body=agency, named="王海涛", valid_until=build.OPENED)
    assert opened(agency, officer_refs=(build.officers_of(agency)[0].public_id, other.public_id)).pk


@pytest.mark.clause("APL-2021:43.1")
def test_officer_with_a_declared_interest_is_refused(agency):
    refusal = refused(agency, conflicted_refs=(build.officers_of(agency)[1].public_id,))
    assert refusal.reason == "执法人员与本案有利害关系，应当回避。"


@pytest.mark.history("P9.12")
@pytest.mark.clause("APL-2021:36.1#general")
def test_violation_past_its_limitation_is_refused(agency):
    refusal = refused(agency, violation_began_on=date(2024, 1, 1), violation_ended_on=date(2024, 9, 27))
    assert refusal.reason == "违法行为超过追究时效。"


def test_violation_discovered_on_the_last_day_of_limitation_is_opened(agency):
    assert opened(agency, violation_began_on=date(2024, 1, 1), violation_ended_on=date(2024, 9, 28)).pk


@pytest.mark.clause("APL-2021:36.2")
def test_violation_that_goes_on_has_not_begun_to_lapse(agency):
    assert opened(agency, violation_began_on=date(2019, 1, 1), violation_ended_on=None).pk


@pytest.mark.clause("APL-2021:22")
def test_case_outside_the_region_is_refused(agency):
    assert "body_competent" in failing(refused(agency, area="邻县"))


@pytest.mark.clause("APL-2021:17")
def test_matter_not_on_the_list_is_refused(agency):
    refusal = refused(agency, matter_code="LDJC-99")
    assert failing(refusal)["body_competent"].reason == "本机关对该违法行为没有管辖权。"


@pytest.mark.clause("APL-2021:20.2")
def test_organisation_without_an_entrustment_is_refused(agency):
    team = a_body(named="示范县劳动保障监察大队", category="entrusted", under=agency)
    refusal = refused(agency, acting_body_ref=team.public_id)
    assert refusal.reason == "委托书不存在、已过期、超出范围或者未公布，受委托组织不得实施。"


@pytest.mark.history("P9.1")
def test_opening_before_the_lead_was_registered_is_refused(agency):
    assert refused(agency, reported_on=date(2026, 10, 13)).reason == "立案日期不得早于线索登记日期。"


def test_code_with_a_wrong_check_digit_is_refused(agency):
    wrong = build.a_credit_code()[:-1] + "2"
    refusal = refused(agency, parties=(build.a_party(code=wrong),))
    assert refusal.field == "party_code"
    assert not Case.objects.exists()


def test_refused_opening_takes_no_number(agency):
    refused(agency, area="邻县")
    assert opened(agency).number.endswith("1号")


def test_proposal_comes_back_from_json_unchanged(agency):
    opening = build.an_opening(agency, violation_ended_on=None)
    assert type(opening).of(opening.as_proposal()) == replace(opening)

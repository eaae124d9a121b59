"""Leads and complaints: taken down, completed, accepted or not, merged, answered; who told stays secret."""

import json
from datetime import date

import pytest

from tests.builders.cases import an_agency, officers_of, on, person_of
from tests.builders.directory import an_account, an_officer
from tests.builders.labour import (
    RECEIVED,
    a_complainant,
    a_complaint,
    a_labour_agency,
    an_accepted_complaint,
    an_employer,
    handler,
)
from yangguang.base.models import LedgerEntry
from yangguang.cases.models import Clock, Informant, Lead
from yangguang.cases.rules.lead_entry import ComplaintEntry, Employer, Person
from yangguang.cases.use_cases._lead_opening import opening_of
from yangguang.cases.use_cases.accept_complaint import accept_complaint
from yangguang.cases.use_cases.answer_complainant import answer_complainant
from yangguang.cases.use_cases.ask_for_completion import ask_for_completion
from yangguang.cases.use_cases.decline_acceptance import decline_acceptance
from yangguang.cases.use_cases.decline_to_open import decline_to_open
from yangguang.cases.use_cases.merge_lead import merge_lead
from yangguang.cases.use_cases.open_informant_identity import open_informant_identity
from yangguang.cases.use_cases.open_lead import open_lead
from yangguang.cases.use_cases.pass_on_lead import pass_on_lead
from yangguang.cases.use_cases.propose_opening import propose_opening
from yangguang.cases.use_cases.record_complaint_withdrawal import record_complaint_withdrawal
from yangguang.cases.use_cases.record_completion import record_completion
from yangguang.cases.use_cases.redirect_complaint import redirect_complaint
from yangguang.cases.use_cases.sign_approval import sign_approval
from yangguang.cases.use_cases.transfer_lead import transfer_lead
from yangguang.kernel.refusal import Refused
from yangguang.records.models import Document

pytestmark = pytest.mark.django_db
NEXT = date(2026, 9, 2)


@pytest.fixture
def body():
    return a_labour_agency()


def running(lead):
    return Clock.objects.get(lead_ref=lead.public_id, stopped_on=None)


@pytest.mark.clause("LSP-2004:18#accept")
def test_complaint_has_five_working_days_to_be_accepted(body):
    lead = a_complaint(body, day=date(2026, 9, 24))
    assert (lead.status, running(lead).kind, running(lead).due_on) == (
        "received",
        "accept_complaint_by",
        date(2026, 10, 9),
    )
    assert lead.number.endswith("监诉登字〔2026〕第1号")


def test_tip_off_runs_by_the_local_term(body):
    lead = a_complaint(body, source="tip_off", people=[Person("informant", "匡正", "", "13900002222")])
    assert (lead.status, running(lead).kind) == ("reported", "triage_lead_by")


def test_tip_off_is_refused_while_the_local_term_is_not_set():
    with pytest.raises(Refused, match="立案审查期限"):
        a_complaint(an_agency(without=["lead_triage_workdays"]), source="tip_off")


def test_complaint_without_a_complainant_is_refused(body):
    with pytest.raises(Refused, match="投诉应当登记投诉人"):
        a_complaint(body, people=[])


def test_lead_without_a_source_is_refused(body):
    with pytest.raises(Refused, match="应当写明案件来源"):
        a_complaint(body, source="")


def test_reviewer_may_not_register_a_lead(body):
    with pytest.raises(Refused, match="您不能登记线索"):
        a_complaint(body, by=an_account(role="legal_reviewer", body=body))


def test_wrong_credit_code_is_refused_beside_its_field(body):
    with pytest.raises(Refused) as refused:
        a_complaint(body, employer=an_employer(code="91990101MA0000000A"))
    assert refused.value.field == "employer_code"


@pytest.mark.clause("LSR-2004:9.3")
def test_account_that_names_the_complainant_is_refused(body):
    with pytest.raises(Refused, match="应当为举报人保密"):
        a_complaint(body, account="我叫万春山，工资没有支付。")


@pytest.mark.clause("LSR-2004:9.3")
def test_identity_is_unreadable_at_rest_and_nowhere_else(body):
    case = an_accepted_complaint(body)
    sealed = Informant.objects.get().sealed
    assert "万春山" not in sealed
    told = json.dumps(
        [*LedgerEntry.objects.order_by("pk").values_list("facts", "summary"),
         *Document.objects.filter(file_ref=case.public_id).order_by("pk").values_list("sheet", "title")],
        ensure_ascii=False,
    )  # fmt: skip
    assert "万春山" not in told
    assert "13900001111" not in told


@pytest.mark.clause("LSR-2004:9.3")
def test_named_handler_opens_the_identity_and_the_look_is_recorded(body):
    lead = a_complaint(body)
    with on(NEXT) as at:
        (told,) = open_informant_identity(lead=lead, reason="核对投诉人身份", actor=handler(body), at=at)
    assert told.who.name == "万春山"
    entry = LedgerEntry.objects.get(event="InformantIdentityOpened")
    assert (entry.actor_name, "万春山" in json.dumps(entry.facts, ensure_ascii=False)) == (handler(body).name, False)


@pytest.mark.parametrize("role", ["unit_head", "agency_head", "window_clerk", "legal_reviewer"])
def test_whoever_is_not_named_may_not_open_the_identity(body, role):
    lead = a_complaint(body)
    who = an_account(role=role, body=body) if role == "legal_reviewer" else person_of(body, role)
    with on(NEXT) as at, pytest.raises(Refused, match="LSR-2004:9.3"):
        open_informant_identity(lead=lead, reason="看看", actor=who, at=at)


def test_clerk_sees_the_identity_until_the_lead_is_passed_on(body):
    clerk = person_of(body, "window_clerk")
    lead = a_complaint(body, by=clerk)
    with on(RECEIVED, 10) as at:
        assert open_informant_identity(lead=lead, reason="核对", actor=clerk, at=at)
        pass_on_lead(lead=lead, to=[handler(body)], actor=clerk, at=at)
        with pytest.raises(Refused, match="您不能查看"):
            open_informant_identity(lead=lead, reason="核对", actor=clerk, at=at)
        assert open_informant_identity(lead=lead, reason="核对", actor=handler(body), at=at)


def test_lead_is_passed_on_to_handlers_of_the_body_only(body):
    stranger = an_officer().account
    lead = a_complaint(body)
    with on(NEXT) as at, pytest.raises(Refused, match="不是本机关的承办人"):
        pass_on_lead(lead=lead, to=[stranger], actor=handler(body), at=at)


@pytest.mark.history("P9.1")
@pytest.mark.clause("LSP-2004:18#file")
def test_accepted_complaint_is_a_case_of_the_same_day(body):
    case = an_accepted_complaint(body)
    lead = Lead.objects.get()
    assert (lead.status, lead.complaint.accepted_on, case.opened_on) == ("accepted", RECEIVED, RECEIVED)
    assert not Clock.objects.filter(lead_ref=lead.public_id, stopped_on=None).exists()
    assert set(case.clocks.filter(stopped_on=None).values_list("kind", flat=True)) == {"decide_by", "investigate_by"}
    kinds = set(Document.objects.filter(file_ref=case.public_id).values_list("kind", flat=True))
    assert kinds >= {"opening_approval", "lead_registration", "acceptance_notice"}


def test_proposal_by_somebody_who_does_not_look_after_the_lead_is_refused(body):
    lead = a_complaint(body)
    with on(NEXT) as at, pytest.raises(Refused, match="您不能受理并立案"):
        propose_opening(
            lead=lead, title="拖欠工资", officers=officers_of(body), opinion="建议。", at=at,
            actor=officers_of(body)[1].account,
        )  # fmt: skip


def test_one_officer_alone_cannot_be_proposed(body):
    lead = a_complaint(body)
    with on(NEXT) as at, pytest.raises(Refused, match="执法人员少于两人"):
        propose_opening(
            lead=lead, title="拖欠工资", officers=officers_of(body)[:1], opinion="建议。", actor=handler(body), at=at
        )


def test_returned_proposal_leaves_the_complaint_where_it_was(body):
    lead = a_complaint(body)
    with on(NEXT) as at:
        approval = propose_opening(
            lead=lead, title="拖欠工资", officers=officers_of(body), opinion="建议。", actor=handler(body), at=at
        )
        sign_approval(
            approval=approval, agrees=False, opinion="请先核对人数。", actor=person_of(body, "unit_head"), at=at
        )
    lead.refresh_from_db()
    assert (lead.status, lead.case) == ("received", None)


@pytest.mark.clause("LSP-2004:18#conditions")
@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"employer": Employer(address="示范县工地")}, "被投诉单位不明确"),
        ({"entry": ComplaintEntry("请求", within_powers=False)}, "不属于劳动保障监察职权"),
        ({"entry": ComplaintEntry("请求", caused_by_employer=False)}, "不是由被投诉单位"),
        ({"violation_began_on": date(2024, 1, 1), "violation_ended_on": date(2024, 8, 31)}, "超过2年"),
    ],
)
def test_complaint_that_lacks_a_condition_is_not_accepted(body, change, words):
    lead = a_complaint(body, **change)
    with on(NEXT) as at, pytest.raises(Refused) as refused:
        propose_opening(
            lead=lead, title="拖欠工资", officers=officers_of(body), opinion="建议。", actor=handler(body), at=at
        )
    said = refused.value.reason + "".join(v.reason for v in refused.value.verdicts)
    assert "投诉不符合受理条件" in said
    assert words in said


@pytest.mark.clause("LSR-2004:20.1")
def test_violation_that_ended_two_years_ago_to_the_day_is_still_accepted(body):
    lead = a_complaint(body, violation_began_on=date(2024, 8, 1), violation_ended_on=RECEIVED.replace(year=2024))
    assert an_accepted_complaint(lead=lead)


@pytest.mark.clause("LSR-2004:21.2")
def test_claim_before_arbitration_is_not_accepted_and_is_shown_the_other_way(body):
    lead = a_complaint(body, entry=ComplaintEntry("支付工资", arbitration="pending"))
    with on(NEXT) as at:
        with pytest.raises(Refused, match="劳动争议处理或者诉讼程序"):
            propose_opening(
                lead=lead, title="拖欠工资", officers=officers_of(body), opinion="建议。", actor=handler(body), at=at
            )
        redirect_complaint(
            lead=lead, ground="arbitration", to="示范县劳动人事争议仲裁委员会", actor=handler(body), at=at
        )
    lead.refresh_from_db()
    assert lead.status == "redirected"
    assert Document.objects.get(kind="redirection_notice").number


def test_completion_is_asked_once_and_starts_the_term_again(body):
    lead = a_complaint(body, employer=Employer(address="示范县工地"))
    with on(NEXT) as at:
        ask_for_completion(lead=lead, wanted="用人单位名称", actor=handler(body), at=at)
    with on(date(2026, 9, 7)) as at:
        record_completion(
            lead=lead, employer=an_employer(), account="在工地务工，工资没有支付。", actor=handler(body), at=at,
            violation_began_on=date(2026, 5, 1),
        )  # fmt: skip
        assert (running(lead).started_on, running(lead).due_on) == (date(2026, 9, 7), date(2026, 9, 14))
        with pytest.raises(Refused, match="应当一次告知需要补正的内容"):
            ask_for_completion(lead=lead, wanted="还有", actor=handler(body), at=at)


@pytest.mark.clause("LSP-2004:18#accept")
def test_complaint_is_declined_for_a_statutory_reason_in_writing(body):
    lead = a_complaint(body)
    head = person_of(body, "unit_head")
    with on(NEXT) as at:
        with pytest.raises(Refused, match="不是法定的不予受理理由"):
            decline_acceptance(lead=lead, reason="too_busy", actor=head, at=at)
        with pytest.raises(Refused, match="应当先告知补正"):
            decline_acceptance(lead=lead, reason="employer_unknown", actor=head, at=at)
        with pytest.raises(Refused, match="您不能不予受理"):
            decline_acceptance(lead=lead, reason="out_of_powers", actor=handler(body), at=at)
        decline_acceptance(lead=lead, reason="out_of_powers", note="属住建部门职责。", actor=head, at=at)
    lead.refresh_from_db()
    assert lead.status == "declined"
    sheet = json.dumps(Document.objects.get(kind="non_acceptance_notice").sheet, ensure_ascii=False)
    assert "示范县人民政府" in sheet
    assert "60日" in sheet


def test_lead_is_not_opened_without_a_reason(body):
    lead = a_complaint(body, source="patrol")
    head = person_of(body, "unit_head")
    with on(NEXT) as at:
        with pytest.raises(Refused, match="不予立案应当写明理由"):
            decline_to_open(lead=lead, reason=" ", actor=head, at=at)
        assert decline_to_open(lead=lead, reason="经核查工资已经付清。", actor=head, at=at).status == "not_opened"


@pytest.mark.history("P10.29")
def test_patrol_s_finding_becomes_a_case_without_a_complainant(body):
    lead = a_complaint(body, source="patrol", received_way="on_site")
    assert an_accepted_complaint(lead=lead).number
    assert lead.status == "opened"


@pytest.mark.clause("LSR-2004:18.2")
def test_lead_is_transferred_with_a_letter_that_names_nobody(body):
    lead = a_complaint(body, source="tip_off", people=[Person("informant", "匡正")])
    head = person_of(body, "unit_head")
    with on(NEXT) as at:
        with pytest.raises(Refused, match="应当为举报人保密"):
            transfer_lead(
                lead=lead, to="示范县卫生健康局", reason="匡 正反映的职业病问题", papers="登记表", actor=head, at=at
            )
        transfer_lead(
            lead=lead, to="示范县卫生健康局", reason="属职业病防治事项。", papers="登记表1份", actor=head, at=at
        )
    lead.refresh_from_db()
    assert lead.status == "transferred"


def test_leads_about_one_employer_are_merged_and_every_complainant_is_answered(body):
    first = a_complaint(body)
    second = a_complaint(body, people=[a_complainant("匡正", 8)], account="六月工资没有支付。")
    with on(NEXT) as at:
        merge_lead(lead=second, into=first, actor=handler(body), at=at)
    case = an_accepted_complaint(lead=first, day=NEXT)
    second.refresh_from_db()
    assert (second.status, second.case, second.informants.count()) == ("merged", case, 1)
    with on(date(2026, 9, 30)) as at:
        for lead in (first, second):
            answer_complainant(lead=lead, answer="已责令用人单位支付。", actor=handler(body), at=at)
    assert set(Lead.objects.values_list("status", flat=True)) == {"answered"}
    assert Document.objects.filter(kind="outcome_answer").count() == 2


@pytest.mark.clause("LSR-2004:9.3")
def test_answer_that_names_another_complainant_is_refused(body):
    first = a_complaint(body)
    second = a_complaint(body, people=[a_complainant("匡正", 8)])
    with on(NEXT) as at:
        merge_lead(lead=second, into=first, actor=handler(body), at=at)
    an_accepted_complaint(lead=first, day=NEXT)
    with on(date(2026, 9, 30)) as at, pytest.raises(Refused, match="应当为举报人保密"):
        answer_complainant(lead=first, answer="你和匡正的工资已经支付。", actor=handler(body), at=at)


def test_leads_about_different_employers_are_not_merged(body):
    first, second = a_complaint(body), a_complaint(body, employer=an_employer(2))
    with on(NEXT) as at, pytest.raises(Refused, match="不是同一用人单位"):
        merge_lead(lead=second, into=first, actor=handler(body), at=at)


def test_lead_is_not_merged_into_itself(body):
    lead = a_complaint(body)
    with on(NEXT) as at, pytest.raises(Refused, match="不能并入自己"):
        merge_lead(lead=lead, into=lead, actor=handler(body), at=at)


@pytest.mark.history("P10.28")
def test_withdrawn_complaint_does_not_end_the_case(body):
    case = an_accepted_complaint(body)
    with on(NEXT) as at:
        record_complaint_withdrawal(lead=case.leads.get(), reason="已经私下和解。", actor=handler(body), at=at)
    case.refresh_from_db()
    assert (case.status, case.leads.get().status) == ("opened", "accepted")


def test_step_before_the_lead_came_in_is_refused(body):
    lead = a_complaint(body)
    with on(date(2026, 8, 31)) as at, pytest.raises(Refused, match="不能早于线索登记日期"):
        ask_for_completion(lead=lead, wanted="名称", actor=handler(body), at=at)


def test_acceptance_signed_twice_is_refused(body):
    lead = a_complaint(body)
    an_accepted_complaint(lead=lead)
    with on(NEXT) as at, pytest.raises(Refused, match="现在是“已受理”"):
        propose_opening(
            lead=lead, title="拖欠工资", officers=officers_of(body), opinion="建议。", actor=handler(body), at=at
        )


def test_nobody_but_the_unit_head_accepts_or_opens(body):
    complaint, patrol = a_complaint(body), a_complaint(body, source="patrol", employer=an_employer(2))
    who = {"officers": officers_of(body), "title": "拖欠工资", "party_kind": "organisation"}
    with on(NEXT) as at:
        with pytest.raises(Refused, match="您不能受理并立案"):
            accept_complaint(lead=complaint, opening=opening_of(complaint, **who), actor=handler(body), at=at)
        with pytest.raises(Refused, match="您不能立案"):
            open_lead(lead=patrol, opening=opening_of(patrol, **who), actor=handler(body), at=at)

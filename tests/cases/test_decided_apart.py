"""An employer and its responsible person in one case: two notices, two decisions, two terms, one review."""

from datetime import timedelta

import pytest

from tests.builders import cases as build
from tests.builders import legal_review as reviewing
from tests.builders.remembered import remembered
from tests.cases.refusing import asked, refusal_of
from yangguang.base.events import SYSTEM
from yangguang.base.models import LedgerEntry
from yangguang.cases.models import DecisionStatus
from yangguang.cases.plugs.closing import unsettled_of
from yangguang.cases.use_cases.add_party import add_party
from yangguang.cases.use_cases.annul_decision import annul_decision
from yangguang.cases.use_cases.mark_unfulfilled import mark_all_unfulfilled
from yangguang.cases.use_cases.re_examine import re_examine
from yangguang.cases.use_cases.record_payment import record_payment
from yangguang.cases.use_cases.record_remedy import record_remedy
from yangguang.cases.use_cases.record_remedy_outcome import record_remedy_outcome
from yangguang.cases.use_cases.void_decision import void_decision
from yangguang.kernel.person_ids import check_character
from yangguang.legal_review.draft_text import paragraphs_of
from yangguang.legal_review.plugs import decisions_without_review
from yangguang.records.api import documents_of

pytestmark = pytest.mark.django_db

ONE_DAY = timedelta(days=1)
PERSON_ID = "11010119880412003" + check_character("110101198804120030")
PERSON = {"kind": "person", "name": "罗玉梅", "code": PERSON_ID, "legal_representative": ""}
OWN = {"penalties": ["warning", "fine"], "basis": build.BASIS, "reasons": "安排加班。",
       "discretion": {"tier": "一般", "reasons": "酌情。", "outside_reason": "对个人从低。"}}  # fmt: skip


def shares(case, *, company=500000, person=300000, **changes):
    first, second = case.parties.order_by("position")
    return {
        first.public_id: OWN | {"fine_fen": company, "discretion": build.a_proposal()["discretion"]},
        second.public_id: OWN | {"fine_fen": person} | changes,
    }


@remembered
def a_case_of_two():
    """Investigated and concluded, with the employer and its responsible person."""
    case = build.with_records(build.an_open_case(parties=(build.a_party(), build.a_party(2, **PERSON))))
    return build.concluded(case)


@remembered
def a_heard_case_of_two():
    """Both were told apart, and neither said a word."""
    case = a_case_of_two()
    build.notice_given(case, shares=shares(case))
    build.served(case, "prior_notice", build.NOTIFIED, relation="designated")
    with build.on(build.HEARD) as at:
        re_examine(case_id=case.pk, answers={}, actor=build.handler_of(case), at=at)
    case.refresh_from_db()
    return case


@remembered
def a_decided_case_of_two():
    """Two decisions of one approval."""
    case = a_heard_case_of_two()
    build.drafted(case, shares=shares(case))
    case.refresh_from_db()
    reviewing.passed(reviewing.a_review(case))
    case.refresh_from_db()
    return build.decision_signed(case)


def given_to(case, decision, day=build.SERVED):
    party = case.parties.get(public_id=decision.content["parties"][0]["ref"])
    with build.on(day, 14) as at:
        return build.serve_document(
            case_id=case.pk, document_ref=decision.document.public_id, party_ref=party.public_id,
            service=build.ServiceFacts(
                "direct", recipient=party.name, relation="party", proof_number="回证1号", sealed=True
            ),
            actor=build.handler_of(case), at=at,
        )  # fmt: skip


def paid(case, decision, amount, day=build.SERVED + ONE_DAY):
    with build.on(day) as at:
        return record_payment(
            case_id=case.pk, amount_fen=amount, paid_on=day, payee="示范县农村商业银行", decision_ref=decision.public_id,
            receipt_number=f"NO.{decision.pk}", actor=build.handler_of(case), at=at,
        )  # fmt: skip


@pytest.mark.history("P10.18")
@pytest.mark.clause("MWR-2019:54#person")
def test_each_party_gets_a_notice_and_a_decision_of_its_own():
    case = a_decided_case_of_two()
    company, person = case.decisions.order_by("pk")
    assert (company.fine_fen, person.fine_fen) == (500000, 300000)
    assert company.number != person.number
    assert [notice.fine_fen for notice in case.notices.order_by("pk")] == [500000, 300000]
    assert "罗玉梅" in str(person.document.sheet)
    assert "宏基建筑" not in str(person.document.sheet).replace(case.title, "")
    assert "叁仟元整" in str(person.document.sheet)
    assert list(decisions_without_review()) == []
    assert LedgerEntry.objects.filter(event="DecisionMade").count() == 2


def test_approval_form_says_what_is_proposed_for_each():
    sheet = str(documents_of(a_decided_case_of_two().public_id).get(kind="penalty_approval").sheet)
    assert "对罗玉梅拟作决定" in sheet
    assert "叁仟元整" in sheet


def test_reviewer_reads_what_is_proposed_for_each():
    case = a_heard_case_of_two()
    draft = build.drafted(case, shares=shares(case))
    told = dict(paragraphs_of(draft.content))
    company, person = case.parties.order_by("position")
    assert told[f"对{company.name}：决定内容"] == ["警告、罚款", "罚款 5,000.00 元"]
    assert told[f"对{person.name}：决定内容"] == ["警告、罚款", "罚款 3,000.00 元"]
    assert "决定内容" not in told


def test_case_is_served_when_the_last_of_them_has_its_decision():
    case = a_decided_case_of_two()
    company, person = case.decisions.order_by("pk")
    given_to(case, company)
    case.refresh_from_db()
    company.refresh_from_db()
    assert (case.status, company.status) == ("decided", DecisionStatus.SERVED)
    assert case.clocks.filter(kind="pay_by", about_ref=company.public_id).exists()
    given_to(case, person, build.SERVED + ONE_DAY)
    case.refresh_from_db()
    assert case.status == "served"
    days = {clock.about_ref: clock.started_on for clock in case.clocks.filter(kind="sue_by")}
    assert days == {company.public_id: build.SERVED, person.public_id: build.SERVED + ONE_DAY}


def test_each_fine_has_its_own_term_and_the_case_is_fulfilled_with_the_last():
    case = a_decided_case_of_two()
    company, person = case.decisions.order_by("pk")
    given_to(case, company)
    paid(case, company, 500000)
    given_to(case, person, build.SERVED + 2 * ONE_DAY)
    case.refresh_from_db()
    assert (case.status, unsettled_of(case)) == ("served", ["罚款缴纳"])
    late = build.SERVED + 40 * ONE_DAY
    with build.on(late) as at:
        assert mark_all_unfulfilled(actor=SYSTEM, at=at) == 1
    paid(case, person, 300000, late)
    case.refresh_from_db()
    assert (case.status, unsettled_of(case)) == ("fulfilled", [])


def test_receipt_beyond_the_fine_of_this_party_is_refused():
    case = a_decided_case_of_two()
    company, person = case.decisions.order_by("pk")
    given_to(case, company)
    given_to(case, person)
    assert refusal_of(paid, case, person, 500000).field == "amount"


@pytest.mark.history("P9.25")
def test_fine_of_one_party_heavier_than_it_was_told_is_refused_whatever_the_other_was_told():
    case = a_heard_case_of_two()
    build.drafted(case, shares=shares(case, company=400000, person=400000))
    assert not asked("not_heavier", case).holds
    assert not asked("same_as_notified", case).holds


def test_party_left_out_is_named():
    case = a_case_of_two()
    told = shares(case)
    told.pop(case.parties.get(name="罗玉梅").public_id)
    refusal = refusal_of(build.notice_given, case, shares=told)
    assert (refusal.field, "罗玉梅" in refusal.reason) == ("apart", True)


def test_share_whose_kinds_and_amount_contradict_each_other_is_refused():
    case = a_case_of_two()
    assert refusal_of(build.notice_given, case, shares=shares(case, penalties=["warning"])).field == "apart"


def test_notice_without_reasons_for_one_party_is_refused():
    case = a_case_of_two()
    refusal = refusal_of(build.notice_given, case, shares=shares(case, reasons=" "))
    assert refusal.reason == "告知内容不完整：缺少理由。"


def test_hearing_is_owed_by_each_party_s_own_threshold():
    case = a_case_of_two()
    refusal = refusal_of(build.notice_given, case, shares=shares(case, person=500000))
    assert refusal.reason == "未告知当事人要求听证的权利。"


def test_annulling_one_decision_leaves_the_other_in_force():
    case = a_decided_case_of_two()
    company, person = case.decisions.order_by("pk")
    for decision in (company, person):
        given_to(case, decision)
    with build.on(build.SERVED + 3 * ONE_DAY) as at:
        head = build.person_of(case.body, "agency_head")
        annul_decision(
            case_id=case.pk,
            decision_ref=person.public_id,
            reason="认定责任人有误。",
            received_on=at.day,
            actor=head,
            at=at,
        )
    case.refresh_from_db()
    company.refresh_from_db()
    assert (case.status, company.status) == ("served", DecisionStatus.SERVED)
    assert not case.clocks.filter(kind="pay_by", about_ref=person.public_id, stopped_on=None).exists()


@pytest.mark.clause("APL-2021:48.2")
def test_decision_that_falls_in_reconsideration_leaves_the_other_in_force():
    case = a_decided_case_of_two()
    company, person = case.decisions.order_by("pk")
    for decision in (company, person):
        given_to(case, decision)
    handler = build.handler_of(case)
    with build.on(build.SERVED + 2 * ONE_DAY) as at:
        remedy = record_remedy(
            case_id=case.pk, decision_ref=person.public_id, kind="reconsideration", authority="示范县人民政府",
            number="示府复受字〔2026〕第9号", received_on=at.day, actor=handler, at=at,
        )  # fmt: skip
    with build.on(build.SERVED + 20 * ONE_DAY) as at:
        record_remedy_outcome(
            case_id=case.pk, remedy_ref=remedy.public_id, outcome="annulled", outcome_paper="复议决定书",
            outcome_received_on=at.day, outcome_words="撤销。", actor=handler, at=at,
        )  # fmt: skip
    for one in (case, company, person):
        one.refresh_from_db()
    assert (case.status, company.status, person.status) == ("served", DecisionStatus.SERVED, DecisionStatus.ANNULLED)
    running = case.clocks.filter(kind="pay_by", stopped_on=None).values_list("about_ref", flat=True)
    assert list(running) == [company.public_id]


def test_unserved_decisions_made_together_are_voided_together():
    case = a_decided_case_of_two()
    with build.on(build.DECIDED, 20) as at:
        void_decision(
            case_id=case.pk, reason="当事人姓名写错。", actor=build.person_of(case.body, "agency_head"), at=at
        )
    assert set(case.decisions.values_list("status", flat=True)) == {DecisionStatus.VOIDED}


def test_decisions_one_of_which_was_served_are_not_voided():
    case = a_decided_case_of_two()
    given_to(case, case.decisions.order_by("pk").first())
    with build.on(build.SERVED, 20) as at:
        refusal = refusal_of(
            void_decision, case_id=case.pk, reason="写错。", actor=build.person_of(case.body, "agency_head"), at=at
        )
    assert refusal.reason == "决定书已经送达部分当事人，不能作废。"


def test_responsible_person_found_by_the_investigation_becomes_a_party_once():
    case = build.an_open_case()
    facts = build.PartyFacts("person", "罗玉梅", PERSON_ID, "", "示范县滨河路8号")

    def added(facts=facts, reason="直接负责的主管人员。"):
        with build.on(build.OPENED + ONE_DAY) as at:
            return add_party(case_id=case.pk, facts=facts, reason=reason, actor=build.handler_of(case), at=at)

    assert added().position == 2
    assert refusal_of(added).reason == "该当事人已经在本案中。"
    assert refusal_of(added, reason=" ").field == "reason"
    assert refusal_of(added, facts=build.PartyFacts("person", "李四", "110101198804120031")).field == "party_code"
    assert case.parties.count() == 2


@pytest.mark.clause("APL-2021:72.1.1#rate")
def test_second_overdue_fine_of_a_case_is_announced_too():
    """Served on 9 and 11 November: due on the 24th and the 26th."""
    case = a_decided_case_of_two()
    company, person = case.decisions.order_by("pk")
    given_to(case, company)
    given_to(case, person, build.SERVED + 2 * ONE_DAY)
    told = []
    for days in (16, 17, 18, 19):
        with build.on(build.SERVED + days * ONE_DAY) as at:
            told.append(mark_all_unfulfilled(actor=SYSTEM, at=at))
    assert told == [1, 0, 1, 0]
    assert [one.summary for one in LedgerEntry.objects.filter(event="FineOverdue").order_by("pk")] == [
        "缴款期限 2026-11-24，未缴 5,000.00 元", "缴款期限 2026-11-26，未缴 3,000.00 元",
    ]  # fmt: skip
    case.refresh_from_db()
    assert case.status == "unfulfilled"

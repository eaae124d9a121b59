"""A decision typed wrongly and not yet served is voided with its reason and decided again (history 42 of the penalty line)."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.builders import cases as build
from tests.builders.disclosure import deliver
from tests.cases.refusing import refusal_of
from yangguang.base import verifying
from yangguang.base.models import IssuedNumber, LedgerEntry
from yangguang.cases.use_cases.issue_decision import issue_decision
from yangguang.cases.use_cases.void_decision import void_decision
from yangguang.disclosure.models import Publication
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.records.api import documents_of, void_document

pytestmark = pytest.mark.django_db

VOIDED, AGAIN, SERVED = date(2026, 11, 9), date(2026, 11, 10), date(2026, 11, 11)


def voided(case, *, reason="决定书上当事人名称写错。", role="agency_head", day=VOIDED):
    with build.on(day) as at:
        decision = void_decision(case_id=case.pk, reason=reason, actor=build.person_of(case.body, role), at=at)
    case.refresh_from_db()
    return decision


@pytest.mark.history("P10.42")
def test_unserved_decision_typed_wrongly_is_voided_and_decided_again_under_a_new_number():
    case = build.a_decided_case()
    wrong = voided(case)
    assert (wrong.status, case.status, case.outcome, case.decided_on) == ("voided", "review_passed", "", None)
    assert documents_of(case.public_id).get(number=wrong.number).status == "voided"
    assert IssuedNumber.objects.get(text=wrong.number).void_reason == "决定书上当事人名称写错。"
    case = build.decision_signed(case, day=AGAIN)
    right = build.the_decision(case)
    assert (right.status, right.number != wrong.number) == ("decided", True)
    assert build.served(case, "penalty_decision", SERVED).status == "served"
    told = LedgerEntry.objects.get(event="DecisionVoided")
    assert (told.facts["number"], told.facts["reason"]) == (wrong.number, "决定书上当事人名称写错。")


def test_draft_changed_after_voiding_goes_back_to_legal_review():
    case = build.a_decided_case()
    voided(case)
    build.drafted(case, day=VOIDED, reasons="安排劳动者加班超过法定上限，已经改正。")
    case.refresh_from_db()
    assert case.status == "heard"
    assert "不能作出处罚决定" in refusal_of(build.decision_signed, case, day=AGAIN).reason
    case = build.decision_signed(build.exempted(case, day=AGAIN), day=SERVED)
    assert case.status == "decided"


def test_voided_decision_is_not_decided_again_on_the_old_signatures():
    case = build.a_decided_case()
    voided(case)
    head = build.person_of(case.body, "agency_head")
    with build.on(AGAIN) as at:
        told = {"case_id": case.pk, "kind": "penalty", "proof": None, "recording_note": "没有录像设备。"}
        refusal = refusal_of(issue_decision, actor=head, at=at, **told)
    assert refusal.remedy == "请提请审批。"


def test_term_of_deciding_runs_on_after_voiding():
    case = build.a_decided_case()
    assert case.clocks.filter(kind="decide_by", stopped_on=None).count() == 0
    voided(case)
    running = set(case.clocks.filter(stopped_on=None).values_list("kind", flat=True))
    assert {"decide_by", "dispose_by"} <= running
    assert "serve_by" not in running


def test_planned_publication_of_a_voided_decision_is_struck_from_the_list():
    case = build.a_decided_case()
    deliver()
    decision = voided(case)
    deliver()
    publication = Publication.objects.get(decision=decision)
    assert (publication.status, publication.withholding_ground) == ("withheld", "no_longer_stands")
    build.decision_signed(case, day=AGAIN)
    deliver()
    assert Publication.objects.get(decision=build.the_decision(case)).status == "pending_publication"


def test_decision_made_without_notice_goes_back_to_before_the_notice():
    case = build.a_concluded_case()
    build.drafted(case, kind="violation_not_established", day=build.NOTIFIED, outcome="violation_not_established")
    case = build.decision_signed(case, kind="violation_not_established", day=build.HEARD)
    voided(case, day=build.SIGNED)
    assert case.status == "concluded"


def test_served_decision_cannot_be_voided():
    case = build.a_served_case()
    assert refusal_of(voided, case).remedy == "只有尚未送达的决定可以作废。"


def test_decision_one_of_its_parties_already_has_cannot_be_voided():
    case = build.a_decided_case()
    documents_of(case.public_id).filter(kind="penalty_decision").update(status="served")
    assert refusal_of(voided, case).remedy == "请按撤销决定办理。"


def test_decision_is_voided_by_the_agency_head_alone_and_with_a_reason():
    case = build.a_decided_case()
    assert refusal_of(voided, case, reason=" ").field == "reason"
    assert refusal_of(voided, case, role="unit_head").remedy == "有权办理的是本案的机关负责人。"


def test_paper_of_a_decision_cannot_be_voided_alone():
    case = build.a_decided_case()
    paper = build.the_decision(case).document
    refusal = refusal_of(
        void_document, document_id=paper.pk, reason="写错", actor=build.handler_of(case), at=Moment.now()
    )
    assert "作废决定" in refusal.remedy
    paper.refresh_from_db()
    assert paper.status != "voided"


def test_agency_head_voids_an_unserved_decision_on_its_page():
    case = build.a_decided_case()
    client, page = Client(), reverse("cases:act", args=[case.public_id, "void_decision"])
    client.force_login(build.person_of(case.body, "agency_head"))
    with clock.frozen(clock.beijing(VOIDED, 15)):
        assert page in client.get(reverse("cases:case", args=[case.public_id])).content.decode()
        assert build.the_decision(case).number in client.get(page).content.decode()
        told = {"occurred_at": f"{VOIDED}T15:00", "seen_version": str(case.version), "reason": "金额大写写错。"}
        assert client.post(page, told).status_code == 302
    assert build.the_decision(case).status == "voided"


def test_nothing_is_found_wrong_after_a_decision_was_voided_and_made_again():
    case = build.a_decided_case()
    voided(case)
    build.decision_signed(case, day=AGAIN)
    deliver()
    asked = {"numbers", "case_numbers", "decisions_on_record", "legal_review", "publication_duties"}
    found = {name: faults for name, _, faults in verifying.run(asked)}
    assert found == dict.fromkeys(asked, [])

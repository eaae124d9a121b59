"""A third party of a hearing is told like a party: its notice is served with proof, days ahead, and shown while it is missing."""

from datetime import date, timedelta

import pytest

from tests.builders import cases as build
from tests.builders import hearings, serving
from tests.cases.refusing import refusal_of
from tests.cases.test_third_parties import WORKER, a_hearing_that_names_a_worker, a_hearing_told_to_a_worker
from yangguang.base.events import SYSTEM
from yangguang.cases.models import Clock, ServiceOfDocuments
from yangguang.cases.presentation.serving import waiting_of
from yangguang.cases.serving import parties_for, recipients_of_main_line
from yangguang.cases.standing import papers_to_serve
from yangguang.cases.use_cases._hearing_room import ThirdParty
from yangguang.cases.use_cases.deem_served import deem_all_served, last_day_of
from yangguang.cases.use_cases.record_service_failure import record_service_failure
from yangguang.cases.use_cases.serve_document import ServiceFacts, serve_document
from yangguang.records.api import documents_of

pytestmark = [pytest.mark.django_db, pytest.mark.clause("APL-2021:64.1.2")]
UNIT = ThirdParty.read(["示范锦绣包装厂（单位）：承揽加工，被要求连带支付"])[0]
UNTOLD = "没有依法提前通知第三人吴小燕参加听证。"


def kinds_waiting(case):
    return [paper.kind for paper in papers_to_serve(case)]


def test_notice_waits_until_the_third_party_it_names_has_it_too():
    case = a_hearing_that_names_a_worker()
    assert "notice_of_hearing" in kinds_waiting(case)
    assert "听证通知书" in {row["title"] for row in waiting_of(case)}
    case = hearings.third_parties_told(case)
    assert "notice_of_hearing" not in kinds_waiting(case)
    kept = ServiceOfDocuments.objects.exclude(service_recipient=None).get()
    assert (str(kept.whom), kept.served_on, kept.proof_number) == (
        "吴小燕（第三人）",
        hearings.NOTIFIED,
        "回证〔2026〕9号",
    )
    proof = documents_of(case.public_id).filter(kind="proof_of_service").order_by("-position").first()
    assert "吴小燕" in str(proof.sheet)


def test_hearing_is_not_held_while_a_third_party_has_not_got_its_notice():
    case = a_hearing_that_names_a_worker()
    for third in ([], [WORKER]):
        refusal = refusal_of(hearings.held, case, third_parties=third)
        assert refusal.reason.startswith(UNTOLD[:-1])
        assert "APL-2021:64.1.2" in refusal.clauses
    assert hearings.held(hearings.third_parties_told(case)).status == "hearing_over"


def test_third_party_told_too_late_is_not_told():
    case = hearings.third_parties_told(a_hearing_that_names_a_worker(), hearings.NOTIFIED + timedelta(days=1))
    assert refusal_of(hearings.held, case, third_parties=[WORKER]).reason.startswith(UNTOLD[:-1])


def test_third_party_that_comes_and_agrees_all_the_same_lets_the_hearing_be_held():
    case = hearings.held(a_hearing_that_names_a_worker(), third_parties=[WORKER], waived_names=["吴小燕"])
    hearing = case.hearings.get()
    assert [(one["name"], one["told"], one["waived"]) for one in hearing.third_parties] == [("吴小燕", "yes", "yes")]
    assert "同意不再等候提前通知的期限" in str(hearing.record.sheet)


def test_nobody_who_did_not_come_agrees_to_anything():
    refusal = refusal_of(hearings.held, a_hearing_that_names_a_worker(), waived_names=["吴小燕"])
    assert (refusal.reason, refusal.field) == ("吴小燕没有到场，不能放弃提前通知。", "waived_names")


def test_days_ahead_run_from_whoever_was_told_last():
    case = hearings.third_parties_told(a_hearing_that_names_a_worker(), hearings.NOTIFIED + timedelta(days=1))
    clock = Clock.objects.get(case=case, kind="notify_hearing_by", stopped_on=None)
    assert clock.started_on == hearings.NOTIFIED + timedelta(days=1)


def test_postponed_hearing_is_told_to_the_third_party_anew():
    case = hearings.postponed(a_hearing_told_to_a_worker(), set_for=date(2026, 11, 26))
    case = build.served(case, "hearing_postponement", hearings.HELD)
    assert case.service_recipients.count() == 1
    assert "hearing_postponement" in kinds_waiting(case)
    assert refusal_of(hearings.held, case, day=date(2026, 11, 26)).reason.startswith(UNTOLD[:-1])
    case = hearings.third_parties_told(case, hearings.HELD)
    assert hearings.held(case, day=date(2026, 11, 26), third_parties=[WORKER]).status == "hearing_over"


def test_reception_of_a_unit_takes_in_what_a_third_party_gets_and_that_of_a_person_does_not():
    case = a_hearing_that_names_a_worker(UNIT)
    assert hearings.third_parties_told(case, relation="reception", recipient="前台")
    person = a_hearing_that_names_a_worker()
    refusal = refusal_of(hearings.third_parties_told, person, relation="reception", recipient="前台")
    assert refusal.reason == "签收人不是有权签收的人。"


def test_third_party_gets_no_other_paper():
    case = a_hearing_that_names_a_worker()
    other = documents_of(case.public_id).filter(kind="prior_notice").first()
    third = case.service_recipients.get()
    with build.on(hearings.NOTIFIED, 15) as at:
        refusal = refusal_of(
            serve_document, case_id=case.pk, document_ref=other.public_id, party_ref=third.public_id,
            service=ServiceFacts("direct", recipient="吴小燕", relation="party", proof_number="1"),
            actor=build.handler_of(case), at=at,
        )  # fmt: skip
    assert (refusal.reason, refusal.field) == ("这份文书不是给该受送达人的。", "party_ref")


def test_notice_a_third_party_cannot_be_handed_is_recorded_as_one_that_failed():
    case = a_hearing_that_names_a_worker()
    notice, third = case.hearings.get().notice, case.service_recipients.get()
    assert parties_for(case, notice) == [*case.parties.order_by("position"), third]
    with build.on(hearings.NOTIFIED, 16) as at:
        row = record_service_failure(
            case_id=case.pk, document_ref=notice.public_id, party_ref=third.public_id, method="direct", failure="不在家。",
            actor=build.handler_of(case), at=at,
        )  # fmt: skip
    assert row.whom == third


def test_notice_of_a_third_party_nobody_finds_is_announced_and_counts_as_served_when_the_days_are_full():
    case = a_hearing_that_names_a_worker()
    notice, third = case.hearings.get().notice, case.service_recipients.get()
    row = serving.announced(case, hearings.NOTIFIED, document=notice, party=third)
    full = last_day_of(row)
    with build.on(full, 1) as at:
        assert deem_all_served(actor=SYSTEM, at=at) == 1
    assert ServiceOfDocuments.objects.get(service_recipient=third, succeeded=True).served_on == full
    assert "notice_of_hearing" not in kinds_waiting(case)


def test_forms_offer_the_third_party_and_the_page_says_that_it_has_not_been_told(client):
    case = a_hearing_that_names_a_worker()
    assert recipients_of_main_line(case)[-1][1] == "吴小燕（第三人）"

    def shown(path, whose):
        client.force_login(whose)
        return client.get(f"/desk/cases/{case.public_id}/{path}").content.decode()

    with build.on(hearings.NOTIFIED, 16):
        assert "第三人吴小燕（加班的职工，要求支付加班费）：听证通知书还没有送达" in shown("", build.handler_of(case))
        assert "吴小燕（第三人）" in shown("acts/serve_document/", build.handler_of(case))
    with build.on(hearings.HELD, 12):
        assert "吴小燕还没有收到听证通知书" in shown("acts/hold_hearing/", hearings.the_chair(case))
    hearings.third_parties_told(case)
    with build.on(hearings.NOTIFIED, 16):
        assert "听证通知书10月28日送达" in shown("", build.handler_of(case))


def test_what_is_typed_of_a_unit_comes_back_as_it_was_typed():
    assert (UNIT.name, UNIT.kind) == ("示范锦绣包装厂", "organisation")
    assert ThirdParty.read([ThirdParty.written([UNIT])]) == [UNIT]

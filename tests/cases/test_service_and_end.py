"""Service, payment, closing, archive: what makes a decision count and what ends a case."""

from datetime import date

import pytest

from tests.builders import cases as build
from tests.builders.directory import an_account, an_officer
from tests.builders.signing import all_signed
from tests.cases.refusing import asked, refusal_of
from yangguang.base import outbox, vault
from yangguang.base.events import SYSTEM
from yangguang.base.models import LedgerEntry
from yangguang.cases.use_cases.annul_case_opening import annul_case_opening
from yangguang.cases.use_cases.annul_decision import annul_decision
from yangguang.cases.use_cases.archive_file import archive_file
from yangguang.cases.use_cases.assign_officers import assign_officers
from yangguang.cases.use_cases.close_case import close_case
from yangguang.cases.use_cases.mark_unfulfilled import mark_all_unfulfilled, mark_unfulfilled
from yangguang.cases.use_cases.record_payment import record_payment
from yangguang.cases.use_cases.record_service_failure import record_service_failure
from yangguang.cases.use_cases.request_end import request_end
from yangguang.kernel.moment import Moment
from yangguang.records.api import documents_of, void_document

pytestmark = pytest.mark.django_db

PAID = date(2026, 11, 16)


def paid(case, fen=500000, day=PAID, **changes):
    known = {
        "amount_fen": fen, "paid_on": day, "payee": "示范县农村商业银行", "receipt_number": f"NO.{fen}",
    } | changes  # fmt: skip
    with build.on(day) as at:
        return record_payment(case_id=case.pk, actor=build.handler_of(case), at=at, **known)


def test_officers_are_replaced_after_the_decision_so_that_somebody_can_serve_it():
    case = build.a_decided_case()
    fresh = [an_officer(body=case.body, named=name) for name in ("魏岚", "许安")]
    head = build.person_of(case.body, "unit_head")
    with build.on(build.SERVED) as at:
        assign_officers(case_id=case.pk, officers=fresh, reason="原承办人调离。", actor=head, at=at)
    case = build.served(case, "penalty_decision", build.SERVED)
    assert (case.status, build.handler_of(case)) == ("served", fresh[0].account)


@pytest.mark.clause("APL-2021:40")
def test_record_that_was_voided_proves_nothing_any_more():
    case = build.a_concluded_case()
    record = documents_of(case.public_id).get(kind="interview_record")
    with build.on(build.NOTIFIED) as at:
        void_document(document_id=record.pk, reason="笔录有误。", actor=build.handler_of(case), at=at)
    assert asked("evidence_verified", case).reason == "证据未经查证属实。"


def test_payment_later_than_its_entry_is_refused():
    assert refusal_of(paid, build.a_served_case(), paid_on=date(2026, 11, 17)).field == "paid_on"


def closing(case, day=PAID, ground="fulfilled", note="未配备记录仪，已书面说明。", hour=15):
    with build.on(day, hour) as at:
        return request_end(
            case_id=case.pk, act="close_case", opinion="建议结案。", actor=build.handler_of(case), at=at,
            ground=ground, summary="已缴清。", recording_note=note,
        )  # fmt: skip


REFUSED_SERVICE = [
    ({"proof_number": ""}, "没有送达回证。", "CPL-2023:87.1"),
    ({"relation": "other"}, "签收人不是有权签收的人。", "CPL-2023:88.1"),
    ({"relation": "adult_family"}, "签收人不是有权签收的人。", "CPL-2023:88.1"),
    ({"method": "post", "recipient": ""}, "邮件未妥投，不能记为送达。", "CPL-2023:88.1"),
    ({"method": "left", "refusal": "前台拒收"}, "留置送达没有见证人签名，也没有拍照、录像。", "CPL-2023:89"),
    ({"method": "left", "witness": "社区干部"}, "未发生拒绝接收，不能留置送达。", "CPL-2023:89"),
]


@pytest.mark.history("P9.49")
@pytest.mark.parametrize(("service", "words", "clause"), REFUSED_SERVICE)
def test_service_that_does_not_count_is_refused(service, words, clause):
    case = build.notice_given(build.a_concluded_case())
    refusal = refusal_of(build.served, case, "prior_notice", build.NOTIFIED, **service)
    assert refusal.reason == words
    assert refusal.clause == clause
    assert not case.clocks.filter(kind="statement_period").exists()


@pytest.mark.history("P10.2")
@pytest.mark.clause("CPL-2023:89")
def test_document_left_on_film_without_a_witness_is_served():
    case = build.notice_given(build.a_concluded_case())
    film = vault.store(b"film", media_type="video/mp4")
    build.served(case, "prior_notice", build.NOTIFIED, method="left", refusal="前台拒收", recording=film, recipient="")
    assert case.notices.get().served_on == build.NOTIFIED


@pytest.mark.clause("APL-2021:67.3")
def test_terms_run_from_the_day_of_service():
    case = build.a_served_case()
    due = {clock.kind: clock.due_on for clock in case.clocks.filter(stopped_on=None)}
    assert due["pay_by"] == date(2026, 11, 24)
    assert due["apply_for_reconsideration_by"] == date(2027, 1, 8)
    assert due["sue_by"] == date(2027, 5, 10)
    assert "serve_by" not in due


def test_term_of_payment_that_ends_on_a_rest_day_rolls():
    case = build.served(build.a_decided_case(), "penalty_decision", date(2026, 11, 13))
    assert case.clocks.get(kind="pay_by").due_on == date(2026, 11, 30)


def test_served_document_cannot_be_voided():
    case = build.a_served_case()
    document = documents_of(case.public_id).get(kind="penalty_decision")
    refusal = refusal_of(
        void_document, document_id=document.pk, reason="写错", actor=build.handler_of(case), at=Moment.now()
    )
    assert "已经送达" in refusal.reason


def test_failed_service_opens_no_window():
    case = build.notice_given(build.a_concluded_case())
    with build.on(build.NOTIFIED, 16) as at:
        row = record_service_failure(
            case_id=case.pk, document_ref=case.notices.get().document.public_id, method="direct", failure="门锁无人。",
            party_ref=case.parties.get().public_id, actor=build.handler_of(case), at=at,
        )  # fmt: skip
    assert (row.succeeded, case.notices.get().served_on) == (False, None)


@pytest.mark.history("P9.42")
@pytest.mark.clause("APL-2021:67.1")
def test_fine_collected_by_the_body_itself_is_refused():
    case = build.a_served_case()
    for payee in (case.body.name, "陈立", ""):
        assert refusal_of(paid, case, payee=payee).reason == "作出罚款决定的机关不得自行收缴罚款。"


def test_fine_is_settled_when_its_parts_add_up():
    case = build.a_served_case()
    paid(case, 200000)
    case.refresh_from_db()
    assert case.status == "served"
    assert refusal_of(paid, case, 300001).field == "amount"
    assert refusal_of(paid, case, 200000).field == "receipt_number"
    paid(case, 300000)
    case.refresh_from_db()
    assert case.status == "fulfilled"
    assert not case.clocks.filter(kind="pay_by", stopped_on=None).exists()


def test_payment_before_service_is_refused():
    assert refusal_of(paid, build.a_served_case(), paid_on=date(2026, 11, 8)).field == "paid_on"


def test_fine_not_paid_in_time_is_marked_by_the_system_alone():
    case = build.a_served_case()
    with build.on(date(2026, 11, 24)) as on_time:
        assert mark_all_unfulfilled(actor=SYSTEM, at=on_time) == 0
    with build.on(date(2026, 11, 25)) as late:
        refusal = refusal_of(lambda: mark_unfulfilled(case_id=case.pk, actor=build.handler_of(case), at=late))
        assert refusal.remedy == "有权办理的是本案的系统。"
        assert mark_all_unfulfilled(actor=SYSTEM, at=late) == 1
        assert mark_all_unfulfilled(actor=SYSTEM, at=late) == 0
    case.refresh_from_db()
    assert case.status == "unfulfilled"


@pytest.mark.clause("ENV-2010:67")
def test_case_with_an_unpaid_fine_cannot_be_closed():
    refusal = refusal_of(closing, build.a_served_case())
    assert refusal.reason == "尚有罚款缴纳未完成，不得结案。"


@pytest.mark.history("P10.44")
@pytest.mark.clause("APL-2021:47")
def test_case_without_recordings_needs_a_word_on_why():
    case = build.a_served_case()
    paid(case)
    assert refusal_of(closing, case, note="").reason.startswith("缺少应当制作的文字或者音像记录（10月13日询问")


def closed_case():
    case = build.a_served_case()
    paid(case)
    build.approve(closing(case), case.body, PAID, hour=16)
    case.refresh_from_db()
    return case


@pytest.mark.duty("R04")
def test_case_is_closed_and_its_file_archived_with_page_numbers():
    case = closed_case()
    assert (case.status, case.closing.ground) == ("closed", "fulfilled")
    assert not case.clocks.filter(stopped_on=None).exists()
    archivist = an_account(role="archivist", body=case.body)
    all_signed(case, day=date(2026, 11, 16))
    with build.on(date(2026, 11, 17)) as at:
        assert "没有生成" in refusal_of(archive_file, case_id=case.pk, actor=archivist, at=at).reason
        documents_of(case.public_id).update(pages=2)
        archive_file(case_id=case.pk, actor=archivist, at=at)
    case.refresh_from_db()
    assert case.status == "archived"
    paper = documents_of(case.public_id).get(kind="catalogue")
    assert "1—2" in str(paper.sheet)
    assert LedgerEntry.objects.filter(event="CaseFileArchived").exists()


@pytest.mark.history("P9.88")
@pytest.mark.clause("APL-2021:47")
@pytest.mark.duty("R04")
def test_archived_file_does_not_change():
    case = closed_case()
    archivist = an_account(role="archivist", body=case.body)
    documents_of(case.public_id).update(pages=1)
    all_signed(case, day=date(2026, 11, 16))
    with build.on(date(2026, 11, 17)) as at:
        archive_file(case_id=case.pk, actor=archivist, at=at)
    refusal = refusal_of(paid, case, 100)
    assert refusal.reason
    with build.on(date(2026, 11, 17), 15) as at:
        head = build.person_of(case.body, "unit_head")
        again = refusal_of(lambda: close_case(case_id=case.pk, ground="fulfilled", summary="再结", actor=head, at=at))
    assert again.reason == "案卷归档后不得修改、增加、抽取。"


def test_opening_is_annulled_only_before_a_notice():
    case = build.a_concluded_case()
    head = build.person_of(case.body, "agency_head")
    with build.on(build.NOTIFIED) as at:
        assert refusal_of(annul_case_opening, case_id=case.pk, reason="", actor=head, at=at).field == "reason"
        annul_case_opening(case_id=case.pk, reason="已经改正，没有处罚必要。", actor=head, at=at)
    case.refresh_from_db()
    assert (case.status, case.outcome) == ("opening_annulled", "rectified")


def test_opening_of_a_notified_case_cannot_be_annulled():
    case = build.a_notified_case()
    head = build.person_of(case.body, "agency_head")
    with build.on(build.HEARD) as at:
        refusal = refusal_of(annul_case_opening, case_id=case.pk, reason="算了", actor=head, at=at)
    assert refusal.reason.startswith("已告知拟处罚的案件应当作出处罚、不予处罚或者移送决定")


@pytest.mark.clause("APL-2021:75.2")
def test_decision_is_annulled_with_a_reason():
    case = build.a_served_case()
    decision, head = build.the_decision(case), build.person_of(case.body, "agency_head")
    told = {"case_id": case.pk, "decision_ref": decision.public_id, "received_on": PAID, "actor": head}
    with build.on(PAID) as at:
        assert refusal_of(annul_decision, reason=" ", at=at, **told).reason == "撤销决定应当说明理由。"
        annul_decision(reason="人民法院判决撤销。", at=at, **told)
    decision.refresh_from_db()
    case.refresh_from_db()
    assert (decision.status, case.status) == ("annulled", "annulled")
    assert asked("not_double_fined", case, content={"fine_fen": 1}).holds


@pytest.mark.duty("R02")
def test_every_paper_of_the_line_is_rendered():
    case = build.a_served_case()
    outbox.deliver_all()
    assert not documents_of(case.public_id).filter(pdf=None).exists()

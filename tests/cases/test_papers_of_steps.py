"""Papers made by the step they belong to: what was taken as evidence, notice of a visit, announcement of a hearing, slip."""

from datetime import date

import pytest

from tests.builders import cases as build
from tests.builders import fulfilment as fine
from tests.builders import hearings
from tests.builders.labour import RECEIVED, a_complaint, a_labour_agency, handler, on
from tests.cases.refusing import refusal_of
from yangguang.base import vault
from yangguang.base.events import SYSTEM
from yangguang.base.press.reading import text_of_pdf
from yangguang.cases.rules.witnesses import Witness
from yangguang.cases.standing import papers_to_serve
from yangguang.cases.use_cases.collect_evidence import collect_evidence
from yangguang.cases.use_cases.pass_on_lead import pass_on_lead
from yangguang.cases.use_cases.record_additional_payment import record_additional_payment
from yangguang.cases.use_cases.record_payment import record_payment
from yangguang.records.api import Document, ask_for_bound_file, bind_waiting, documents_of, every_volume, evidence_of

pytestmark = pytest.mark.django_db
A_WITNESS = Witness("李方", "滨河社区居民委员会", "", "滨河路2号", "signed")


def paper_of(file_ref, kind):
    """The newest paper of a kind, and its words."""
    found = documents_of(file_ref).filter(kind=kind).order_by("-position").first()
    return found, str(found.sheet)


@pytest.mark.clause("APL-2021:46.1")
def test_what_was_taken_as_evidence_is_written_on_a_numbered_form_beside_it():
    case = build.with_records(build.an_open_case())
    day = case.steps_taken.latest("occurred_at").occurred_at.date()
    for told in (
        {"kind": "electronic_data", "name": "考勤机导出数据", "content": build.PAGE, "file_name": "kq.pdf"},
        {"kind": "physical_evidence", "name": "工牌", "sampled": True, "witness": A_WITNESS},
    ):
        with build.on(day) as at:
            evidence = collect_evidence(
                case_id=case.pk, source="公司人事科", proves="加班时间", obtained_on=day, actor=build.handler_of(case), at=at,
                officers=build.officers_of(case.body), certificate_shown=True, original=True, **told,
            )  # fmt: skip
    data, (sample, words) = (
        documents_of(case.public_id).get(title__startswith="电子数据"),
        paper_of(case.public_id, "evidence_extraction"),
    )
    assert evidence_of(case.public_id).get(name="考勤机导出数据").blob.sha256 in str(data.sheet)
    assert (sample.title, evidence.name) == ("抽样取证记录（工牌）", "工牌")
    assert all(
        word in words for word in ("李方，滨河社区居民委员会，滨河路2号", "公司人事科", "加班时间", "陈立", "周敏")
    )
    series = documents_of(case.public_id).filter(kind="evidence_extraction").order_by("position")
    assert [one.number for one in series][-1] == f"示人社监证字〔2026〕第{len(series)}号"
    titles = [entry.title for volume in every_volume(case.public_id) for entry in volume.entries]
    assert titles.index(data.title) < titles.index(sample.title)


@pytest.mark.clause("INS-2024:approve")
def test_approved_visit_has_a_notice_that_waits_to_be_served():
    visit = date(2026, 10, 15)
    case = build.inspection_allowed(build.an_open_case(), day=visit)
    notice, words = paper_of(case.public_id, "inspection_notice")
    assert notice in papers_to_serve(case)
    assert notice.number == "示人社监检通字〔2026〕第1号"
    for told in ("2026年10月15日", "滨河路8号", "核对考勤原始记录", "陈立、周敏", "拒绝检查", "申请回避"):
        assert told in words
    build.served(case, "inspection_notice", visit)
    assert notice not in papers_to_serve(case)


@pytest.mark.clause("APL-2021:64.1.3")
def test_hearing_in_public_is_announced_and_announced_anew_when_it_is_put_off():
    case = hearings.notified(hearings.an_asked_hearing())
    first, words = paper_of(case.public_id, "hearing_announcement")
    assert (first.title, first.number) == ("听证公告", "示人社监听公字〔2026〕第1号")
    assert "公开举行听证" in words
    assert "可以旁听" in words
    assert first not in papers_to_serve(case)
    hearings.postponed(case, set_for=date(2026, 12, 1))
    again, words = paper_of(case.public_id, "hearing_announcement")
    assert (again.title, again.number) == ("延期听证公告", "示人社监听公字〔2026〕第2号")
    assert "2026年12月1日" in words


def test_hearing_behind_closed_doors_is_not_announced():
    case = hearings.notified(hearings.an_asked_hearing(), in_public=False, closed_ground="trade_secret")
    assert not documents_of(case.public_id).filter(kind="hearing_announcement").exists()


@pytest.mark.clause("LSR-2004:9.3")
def test_lead_is_handed_over_by_a_slip_that_does_not_say_who_told():
    body = a_labour_agency()
    clerk = build.person_of(body, "window_clerk")
    lead = a_complaint(body, by=clerk)
    with on(RECEIVED, 10) as at:
        told = {"lead": lead, "to": [handler(body)], "actor": clerk, "at": at}
        assert refusal_of(pass_on_lead, wanted="请向万春山了解。", **told).clause == "LSR-2004:9.3"
        pass_on_lead(wanted="先核对工资支付台账。", **told)
    slip, words = paper_of(lead.public_id, "assignment_slip")
    assert (slip.title, slip.number, slip.volume) == ("线索交办单", "示人社监交字〔2026〕第1号", "side")
    assert all(word in words for word in (lead.number, "先核对工资支付台账", handler(body).name, clerk.name))
    assert "万春山" not in words
    assert Document.objects.filter(kind="assignment_slip").count() == 1


@pytest.mark.clause("FCS-1997:8.1")
def test_receipts_of_fine_and_addition_are_bound_into_the_file_as_they_are_recorded():
    decision = fine.an_overdue_fine()
    fine.imposed(decision, date(2026, 11, 26))
    case, paid_on = decision.case, date(2026, 11, 27)
    scan = vault.store(build.PAGE, media_type="application/pdf")
    with build.on(paid_on, 15) as at:
        told = {"paid_on": paid_on, "payee": fine.AGENT, "actor": build.handler_of(case), "at": at}
        drawing = vault.store(b"x", media_type="application/zip")
        refusal = refusal_of(
            record_payment, case_id=case.pk, amount_fen=500000, receipt_number="NO.1", proof=drawing, **told
        )
        assert (refusal.field, refusal.remedy) == ("proof", "请上传凭证的 PDF 或者照片。")
        record_payment(case_id=case.pk, amount_fen=500000, receipt_number="NO.1", proof=scan, **told)
        record_additional_payment(decision=decision, amount_fen=45000, receipt_number="NO.2", **told)
    first, second = documents_of(case.public_id).filter(kind="payment_receipt").order_by("position")
    assert [one.title for one in (first, second)] == ["缴款凭证（NO.1）", "缴款凭证（NO.2）"]
    assert [one.blob for one in first.scans.all()] == [scan]
    for words, document in (("5,000.00 元", first), ("附后", first), ("加处罚款", second), ("未上传", second)):
        assert words in str(document.sheet), words
    (main,) = (one for one in every_volume(case.public_id) if one.name == "main")
    assert [one.title for one in main.entries if "缴款凭证" in one.title] == [first.title, second.title]
    with build.on(paid_on, 16) as at:
        told = {"body": case.body, "file_ref": case.public_id, "purpose": "preview"}
        asked = ask_for_bound_file(actor=build.handler_of(case), at=at, **told)
        bind_waiting(actor=SYSTEM, at=at)
    asked.refresh_from_db()
    said = text_of_pdf(vault.read(asked.blob))
    assert said.count("NO.1") >= 2  # in the contents and on its page

"""Documents and evidence on screen: read, downloaded, signed, voided, judged – by whoever may, and nobody else."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.builders.cases import PAGE, an_open_case, handler_of, with_records
from tests.builders.directory import an_account
from yangguang.base import outbox
from yangguang.base.press.docx_reading import read_docx
from yangguang.records.api import DocumentStatus, documents_of, evidence_of, render_document

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    return with_records(an_open_case())


def the_record(case):
    return documents_of(case.public_id).get(kind="interview_record")


def at(name, thing):
    return reverse(f"records:{name}", args=[thing.public_id])


def test_handler_reads_a_document_as_text_with_its_signed_pages(client, case):
    client.force_login(handler_of(case))
    words = client.get(at("document", the_record(case))).content.decode()
    for told in ("询问笔录", "是否安排加班？", "全部页", case.number, "签名页齐全"):
        assert told in words


def test_document_leaves_as_pdf_and_word_with_its_own_name_and_type(client, case):
    outbox.deliver_all()
    client.force_login(handler_of(case))
    pdf = client.get(at("pdf", the_record(case)))
    assert pdf.content.startswith(b"%PDF")
    assert pdf["Content-Type"] == "application/pdf"
    assert pdf["X-Content-Type-Options"] == "nosniff"
    assert pdf["Cache-Control"] == "private, no-store"
    word = client.get(at("docx", the_record(case)))
    assert word["Content-Disposition"].startswith("attachment; filename*=UTF-8''%E8%AF%A2")
    assert read_docx(word.content)


def test_document_not_yet_rendered_has_nothing_to_download(client, case):
    client.force_login(handler_of(case))
    assert client.get(at("pdf", the_record(case))).status_code == 404


def test_file_of_another_body_is_not_there_in_any_form(client, case):
    record = render_document(the_record(case))
    scan = record.scans.select_related("blob").get()
    client.force_login(an_account(role="case_handler"))
    evidence = evidence_of(case.public_id).first()
    for address in (
        at("document", record), at("pdf", record), at("docx", record), at("blob", scan.blob), at("evidence", evidence),
    ):  # fmt: skip
        assert client.get(address).status_code == 404, address
    assert client.post(at("sign_document", record), {"page_number": "1"}).status_code == 404
    assert client.post(at("void_document", record), {"reason": "误作"}).status_code == 404


def test_handler_photographs_a_signed_page_into_the_file(client, case):
    client.force_login(handler_of(case))
    sheet = documents_of(case.public_id).get(kind="opening_approval")
    photo = SimpleUploadedFile("签名.pdf", PAGE, content_type="application/pdf")
    assert client.post(at("sign_document", sheet), {"scan": photo}).status_code == 302
    scan = sheet.scans.select_related("blob").get()
    assert scan.covers_all
    assert client.get(at("blob", scan.blob)).content == PAGE


def test_page_that_is_no_picture_is_refused_and_says_what_to_upload(client, case):
    client.force_login(handler_of(case))
    sheet = documents_of(case.public_id).get(kind="opening_approval")
    script = SimpleUploadedFile("签名.pdf", b"<script>alert(1)</script>", content_type="application/pdf")
    answer = client.post(at("sign_document", sheet), {"scan": script})
    assert answer.status_code == 409
    assert "没有保存" in answer.content.decode()
    assert "请选择" in client.post(at("sign_document", sheet), {}).content.decode() or sheet.scans.count() == 0


def test_handler_voids_a_document_with_a_reason_and_the_number_stays(client, case):
    client.force_login(handler_of(case))
    sheet = documents_of(case.public_id).get(kind="opening_approval")
    assert client.post(at("void_document", sheet), {"reason": " "}).status_code == 200
    assert client.post(at("void_document", sheet), {"reason": "当事人名称写错"}).status_code == 302
    sheet.refresh_from_db()
    assert sheet.status == DocumentStatus.VOIDED
    assert "当事人名称写错" in client.get(at("document", sheet)).content.decode()


def test_reader_who_does_not_keep_the_file_may_not_change_it(client, case):
    client.force_login(an_account(role="case_handler", body=case.body))
    record = the_record(case)
    assert "归入签名页" not in client.get(at("document", record)).content.decode()
    answer = client.post(at("void_document", record), {"reason": "误作"})
    assert answer.status_code == 409
    assert "本案承办人" in answer.content.decode()
    record.refresh_from_db()
    assert record.status == DocumentStatus.ISSUED


def test_handler_excludes_evidence_with_a_reason(client, case):
    client.force_login(handler_of(case))
    sheet = evidence_of(case.public_id).get(name="考勤记录")
    address = reverse("cases:judge_evidence", args=[sheet.public_id])
    assert address in client.get(at("evidence", sheet)).content.decode()
    assert client.post(address, {"verified": "no", "words": "取得时没有两名执法人员。"}).status_code == 302
    words = client.get(at("evidence", sheet)).content.decode()
    assert "已排除" in words
    assert "取得时没有两名执法人员" in words
    assert address not in words


def test_colleague_who_does_not_handle_the_case_cannot_judge_its_evidence(client, case):
    colleague = an_account(role="case_handler", body=case.body, unit=case.unit)
    sheet = evidence_of(case.public_id).get(name="考勤记录")
    client.force_login(colleague)
    answer = client.post(
        reverse("cases:judge_evidence", args=[sheet.public_id]), {"verified": "yes", "words": "核对。"}
    )
    assert answer.status_code == 409
    assert "本案的承办人" in answer.content.decode()

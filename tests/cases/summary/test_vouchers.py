"""Vouchers of money and things lie in the file: of a fine collected on the spot on its way to the bank, of what went back."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.builders import cases
from tests.builders import summary as build
from tests.builders.directory import an_account
from tests.builders.signing import all_signed
from tests.cases.refusing import failing, refusal_of
from tests.cases.summary.test_after_the_scene import banked, closing, filed, remitted
from yangguang.base import outbox, vault
from yangguang.base.events import SYSTEM
from yangguang.base.press.reading import text_of_pdf
from yangguang.cases.use_cases.archive_file import archive_file
from yangguang.cases.use_cases.supply_voucher import supply_voucher
from yangguang.records.api import ask_for_bound_file, bind_waiting, documents_of, every_volume

pytestmark = pytest.mark.django_db

KINDS = ("payment_receipt", "remittance_slip", "bank_receipt")


def a_scan():
    return vault.store(cases.PAGE, media_type="application/pdf")


def vouchers(case):
    return list(documents_of(case.public_id).filter(kind__in=KINDS).order_by("position"))


@pytest.mark.clause("APL-2021:70", "APL-2021:71#officer", "APL-2021:71#body")
def test_vouchers_of_a_fine_collected_on_the_spot_are_bound_into_the_file_as_they_are_recorded():
    case = build.a_case_on_the_spot()
    build.collected(case, proof=a_scan())
    remitted(case, date(2026, 5, 9), proof=a_scan())
    banked(case, date(2026, 5, 11))
    receipt, slip, bank = vouchers(case)
    titles = ["罚款专用票据（省财0001）", "交款单（交款1）", "银行缴款回单（回单1）"]
    assert [one.title for one in (receipt, slip, bank)] == titles
    for words, document in (("600.00 元", receipt), ("附后", receipt), ("交机关日期", slip), ("登记时未上传", bank)):
        assert words in str(document.sheet), words
    assert [one.scans.count() for one in (receipt, slip, bank)] == [1, 1, 0]
    (main,) = (one for one in every_volume(case.public_id) if one.name == "main")
    assert [one.title for one in main.entries if one.title in titles] == titles
    with build.on(date(2026, 5, 11), 16) as at:
        told = {"body": case.body, "file_ref": case.public_id, "purpose": "preview"}
        asked = ask_for_bound_file(actor=build.actor_of(case.body), at=at, **told)
        bind_waiting(actor=SYSTEM, at=at)
    asked.refresh_from_db()
    assert text_of_pdf(vault.read(asked.blob)).count("省财0001") >= 2  # in the contents and on its page


@pytest.mark.clause("APL-2021:70")
def test_scan_no_page_can_be_made_of_is_no_fiscal_receipt():
    case = build.a_case_on_the_spot()
    proof = vault.store(b"x", media_type="application/zip")
    refusal = refusal_of(build.collected, case, proof=proof)
    assert (refusal.field, refusal.remedy) == ("proof", "请上传凭证的 PDF 或者照片。")


def at_rest(*, scanned=False):
    """Collected, handed in, banked and filed; closed four days later."""
    case = build.a_case_on_the_spot()
    proofs = {"proof": a_scan()} if scanned else {}
    build.collected(case, **proofs)
    filed(case)
    remitted(case, date(2026, 5, 11), **proofs)
    banked(case, date(2026, 5, 12), **proofs)
    cases.approve(closing(case), case.body, date(2026, 5, 12), hour=16)
    outbox.deliver_all()
    case.refresh_from_db()
    return case


def archiving(case, day=date(2026, 5, 13), hour=9):
    all_signed(case)
    with build.on(day, hour) as at:
        archive_file(case_id=case.pk, actor=an_account(role="archivist", body=case.body), at=at)


def supplied(case, voucher, day=date(2026, 5, 13), **facts):
    with build.on(day, 10) as at:
        told = {"proof": a_scan()} | facts
        return supply_voucher(case_id=case.pk, voucher=voucher, actor=build.actor_of(case.body), at=at, **told)


@pytest.mark.clause("APL-2021:47", "APL-2021:70", "APL-2021:71#body")
def test_file_without_the_vouchers_of_a_collected_fine_is_not_archived_until_they_are_supplied():
    case = at_rest()
    refusal = refusal_of(archiving, case)
    gap = "案卷缺少凭证存件：罚款专用票据（省财0001）、交款单（交款1）、银行缴款回单（回单1）。"
    assert failing(refusal)["vouchers_filed"].reason == gap
    assert refusal_of(supplied, case, "receipt_number", proof=None).field == "proof"
    supplied(case, "receipt_number")
    assert "省财0001" not in failing(refusal_of(archiving, case, hour=11))["vouchers_filed"].reason
    assert refusal_of(supplied, case, "receipt_number").reason == "案卷不缺这份凭证。"
    documents_of(case.public_id).filter(kind="bank_receipt").update(
        kind="gone"
    )  # recorded before papers were made of it
    bank = supplied(case, "bank_receipt_number")
    assert (bank.kind, bank.title, bank.scans.count()) == ("bank_receipt", "银行缴款回单（回单1）", 1)
    supplied(case, "remittance_number")
    outbox.deliver_all()
    assert failing(refusal_of(supplied, case, "remittance_number")).keys() == {"voucher_wanted"}
    archiving(case, hour=11)
    case.refresh_from_db()
    assert case.status == "archived"


@pytest.mark.clause("APL-2021:47")
def test_file_that_had_its_vouchers_from_the_start_is_archived():
    case = at_rest(scanned=True)
    archiving(case)
    case.refresh_from_db()
    assert case.status == "archived"


def test_handler_sees_on_the_case_page_what_is_lacking_and_supplies_it_there(client):
    case = at_rest()
    client.force_login(build.actor_of(case.body))
    with build.on(date(2026, 5, 13), 10):
        shown = client.get(reverse("cases:case", args=[case.public_id])).content.decode()
        assert "尚缺的票据凭证" in shown
        address = reverse("cases:act", args=[case.public_id, "supply_voucher"])
        assert "银行缴款回单（回单1）" in client.get(address).content.decode()
        told = {"voucher": "receipt_number", "occurred_at": "2026-05-13T10:00", "late_reason": ""}
        scan = SimpleUploadedFile("票据.pdf", cases.PAGE, content_type="application/pdf")
        assert client.post(address, told | {"proof": scan}).status_code == 302
    receipt, slip, _ = vouchers(case)
    assert (receipt.scans.count(), slip.scans.count()) == (1, 0)

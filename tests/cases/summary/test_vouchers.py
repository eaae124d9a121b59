"""Vouchers of money and things lie in the file: of a fine collected on the spot on its way to the bank, of what went back."""

from datetime import date

import pytest

from tests.builders import cases
from tests.builders import summary as build
from tests.cases.refusing import refusal_of
from tests.cases.summary.test_after_the_scene import banked, remitted
from yangguang.base import vault
from yangguang.base.events import SYSTEM
from yangguang.base.press.reading import text_of_pdf
from yangguang.records.api import ask_for_bound_file, bind_waiting, documents_of, every_volume

pytestmark = pytest.mark.django_db

KINDS = ("payment_receipt", "remittance_slip", "bank_receipt")


def a_scan():
    return vault.store(cases.PAGE, media_type="application/pdf")


def vouchers(case):
    return list(documents_of(case.public_id).filter(kind__in=KINDS).order_by("position"))


@pytest.mark.clause("APL-2021:70", "APL-2021:71#officer", "APL-2021:71#body")
def test_vouchers_of_a_fine_collected_on_the_spot_are_bound_into_the_file_as_they_are_recorded():
    case = build.collected(build.a_case_on_the_spot(), proof=a_scan())
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
    proof = vault.store(b"x", media_type="application/zip")
    refusal = refusal_of(build.collected, build.a_case_on_the_spot(), proof=proof)
    assert (refusal.field, refusal.remedy) == ("proof", "请上传收据的 PDF 或者照片。")

"""No file is archived before its signed pages lie in it, or somebody has written why they cannot."""

from datetime import date

import pytest
from django.urls import reverse

from tests.builders import cases as build
from tests.builders.directory import an_account
from tests.builders.samples_of_cases import a_closed_case
from tests.builders.signing import all_signed
from tests.cases.refusing import refusal_of
from yangguang.base import outbox
from yangguang.base.models import LedgerEntry
from yangguang.cases.signatures import lacking_signatures
from yangguang.cases.use_cases.archive_file import archive_file
from yangguang.records.api import bound_files_of, documents_of

pytestmark = [pytest.mark.django_db, pytest.mark.clause("APL-2021:47")]
DAY = date(2026, 11, 17)


def a_file_to_archive():
    case = a_closed_case(build.an_agency())
    documents_of(case.public_id).update(pages=1)
    return case, an_account(role="archivist", body=case.body)


def test_file_without_its_signed_pages_is_not_archived():
    case, archivist = a_file_to_archive()
    with build.on(DAY) as at:
        refusal = refusal_of(archive_file, case_id=case.pk, actor=archivist, at=at, unsigned_reason="  ")
    assert refusal.reason.startswith("案卷缺少签名页：《")
    assert "《送达回证（行政处罚决定书）》" in refusal.reason
    assert "写明原因" in refusal.remedy
    all_signed(case, day=DAY, hour=10)
    with build.on(DAY, 11) as at:
        archive_file(case_id=case.pk, actor=archivist, at=at)
    assert bound_files_of(case.public_id).get(purpose="archive").condition == ""


def test_reason_why_pages_are_not_signed_stands_in_the_note_of_the_file_and_in_the_ledger():
    case, archivist = a_file_to_archive()
    count = len(lacking_signatures(case))
    with build.on(DAY) as at:
        told = {"unsigned_reason": "当事人已经注销，无人补签", "actor": archivist, "at": at}
        long = refusal_of(archive_file, case_id=case.pk, condition="封面缺损" * 100, **told)
        assert (long.field, long.clauses) == ("condition", ("APL-2021:47",))
        archive_file(case_id=case.pk, condition="封面缺损。", **told)
    note = bound_files_of(case.public_id).get(purpose="archive").condition
    assert note == f"封面缺损。 {count} 份文书的签名页没有归入，原因：当事人已经注销，无人补签。"
    assert "《送达回证（行政处罚决定书）》的签名页没有归入，原因：当事人已经注销" in str(
        LedgerEntry.objects.get(event="CaseFileArchived").facts
    )


def test_archivist_is_shown_which_pages_are_lacking_and_asked_for_the_reason_until_they_are_filed(client):
    case, archivist = a_file_to_archive()
    outbox.deliver_all()
    client.force_login(archivist)
    address = reverse("cases:act", args=[case.public_id, "archive_file"])
    with build.on(DAY):
        assert "归档以前应当归入" in client.get(reverse("cases:case", args=[case.public_id])).content.decode()
        shown = client.get(address).content.decode()
        assert "签名页没有归入的原因" in shown
        assert lacking_signatures(case)[0].title in shown
    all_signed(case, day=DAY, hour=10)
    with build.on(DAY, 11):
        assert "签名页没有归入的原因" not in client.get(address).content.decode()
        assert "归档以前应当归入" not in client.get(reverse("cases:case", args=[case.public_id])).content.decode()

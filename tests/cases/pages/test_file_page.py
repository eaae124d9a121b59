"""案卷: asking for the file as one PDF, watching it being bound, and downloading it."""

from datetime import date

import pytest
from django.urls import reverse

from tests.builders import cases as build
from tests.builders.directory import an_account
from tests.builders.samples_of_cases import a_closed_case
from tests.builders.signing import all_signed
from yangguang.base import outbox
from yangguang.base.events import SYSTEM
from yangguang.base.models import LedgerEntry
from yangguang.kernel.moment import Moment
from yangguang.records.api import BoundFile, bind_waiting, bound_files_of

pytestmark = [pytest.mark.django_db, pytest.mark.duty("R04")]


def asked_for(client, case, purpose, **more):
    return client.post(reverse("cases:bind_file", args=[case.public_id]), {"purpose": purpose} | more)


def page_of(client, case):
    return client.get(reverse("cases:file", args=[case.public_id])).content.decode()


def test_handler_asks_for_a_preview_watches_it_and_downloads_it(client):
    case = build.with_records(build.an_open_case())
    client.force_login(build.handler_of(case))
    assert "还没有生成过" in page_of(client, case)
    assert asked_for(client, case, "preview").status_code == 302
    assert "等候生成" in page_of(client, case)
    outbox.deliver_all()
    BoundFile.objects.update(state="making", done=10, total=40)
    assert "10/40 份" in page_of(client, case)
    bind_waiting(actor=SYSTEM, at=Moment.now())
    words, bound = page_of(client, case), bound_files_of(case.public_id).get()
    assert bound.blob.sha256 in words
    answer = client.get(reverse("records:bound_file", args=[bound.public_id]))
    assert answer.content.startswith(b"%PDF-")
    assert answer["Content-Security-Policy"].startswith("sandbox")
    assert LedgerEntry.objects.filter(event="DataExported", subject_ref=bound.public_id).exists()


def test_preview_asked_twice_is_bound_once(client):
    case = build.with_records(build.an_open_case())
    client.force_login(build.handler_of(case))
    asked_for(client, case, "preview", once="a")
    asked_for(client, case, "preview", once="b")
    assert bound_files_of(case.public_id).count() == 1


def test_archivist_archives_with_a_period_and_the_file_page_shows_the_kept_file(client):
    case = a_closed_case(build.an_agency())
    archivist = an_account(role="archivist", body=case.body)
    client.force_login(archivist)
    address = reverse("cases:act", args=[case.public_id, "archive_file"])
    all_signed(case, day=date(2026, 11, 16))
    with build.on(date(2026, 11, 17)):
        outbox.deliver_all()
        told = {"occurred_at": "2026-11-17T08:30", "seen_version": case.version}
        assert "请填写保管期限。" in client.post(address, told).content.decode()
        assert client.post(address, told | {"kept_for": "10_years"}).status_code == 302
        bind_waiting(actor=SYSTEM, at=Moment.now())
        assert "归档卷" in page_of(client, case)
        refused = asked_for(client, case, "preview")
    assert refused.status_code == 409
    assert "案卷已经归档" in refused.content.decode()


def test_head_of_the_agency_reads_the_file_page_without_a_form(client):
    case = build.with_records(build.an_open_case())
    client.force_login(build.person_of(case.body, "agency_head"))
    assert "生成 PDF" not in page_of(client, case)

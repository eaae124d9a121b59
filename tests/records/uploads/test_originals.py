"""An original that was brought becomes evidence of its case, and leaves again stretch by stretch with a line of the record."""

import re
from datetime import date, timedelta

import pytest
from django.conf import settings as site
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.urls import reverse

from tests.builders import cases as build
from tests.builders.directory import an_account
from tests.builders.films import catalogued
from tests.builders.media import a_recording, began, brought
from yangguang.base import ledger, vault
from yangguang.base.models import LedgerEntry
from yangguang.base.sending import stretch_of
from yangguang.cases.acts.collect_evidence import EvidenceForm
from yangguang.cases.use_cases.collect_evidence import collect_evidence
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import evidence_of, media_to_attach
from yangguang.records.models import MediaManifest, TrustOrigin, Upload
from yangguang.records.use_cases.begin_upload import Brought, begin_upload
from yangguang.records.use_cases.end_upload import end_upload
from yangguang.records.use_cases.finish_upload import finish_upload

pytestmark = [pytest.mark.django_db, pytest.mark.duty("R06")]
SIZE = 9_000_000
CONTENT = a_recording(SIZE)


@pytest.fixture
def case():
    return build.an_open_case()


@pytest.fixture
def handler(client, case):
    client.force_login(build.handler_of(case))
    return client


def collected(case, media_ref, **told):
    known = {
        "kind": "audiovisual_material", "name": "现场录像", "source": "执法记录仪", "proves": "加班的现场",
        "obtained_on": date(2026, 11, 18), "officers": build.officers_of(case.body), "certificate_shown": True,
    } | told  # fmt: skip
    with build.on(date(2026, 11, 18), 11) as at:
        return collect_evidence(case_id=case.pk, media_ref=media_ref, actor=build.handler_of(case), at=at, **known)


def address_of(evidence):
    return reverse("records:blob", args=[evidence.blob.public_id])


@pytest.fixture
def evidence(handler, case):
    brought(handler, case.public_id, CONTENT, device="DSJ-07")
    return collected(case, catalogued(media_to_attach(case.public_id).get()).public_id)


def whole(answer):
    return b"".join(answer.streaming_content)


def test_recording_becomes_evidence_without_being_copied(evidence, case):
    made = MediaManifest.objects.get()
    assert evidence.media == made
    assert evidence.blob == made.blob
    assert not media_to_attach(case.public_id).exists()
    assert evidence_of(case.public_id).get(name="现场录像").blob.size == SIZE


def test_original_is_evidence_once(evidence, case):
    with pytest.raises(Refused, match="已经归入证据"):
        collected(case, evidence.media.public_id)


def test_original_of_another_case_cannot_be_taken(handler, case):
    other = build.an_open_case(body=case.body)
    brought(handler, other.public_id, CONTENT)
    with pytest.raises(Refused, match="没有这个已上传的文件"):
        collected(case, MediaManifest.objects.get().public_id)


def test_film_is_no_documentary_evidence(handler, case):
    brought(handler, case.public_id, a_recording())
    with pytest.raises(Refused, match="视听资料或者电子数据"):
        collected(case, MediaManifest.objects.get().public_id, kind="documentary_evidence")


def test_form_offers_what_was_brought_and_is_no_evidence_yet(handler, case):
    address = reverse("cases:act", args=[case.public_id, "collect_evidence"])
    assert "media_ref" not in handler.get(address).context["form"].fields
    brought(handler, case.public_id, a_recording())
    made = catalogued(MediaManifest.objects.get())
    form = handler.get(address).context["form"]
    assert isinstance(form, EvidenceForm)
    assert made.public_id in [value for value, _ in form.fields["media_ref"].choices]
    officers = [officer.public_id for officer in build.officers_of(case.body)]
    answer = handler.post(address, {
        "kind": "audiovisual_material", "name": "现场录像", "source": "执法记录仪", "proves": "现场", "media_ref": made.public_id,
        "obtained_on": "2026-11-18", "officers": officers, "certificate_shown": "on", "occurred_at": "2026-11-18T10:00",
    })  # fmt: skip
    assert answer.status_code == 302, answer.context["form"].errors
    assert evidence_of(case.public_id).get(name="现场录像").media == made


def test_whole_original_leaves_in_blocks_with_a_line(handler, evidence):
    before = LedgerEntry.objects.count()
    answer = handler.get(address_of(evidence))
    assert answer.streaming
    assert (answer.status_code, answer["Content-Length"], answer["Content-Type"]) == (200, str(SIZE), "video/mp4")
    assert answer["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer["Content-Security-Policy"]
    assert whole(answer) == CONTENT
    assert LedgerEntry.objects.count() == before + 1
    assert ledger.entries_about("stored_file", evidence.blob.public_id).last().event == "DataExported"


@pytest.mark.parametrize(
    ("told", "start", "stop"),
    [("bytes=0-0", 0, 1), ("bytes=100-4999999", 100, 5_000_000), ("bytes=8999999-", SIZE - 1, SIZE),
     ("bytes=-10", SIZE - 10, SIZE), ("bytes=5-99999999", 5, SIZE)],
)  # fmt: skip
def test_stretch_of_an_original_leaves_alone(handler, evidence, told, start, stop):
    answer = handler.get(address_of(evidence), headers={"Range": told})
    assert answer.status_code == 206
    assert answer["Content-Range"] == f"bytes {start}-{stop - 1}/{SIZE}"
    assert answer["Content-Length"] == str(stop - start)
    assert whole(answer) == CONTENT[start:stop]


@pytest.mark.parametrize("told", ["bytes=9000000-", "bytes=-0"])
def test_stretch_beyond_the_end_is_said_to_be(handler, evidence, told):
    answer = handler.get(address_of(evidence), headers={"Range": told})
    assert (answer.status_code, answer["Content-Range"]) == (416, f"bytes */{SIZE}")


@pytest.mark.parametrize("told", ["", "bytes=", "bytes=-", "bytes=9-3", "bytes=0-1,5-6", "lines=1-2", "bytes=１-2"])
def test_range_that_asks_for_nothing_known_gives_everything(told):
    assert stretch_of(told, 10) == (0, 10)


def test_player_that_asks_again_and_again_leaves_one_line(handler, evidence):
    before = LedgerEntry.objects.count()
    for start in (0, 100, 5_000_000):
        handler.get(address_of(evidence), headers={"Range": f"bytes={start}-"})
    assert LedgerEntry.objects.count() == before + 1
    with clock.frozen(clock.now() + site.VIEWED_ANEW + timedelta(seconds=1)):
        handler.get(address_of(evidence), headers={"Range": "bytes=7-"})
    assert LedgerEntry.objects.count() == before + 2


def test_of_an_altered_original_the_end_never_comes(handler, evidence):
    place = vault.path_of(evidence.blob.sha256)
    place.chmod(0o600)
    try:
        place.write_bytes(CONTENT[:-1] + b"!")
        answer = handler.get(address_of(evidence))
        come = []
        with pytest.raises(Refused, match="指纹不一致"):
            come.extend(answer.streaming_content)
        assert sum(map(len, come)) < SIZE
    finally:
        place.unlink()


def test_large_file_is_never_read_into_memory(evidence, monkeypatch):
    monkeypatch.setattr(vault, "IN_MEMORY", SIZE - 1)
    with pytest.raises(Refused, match="太大"):
        vault.read(evidence.blob)
    vault.must_be_intact(evidence.blob)


def test_original_of_another_body_is_not_there(client, evidence):
    client.force_login(an_account(role="case_handler"))
    assert client.get(address_of(evidence), headers={"Range": "bytes=0-"}).status_code == 404


@pytest.mark.parametrize(
    "verb", ["UPDATE records_mediamanifest SET device_number = 'x'", "DELETE FROM records_mediamanifest"]
)
def test_manifest_is_written_once(handler, case, verb):
    brought(handler, case.public_id, a_recording())
    from django.db import connection

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(verb)


def test_nobody_claims_a_signature_of_a_device(case):
    told = Brought(name="现场.mp4", length=10, occurred_at=clock.now())
    with pytest.raises(Refused, match="设备签名"):
        begin_upload(
            file_ref=case.public_id, brought=told, actor=build.handler_of(case), at=Moment.now(),
            trust_origin=TrustOrigin.DEVICE,
        )  # fmt: skip


def test_recording_of_tomorrow_is_refused(case):
    told = Brought(name="现场.mp4", length=10, occurred_at=clock.now() + timedelta(hours=1))
    with pytest.raises(Refused, match="不能晚于现在"):
        begin_upload(file_ref=case.public_id, brought=told, actor=build.handler_of(case), at=Moment.now())


def test_upload_that_is_not_whole_is_not_finished(handler, case):
    began(handler, case.public_id, 10)
    upload = Upload.objects.get()
    actor = build.handler_of(case)
    assert finish_upload(upload_ref=upload.public_id, actor=actor, at=Moment.now()).state == "open"
    assert end_upload(upload_ref=upload.public_id, actor=actor, at=Moment.now()).state == "ended"


def test_without_a_script_the_page_takes_the_file_as_a_form(handler, case):
    address = reverse("records:media", args=[case.public_id])
    page = handler.get(address).content.decode()
    assert re.search(r'<input type="file" name="file"[^>]*accept=', page)
    told = {"taken_at": "2026-11-18T09:00", "officer_name": "陈立", "device_number": "DSJ-07"}
    content = a_recording()
    answer = handler.post(address, told | {"file": SimpleUploadedFile("现场.mp4", content)})
    assert answer.status_code == 302
    made = MediaManifest.objects.get()
    assert vault.read(made.blob) == content
    assert (made.device_number, made.officer_name) == ("DSJ-07", "陈立")
    assert "等候归入证据" in handler.get(address).content.decode()
    assert made.sha256 in handler.get(address).content.decode()


def test_form_says_what_is_wrong_with_the_file(handler, case):
    address = reverse("records:media", args=[case.public_id])
    told = {"taken_at": "2026-11-18T09:00", "officer_name": "陈立"}
    answer = handler.post(address, told | {"file": SimpleUploadedFile("现场.mp4", b"<html>" * 2000)})
    assert "文件内容与扩展名不符" in answer.content.decode()
    answer = handler.post(address, told | {"file": SimpleUploadedFile("现场.exe", b"MZ")})
    assert "不能上传这种文件" in answer.content.decode()
    assert not MediaManifest.objects.exists()


def test_page_shows_what_is_on_its_way_to_its_owner_only(client, handler, case):
    began(handler, case.public_id, 1000, "走廊.mp4")
    address = reverse("records:media", args=[case.public_id])
    assert "走廊.mp4" in handler.get(address).content.decode()
    client.force_login(an_account(role="case_handler"))
    assert client.get(address).status_code == 404


def test_case_page_leads_whoever_handles_it_to_the_page(handler, case):
    evidence_tab = handler.get(reverse("cases:case", args=[case.public_id]), {"tab": "evidence"})
    assert reverse("records:media", args=[case.public_id]) in evidence_tab.content.decode()

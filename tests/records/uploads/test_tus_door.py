"""Recordings come in parts and go on after any cut: what was acknowledged is there, and nothing else is."""

import hashlib

import pytest
from django.conf import settings as site
from django.test import Client

from tests.builders.cases import an_open_case, handler_of
from tests.builders.directory import an_account
from tests.builders.media import BEGINNINGS, a_recording, began, brought, offset_of, promised, sent, spoken, told_of
from yangguang.base import ledger, vault
from yangguang.base.models import Blob
from yangguang.base.tlog import merkle
from yangguang.kernel import growing
from yangguang.records import incoming
from yangguang.records.models import MediaManifest, Upload

pytestmark = [pytest.mark.django_db, pytest.mark.duty("R06")]
CHUNK = 4 * 1024 * 1024
UPLOADS = "/desk/uploads/"


@pytest.fixture
def case():
    return an_open_case()


@pytest.fixture
def handler(client, case):
    client.force_login(handler_of(case))
    return client


def test_door_says_what_it_speaks(handler):
    told = spoken(handler, "OPTIONS", UPLOADS)
    assert told.status_code == 204
    assert told["Tus-Version"] == "1.0.0"
    assert told["Tus-Extension"] == "creation,checksum,termination,expiration"
    assert told["Tus-Checksum-Algorithm"] == "sha256,sha1"
    assert int(told["Tus-Max-Size"]) == site.UPLOAD_MOST_BYTES


def test_another_version_of_the_protocol_is_turned_away(handler, case):
    assert spoken(handler, "POST", UPLOADS, Tus_Resumable="0.2.2", Upload_Length=10).status_code == 412


def test_recording_in_three_parts_is_kept_whole_with_its_fingerprints_and_a_line(handler, case):
    content = a_recording(9_000_000)
    created = began(handler, case.public_id, len(content), device="DSJ-07", devicetime="2026-11-18T10:00:03+08:00")
    assert created.status_code == 201
    address, cuts = created["Location"], (0, 4_000_000, 8_388_608, 9_000_000)
    for start, end in zip(cuts, cuts[1:], strict=False):
        answer = sent(handler, address, start, content[start:end])
        assert (answer.status_code, answer["Upload-Offset"]) == (204, str(end))
    made = MediaManifest.objects.get()
    assert made.sha256 == hashlib.sha256(content).hexdigest()
    leaves = [merkle.leaf_hash(content[at : at + CHUNK]) for at in range(0, len(content), CHUNK)]
    assert made.tree_root == merkle.root_of(leaves).hex()
    assert (made.size, made.media_type, made.trust_origin) == (9_000_000, "video/mp4", "manual_upload")
    assert (made.device_number, made.clock_offset_seconds) == ("DSJ-07", 3)
    assert vault.path_of(made.sha256).read_bytes() == content
    line = ledger.entries_about("media", made.public_id).get()
    assert line.facts["tree_root"] == made.tree_root
    assert line.file_ref == case.public_id
    assert not incoming.part_of(Upload.objects.get().public_id).exists()


@pytest.mark.parametrize("suffix", BEGINNINGS)
def test_every_kind_a_device_makes_may_come(handler, case, suffix):
    brought(handler, case.public_id, a_recording(5_000, suffix), f"原件{suffix}")
    assert MediaManifest.objects.get().media_type.startswith(("audio/", "video/", "image/"))


@pytest.mark.parametrize(
    ("name", "content"),
    [("现场.mp4", b"<script>alert(1)</script>" * 300), ("现场.mp3", a_recording(9_000)), ("现场.mp4", b"#EXTM3U\n" * 900),
     ("现场.mp4", b"RIFF\0\0\0\0AVI LIST" + bytes(9_000)), ("短.mp4", b"MZ")],
)  # fmt: skip
def test_file_that_is_not_what_its_name_says_is_removed_and_said_to_be(handler, case, name, content):
    address = began(handler, case.public_id, len(content), name)["Location"]
    assert sent(handler, address, 0, content).status_code == 415
    upload = Upload.objects.get()
    assert upload.state == "refused"
    assert not incoming.part_of(upload.public_id).exists()
    assert not MediaManifest.objects.exists()
    assert spoken(handler, "HEAD", address).status_code == 410


@pytest.mark.parametrize("name", ["网页.html", "程序.exe", "无名", "表.xlsx"])
def test_name_of_another_kind_of_file_is_refused_before_anything_comes(handler, case, name):
    assert began(handler, case.public_id, 10, name).status_code == 413
    assert not Upload.objects.exists()


@pytest.mark.parametrize("offset", [0, 1, 49_999, 50_001, 100_000])
def test_part_at_the_wrong_offset_changes_nothing(handler, case, offset):
    content = a_recording()
    address = began(handler, case.public_id, len(content))["Location"]
    sent(handler, address, 0, content[:50_000])
    assert sent(handler, address, offset, b"x" * 10).status_code == 409
    assert offset_of(handler, address) == 50_000
    sent(handler, address, 50_000, content[50_000:])
    assert vault.read(Blob.objects.get(sha256=hashlib.sha256(content).hexdigest())) == content


@pytest.mark.parametrize("algorithm", ["sha256", "sha1"])
def test_part_that_is_not_what_its_sender_promised_leaves_nothing(handler, case, algorithm):
    content = a_recording()
    address = began(handler, case.public_id, len(content))["Location"]
    assert (
        sent(handler, address, 0, content[:1000], Upload_Checksum=promised(content[:1000], algorithm)).status_code
        == 204
    )
    wrong = promised(b"something else", algorithm)
    assert sent(handler, address, 1000, content[1000:2000], Upload_Checksum=wrong).status_code == 460
    assert offset_of(handler, address) == 1000
    assert incoming.part_of(Upload.objects.get().public_id).stat().st_size == 1000
    assert sent(handler, address, 1000, content[1000:], Upload_Checksum=promised(content[1000:])).status_code == 204
    assert MediaManifest.objects.get().sha256 == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize(
    ("headers", "status"),
    [({"Upload_Checksum": "md5 aaaa"}, 400), ({"Upload_Checksum": "sha256 ?"}, 400), ({"Upload_Offset": "-1"}, 400),
     ({"Upload_Offset": "１"}, 400), ({"Upload_Offset": "0x1"}, 400), ({"Upload_Offset": "9" * 40}, 400)],
)  # fmt: skip
def test_header_that_says_nothing_is_refused(handler, case, headers, status):
    address = began(handler, case.public_id, 1000)["Location"]
    assert spoken(handler, "PATCH", address, b"abc", **({"Upload_Offset": "0"} | headers)).status_code == status
    assert offset_of(handler, address) == 0


def test_more_than_was_announced_is_refused_whole(handler, case):
    address = began(handler, case.public_id, 1000)["Location"]
    assert sent(handler, address, 0, a_recording(1001)).status_code == 413
    assert offset_of(handler, address) == 0


def test_what_a_dead_process_left_behind_the_acknowledged_offset_does_not_count(handler, case):
    content = a_recording()
    address = began(handler, case.public_id, len(content))["Location"]
    sent(handler, address, 0, content[:30_000])
    with incoming.part_of(Upload.objects.get().public_id).open("ab") as file:
        file.write(b"rubbish that was never acknowledged")
    assert offset_of(handler, address) == 30_000
    assert sent(handler, address, 30_000, content[30_000:]).status_code == 204
    assert MediaManifest.objects.get().sha256 == hashlib.sha256(content).hexdigest()


def test_second_client_is_refused_while_the_first_one_writes(handler, case):
    content = a_recording()
    address = began(handler, case.public_id, len(content))["Location"]
    with growing.only_writer(incoming.part_of(Upload.objects.get().public_id)):
        assert sent(handler, address, 0, content).status_code == 423
        assert spoken(handler, "DELETE", address).status_code == 423
    assert sent(handler, address, 0, content).status_code == 204


def test_upload_given_up_is_gone_and_said_to_be(handler, case):
    address = began(handler, case.public_id, 1000)["Location"]
    assert spoken(handler, "DELETE", address).status_code == 204
    upload = Upload.objects.get()
    assert not incoming.part_of(upload.public_id).exists()
    for method in ("HEAD", "DELETE"):
        assert spoken(handler, method, address).status_code == 410
    assert sent(handler, address, 0, b"x").status_code == 410
    assert ledger.entries_about("upload", upload.public_id).last().event == "UploadEnded"


def test_finished_upload_is_not_ended(handler, case):
    address = brought(handler, case.public_id, a_recording())
    assert spoken(handler, "DELETE", address).status_code == 403
    assert MediaManifest.objects.exists()
    assert offset_of(handler, address) == 100_000


def test_nobody_sees_the_upload_of_another(handler, case):
    address = began(handler, case.public_id, 1000)["Location"]
    colleague = Client()
    colleague.force_login(an_account(role="case_handler", body=case.body))
    for method in ("HEAD", "DELETE", "GET"):
        assert spoken(colleague, method, address).status_code == 404
    assert sent(colleague, address, 0, b"x").status_code == 404
    assert spoken(Client(), "HEAD", address).status_code == 401
    assert spoken(Client(), "POST", UPLOADS, Upload_Length=1).status_code == 401


def test_file_one_cannot_see_takes_nothing(client, case):
    client.force_login(an_account(role="case_handler"))
    assert began(client, case.public_id, 1000).status_code == 404
    client.force_login(an_account(role="agency_head", body=case.body))
    assert began(client, case.public_id, 1000).status_code == 403
    assert not Upload.objects.exists()


def test_colleague_who_does_not_keep_the_file_brings_nothing_into_it(client, case):
    client.force_login(an_account(role="case_handler", body=case.body))
    assert began(client, case.public_id, 1000).status_code in {403, 404}
    assert not Upload.objects.exists()


def test_part_from_another_site_is_refused(case):
    careful = Client(enforce_csrf_checks=True)
    careful.force_login(handler_of(case))
    assert began(careful, case.public_id, 1000).status_code == 403
    assert not Upload.objects.exists()


@pytest.mark.parametrize(
    ("setting", "most"), [("UPLOAD_MOST_BYTES", 999), ("UPLOADS_OF_ONE_PERSON", 1999), ("UPLOADS_OF_ONE_FILE", 1999)]
)
def test_more_than_one_may_bring_is_refused(handler, case, settings, setting, most):
    if setting != "UPLOAD_MOST_BYTES":
        began(handler, case.public_id, 1000)
    setattr(settings, setting, most)
    before = Upload.objects.count()
    assert began(handler, case.public_id, 1000).status_code == 413
    assert Upload.objects.count() == before


def test_empty_file_is_refused(handler, case):
    assert began(handler, case.public_id, 0).status_code == 413


def test_same_recording_twice_is_one_stored_file_with_two_manifests(handler, case):
    content = a_recording()
    brought(handler, case.public_id, content)
    brought(handler, case.public_id, content, "又一份.mp4")
    assert Blob.objects.filter(size=len(content)).count() == 1
    assert MediaManifest.objects.count() == 2
    assert not [one for one in Upload.objects.all() if incoming.part_of(one.public_id).exists()]


def test_stored_file_that_was_altered_is_replaced_by_the_one_that_comes(handler, case):
    content = a_recording()
    place = vault.path_of(hashlib.sha256(content).hexdigest())
    place.parent.mkdir(parents=True, exist_ok=True)
    place.unlink(missing_ok=True)
    place.write_bytes(b"x" + content[1:])
    brought(handler, case.public_id, content)
    assert place.read_bytes() == content


@pytest.mark.parametrize(
    ("metadata", "status"),
    [({"case": "\0"}, 404), ({"case": "a" * 26}, 404), ({"case": "x" * 3000}, 404), ({"occurredat": "yesterday"}, 400),
     ({"occurredat": "2026-11-18T09:00:00"}, 400), ({"occurredat": "0001-01-01T00:00:00+14:00"}, 400),
     ({"devicetime": "9999-12-31T23:59:59+00:00"}, 403), ({"device": "DSJ\0"}, 403), ({"officer": "陈" * 81}, 403),
     ({"filename": "现\u202e场.mp4"}, 413), ({"filename": "长" * 201 + ".mp4"}, 413)],
)  # fmt: skip
def test_hostile_metadata_is_refused_in_words(handler, case, metadata, status):
    told = told_of(**({"filename": "现场.mp4", "case": case.public_id} | metadata))
    assert spoken(handler, "POST", UPLOADS, Upload_Length=10, Upload_Metadata=told).status_code == status
    assert not Upload.objects.exists()


@pytest.mark.parametrize("told", ["filename ?", "filename YQ==,filename YQ==", "filename gICA", "x" * 5000])
def test_metadata_that_says_nothing_is_refused(handler, told):
    assert spoken(handler, "POST", UPLOADS, Upload_Length=10, Upload_Metadata=told).status_code == 400


def test_device_whose_clock_fell_back_is_noted_with_its_offset(handler, case):
    began(handler, case.public_id, 10, devicetime="1970-01-01T00:00:00+00:00")
    assert Upload.objects.get().clock_offset_seconds < -1_700_000_000

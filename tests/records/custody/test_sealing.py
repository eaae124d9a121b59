"""What came in is signed, closed day by day, said in the public log, and proven offline – the whole of it or a stretch."""

import io
import json
import subprocess
import sys
import zipfile
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from tests.builders import cases as build
from tests.builders.access import a_colleague
from tests.builders.media import a_recording, an_original, as_evidence
from yangguang.base import chunk_tree, outbox, verifying
from yangguang.base.events import SYSTEM
from yangguang.base.models import LogLeaf
from yangguang.base.tlog import proof_file
from yangguang.base.tlog.site_log import public_key, site_log
from yangguang.disclosure.plugs.public_log import write_log
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.custody import close_days
from yangguang.records.models import EvidenceDay, ManifestSeal, MediaManifest
from yangguang.records.proving import Stretch, bundle, stretch_of
from yangguang.records.sealing import content_of
from yangguang.records.use_cases.close_evidence_day import close_evidence_day

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def case():
    return build.an_open_case()


@pytest.fixture
def originals(case):
    made = [an_original(case, a_recording(3000 + number, seed=number), f"现场{number}.mp4") for number in range(3)]
    outbox.deliver_all()
    return made


def faults():
    return [
        fault for _, _, found in verifying.run({"seals", "media", "tlog", "log_pages", "triggers"}) for fault in found
    ]


def unpacked(content, folder):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        archive.extractall(folder)
    return folder


def checked(folder, *words):
    return subprocess.run(
        [sys.executable, "check_recording.py", ".", *map(str, words)], cwd=folder, capture_output=True, text=True,
        env={"PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip


def test_original_is_signed_as_it_was_written_down_and_the_seal_cannot_be_changed(originals):
    assert ManifestSeal.objects.count() == 3
    said = json.loads(ManifestSeal.objects.get(manifest=originals[0]).statement)
    assert (said["sha256"], said["tree_root"]) == (originals[0].sha256, originals[0].tree_root)
    assert (said["trust_origin"], said["name"]) == ("manual_upload", "现场0.mp4")
    assert faults() == []
    for change in (lambda rows: rows.update(statement="{}"), lambda rows: rows.delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change(ManifestSeal.objects.filter(manifest=originals[0]))


def test_day_is_closed_once_it_is_over_and_the_log_is_told_a_commitment_without_a_name(case, originals):
    with pytest.raises(Refused, match="还没有结束"):
        close_evidence_day(body=case.body, day=clock.today(), actor=SYSTEM, at=Moment.now())
    assert close_days() == 0
    with clock.frozen(clock.beijing(clock.today() + DAY, 2)):
        assert close_days() == 1
        assert close_days() == 0
        outbox.deliver_all()
        write_log()
        day = EvidenceDay.objects.get()
        assert day.size == 3
        leaf = LogLeaf.objects.get(subject_ref=day.public_id)
        assert (leaf.kind, leaf.proven) == ("evidence_day", True)
        told, _ = proof_file.check(bytes(day.proof), site_log().verifier(), of=content_of(day))
        assert told.type == "evidence_day"
        entry = next(entry for _, entry in site_log().store.entries(leaf.place, leaf.place + 1)).decode()
        assert case.number not in entry
        assert day.root not in entry, "whoever lacks the salt learns nothing"
        assert faults() == []


def test_proof_is_checked_offline_and_fails_for_one_flipped_bit(case, originals, tmp_path):
    with clock.frozen(clock.beijing(clock.today() + DAY, 2)):
        close_days()
        outbox.deliver_all()
        write_log()
    manifest = MediaManifest.objects.select_related("body", "blob", "seal").get(pk=originals[1].pk)
    folder = unpacked(bundle(manifest), tmp_path / "proof")
    film = tmp_path / "film.mp4"
    film.write_bytes(a_recording(3001, seed=1))
    key = public_key()
    told = checked(folder, film, key)
    assert told.returncode == 0, told.stdout + told.stderr
    assert "当日的存证在公示存证日志里" in told.stdout
    assert "自入库时起未改动" in told.stdout
    film.write_bytes(a_recording(3001, seed=1)[:-1] + b"\x00")
    assert checked(folder, film, key).returncode == 1
    film.write_bytes(a_recording(3001, seed=1))
    record = folder / "recording.json"
    whole = json.loads(record.read_text(encoding="utf-8"))
    for changed in (
        {"statement": whole["statement"].replace("现场1", "现场2")}, {"signature": whole["signature"][:-6] + "AAAA=\n"},
        {"day": whole["day"] | {"index": 0}},
    ):  # fmt: skip
        record.write_text(json.dumps(whole | changed), encoding="utf-8")
        assert checked(folder, film, key).returncode == 1, changed


def test_stretch_is_proven_without_the_rest(case, monkeypatch, tmp_path):
    monkeypatch.setattr(chunk_tree, "CHUNK", 1024)
    original = an_original(case, a_recording(10_500), "长录像.mp4")
    outbox.deliver_all()
    manifest = MediaManifest.objects.select_related("body", "blob", "seal").get(pk=original.pk)
    assert manifest.chunk_bytes == 1024
    assert stretch_of(manifest, 10, 12, 30) == Stretch(2, 6)
    assert stretch_of(manifest, 0, 30, 30) == Stretch(0, 11)
    with pytest.raises(Refused, match="起止时间不对"):
        stretch_of(manifest, 12, 10, 30)
    for number, stretch in enumerate((Stretch(2, 6), Stretch(9, 11))):
        folder = unpacked(bundle(manifest, stretch), tmp_path / f"part{number}")
        told = checked(folder)
        assert told.returncode == 0, told.stdout + told.stderr
        assert "这一段自入库时起未改动" in told.stdout
        part = folder / "part.bin"
        assert part.read_bytes() == a_recording(10_500)[stretch.first * 1024 : stretch.end * 1024]
        part.write_bytes(part.read_bytes()[:-1] + b"\x00")
        assert checked(folder).returncode == 1


def test_manifest_changed_behind_its_seal_is_named(case, originals, monkeypatch):
    """The triggers keep a row from being changed; whoever takes them away is found out by the signature."""
    from yangguang.records import sealing

    real = sealing.statement_of
    monkeypatch.setattr(sealing, "statement_of", lambda one: real(one).replace('"size":3000', '"size":2999'))
    assert [fault for fault in faults() if "登记与签名不符" in fault] == [
        f"录音录像 {originals[0].public_id}：登记与签名不符"
    ]


def test_original_that_appears_in_a_closed_day_is_named(case, originals):
    with clock.frozen(clock.beijing(clock.today() + DAY, 2)):
        close_days()
    an_original(case, a_recording(4000, seed=9), "后补.mp4")
    outbox.deliver_all()
    assert any("每日存证的根与当日登记不符" in fault for fault in faults())


def test_page_says_honestly_since_when_and_gives_the_package_to_who_acts_in_the_case(client, case, originals):
    evidence = as_evidence(case, originals[0])
    address = reverse("records:proof", args=[evidence.public_id])
    client.force_login(build.handler_of(case))
    told = client.get(address).content.decode()
    assert "自入库时起未改动" in told
    assert "人工上传。没有设备签名：入库以前是否改动，不在证明之内" in told
    package = client.get(reverse("records:proof_package", args=[evidence.public_id]))
    assert {"recording.json", "check_recording.py", "check_publication.py"} <= set(
        zipfile.ZipFile(io.BytesIO(package.content)).namelist()
    )
    wrong = client.get(reverse("records:proof_package", args=[evidence.public_id]), {"begin": "3", "end": "x"})
    assert wrong.status_code == 409
    client.force_login(a_colleague(case))
    assert client.get(address).status_code == 200
    assert client.get(reverse("records:proof_package", args=[evidence.public_id])).status_code == 409

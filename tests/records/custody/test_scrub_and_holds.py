"""The store is read again, damage is named and mended from the replica; what is held may not be disposed of."""

import shutil
from datetime import timedelta

import pytest
from django.conf import settings as site
from django.urls import reverse

from tests.builders import cases as build
from tests.builders.directory import an_account
from tests.builders.media import a_recording, an_original, as_evidence
from yangguang.base import vault, verifying
from yangguang.base.events import SYSTEM
from yangguang.base.models import Blob, LedgerEntry
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import must_not_be_held
from yangguang.records.custody import scrub
from yangguang.records.models import DamagedBlob, ScrubRun
from yangguang.records.use_cases.place_hold import place_hold
from yangguang.records.use_cases.release_hold import release_hold
from yangguang.records.use_cases.scrub_vault import scrub_vault

pytestmark = pytest.mark.django_db


@pytest.fixture
def own_vault(settings, tmp_path):
    settings.VAULT_DIR = tmp_path / "vault"
    settings.VAULT_REPLICA = None
    return settings


@pytest.fixture
def case(own_vault):
    return build.an_open_case()


@pytest.fixture
def films(case):
    Blob.objects.update(checked_at=clock.now())
    return [an_original(case, a_recording(2000, seed=number), f"{number}.mp4") for number in range(3)]


def scrubbed(**budget):
    return scrub_vault(actor=SYSTEM, at=Moment.now(), **({"seconds": 60} | budget))


def flip(manifest):
    path = vault.path_of(manifest.sha256)
    content = bytearray(path.read_bytes())
    content[1000] ^= 1
    path.chmod(0o640)
    path.write_bytes(content)
    return bytes(content)


def test_scrub_goes_on_where_its_budget_ended_and_begins_anew_after_the_period(films, own_vault):
    assert [scrubbed(seconds=0).files for _ in range(2)] == [1, 1]
    assert scrubbed(most_bytes=1).files == 1
    assert scrubbed() is None
    assert ScrubRun.objects.count() == 3
    with clock.frozen(clock.now() + site.SCRUB_PERIOD + timedelta(days=1)):
        assert scrubbed().files == Blob.objects.count()


def test_flipped_bit_missing_file_and_unreadable_file_are_named_once_and_by_verify(films):
    flip(films[0])
    vault.path_of(films[1].sha256).unlink()
    broken = vault.path_of(films[2].sha256)
    broken.unlink()
    broken.mkdir()
    run = scrubbed()
    assert (run.files, run.faults, run.repaired) == (3, 3, 0)
    assert set(DamagedBlob.objects.values_list("kind", flat=True)) == {"altered", "missing", "unreadable"}
    assert LedgerEntry.objects.filter(event="StoredFileDamaged", chain=films[0].body.public_id).count() == 3
    assert scrubbed() is None, "known damage is not told again each night"
    broken.rmdir()
    told = [fault for _, _, found in verifying.run({"vault"}) for fault in found]
    for one in films:
        assert any(one.blob.public_id in fault for fault in told)
    assert [len(found) for _, _, found in verifying.warnings({"damaged_files"})] == [3]


def test_damaged_and_missing_files_come_back_from_a_sound_replica_and_the_damaged_one_is_kept(
    films, own_vault, tmp_path
):
    own_vault.VAULT_REPLICA = tmp_path / "replica"
    shutil.copytree(own_vault.VAULT_DIR, own_vault.VAULT_REPLICA)
    damaged = flip(films[0])
    vault.path_of(films[1].sha256).unlink()
    flip(films[2])
    spoilt = own_vault.VAULT_REPLICA / vault.path_of(films[2].sha256).relative_to(own_vault.VAULT_DIR)
    spoilt.chmod(0o640)
    spoilt.write_bytes(b"neither is this")
    run = scrubbed()
    assert (run.faults, run.repaired) == (3, 2)
    assert vault.read(films[0].blob) == a_recording(2000, seed=0)
    assert vault.read(films[1].blob) == a_recording(2000, seed=1)
    kept = DamagedBlob.objects.get(blob=films[0].blob).kept_aside
    assert (own_vault.VAULT_DIR / kept).read_bytes() == damaged
    assert LedgerEntry.objects.filter(event="StoredFileRepaired").count() == 2
    assert DamagedBlob.objects.get(repaired_at=None).blob == films[2].blob
    spoilt.write_bytes(a_recording(2000, seed=2))
    assert scrubbed().repaired == 1, "the replica came later"
    assert vault.read(films[2].blob) == a_recording(2000, seed=2)


def test_store_is_read_again_at_night_alone(films):
    with clock.frozen(clock.beijing(clock.today(), 14)):
        assert scrub() == 0
    with clock.frozen(clock.beijing(clock.today(), 2)):
        assert scrub() == 3


def test_auditor_sees_what_was_found_and_an_alarm_while_it_is_not_mended(client, films):
    address = reverse("records:custody")
    client.force_login(an_account(role="audit_administrator", body=films[0].body))
    assert "没有发现损坏" in client.get(address).content.decode()
    flip(films[0])
    scrubbed()
    told = client.get(address).content.decode()
    assert "有 1 件存件损坏或者缺失" in told
    assert films[0].sha256 in told


@pytest.mark.clause("ARL-2023:70")
def test_held_file_and_held_piece_may_not_be_disposed_of_until_another_person_releases_it(client, case, films):
    head, agency_head = (build.person_of(case.body, role) for role in ("unit_head", "agency_head"))
    piece = as_evidence(case, films[0])
    known = {"file_ref": case.public_id, "ground": "reconsideration", "words": "示政复〔2026〕5号", "at": Moment.now()}
    with pytest.raises(Refused, match="不能暂停销毁"):
        place_hold(**known, actor=build.handler_of(case))
    with pytest.raises(Refused, match="没有写明暂停销毁的事由"):
        place_hold(**(known | {"words": " "}), actor=head)
    must_not_be_held(case.public_id)
    one = place_hold(**known, actor=head, evidence=piece)
    must_not_be_held(case.public_id, evidence_id=piece.pk + 1)
    for evidence_id in (piece.pk, None):
        with pytest.raises(Refused) as refused:
            must_not_be_held(case.public_id, evidence_id)
        assert refused.value.reason == "该材料因行政复议被冻结，解除前不得处置。"
    with pytest.raises(Refused, match="不得为同一人"):
        release_hold(hold=one, reason="复议终结", actor=head, at=Moment.now())
    with pytest.raises(Refused, match="写明理由"):
        release_hold(hold=one, reason="", actor=agency_head, at=Moment.now())
    release_hold(hold=one, reason="复议终结", actor=agency_head, at=Moment.now())
    must_not_be_held(case.public_id, piece.pk)
    client.force_login(head)
    page = reverse("records:place_hold", args=[case.public_id])
    assert client.post(page, {"ground": "lawsuit", "words": "（2026）示行初3号"}).status_code == 302
    assert "暂停销毁中" in client.get(page).content.decode()
    with pytest.raises(Refused, match="因行政诉讼被冻结"):
        must_not_be_held(case.public_id, piece.pk)

"""The station's folder is read on demand, and a person says where what nobody could place belongs."""

import json

import pytest
from django.urls import reverse

from tests.builders import cases as build
from tests.builders.devices import a_keeper
from tests.builders.directory import a_body, an_account
from tests.builders.stations import an_unclaimed, put, with_station
from yangguang.__main__ import main
from yangguang.base import ledger
from yangguang.directory.models import Body
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.models import MediaManifest, StationImport, Upload, UploadState
from yangguang.records.plugs import station_imports
from yangguang.records.use_cases.ask_station_import import ask_station_import
from yangguang.records.use_cases.claim_recording import claim_recording
from yangguang.records.use_cases.set_aside_recording import set_aside_recording

CODE = "11419901MB1234567X"
pytestmark = [pytest.mark.django_db, pytest.mark.duty("R08", "R09")]


@pytest.fixture
def case():
    return build.an_open_case()


@pytest.fixture
def head(case):
    return build.person_of(case.body, "unit_head")


@pytest.fixture
def upload(case, tmp_path):
    return an_unclaimed(case.body, tmp_path / "card")


def test_claimed_recording_is_an_original_of_the_case_from_then_on(case, head, upload):
    told = {"upload": upload, "file_ref": case.public_id, "actor": head, "at": Moment.now()}
    with pytest.raises(Refused, match="没有填写认领理由"):
        claim_recording(reason=" ", **told)
    claim_recording(reason="看过画面", **told)
    made = MediaManifest.objects.get()
    assert (made.file_ref, made.sha256, made.trust_origin) == (case.public_id, upload.sha256, "station_import")
    assert [one.event for one in ledger.entries_about("upload", upload.public_id)][-1] == "RecordingClaimed"
    with pytest.raises(Refused, match="已经处理"):
        claim_recording(reason="看过画面", **told)


def test_nobody_claims_into_a_case_of_others_or_one_that_ended(case, head, upload):
    foreign = build.an_open_case(body=build.an_agency(named="另一个机关", mark="示另"))
    for ref in (foreign.public_id, "a" * 26):
        with pytest.raises(Refused, match="不能存入这个案卷"):
            claim_recording(upload=upload, file_ref=ref, reason="看过画面", actor=head, at=Moment.now())
    stranger = a_keeper(foreign.body)
    with pytest.raises(Refused, match="只有本机关"):
        claim_recording(upload=upload, file_ref=foreign.public_id, reason="看过", actor=stranger, at=Moment.now())
    type(case).objects.filter(pk=case.pk).update(status="closed")
    with pytest.raises(Refused, match="不能存入这个案卷"):
        claim_recording(upload=upload, file_ref=case.public_id, reason="看过画面", actor=head, at=Moment.now())


def test_recording_of_no_case_is_set_aside_with_its_reason_and_kept(head, upload):
    with pytest.raises(Refused, match="没有填写理由"):
        set_aside_recording(upload=upload, reason="", actor=head, at=Moment.now())
    set_aside_recording(upload=upload, reason="测试设备", actor=head, at=Moment.now())
    upload.refresh_from_db()
    assert (upload.state, upload.why) == (UploadState.ASIDE, "测试设备")
    assert not MediaManifest.objects.exists()


def test_folder_of_the_station_is_read_by_the_jobs_and_every_file_that_wants_a_word_is_told(
    case, head, tmp_path, client
):
    client.force_login(head)
    Body.objects.filter(pk=case.body_id).update(credit_code=CODE)
    with with_station(tmp_path):
        assert "没有采集站文件夹" in client.post(reverse("records:station")).content.decode()
        put(tmp_path / CODE, "VID_20261118_090000.mp4")
        put(tmp_path / "99999", "VID_20261118_100000.mp4", seed=2)
        client.post(reverse("records:station"))
        with pytest.raises(Refused, match="还没有完成"):
            ask_station_import(actor=head, at=Moment.now())
        assert "正在导入" in client.get(reverse("records:station")).content.decode()
        assert station_imports() == 1
        assert station_imports() == 0
        page = client.get(reverse("records:station")).content.decode()
    run = StationImport.objects.get()
    assert (run.counts, run.told[0][0]) == ({"unclaimed": 1}, "VID_20261118_090000.mp4")
    assert "待认领 1" in page
    assert "VID_20261118_090000.mp4" in page


def test_head_of_the_unit_claims_on_screen_and_the_archivist_only_reads(case, head, upload, client):
    client.force_login(head)
    address = reverse("records:claim_recording", args=[upload.public_id])
    assert case.number in client.get(address).content.decode()
    client.post(address, {"file_ref": case.public_id, "reason": "看过画面"})
    assert MediaManifest.objects.get().file_ref == case.public_id
    assert client.get(address).status_code == 404
    client.force_login(a_keeper(case.body))
    assert client.get(reverse("records:station")).status_code == 200
    assert client.get(address).status_code == 403


def test_command_imports_in_somebodys_name_and_tells_machines_what_became_of_each_file(case, tmp_path, capsys):
    keeper = a_keeper(case.body)
    put(tmp_path, "VID_20261118_090000.mp4")
    arguments = ["import", "--json", "recordings", str(tmp_path), "--as", keeper.username]
    assert main([*arguments, "--dry-run"]) == 0
    assert json.loads(capsys.readouterr().out)["counts"] == {"unclaimed": 1}
    assert not Upload.objects.exists()
    assert main(arguments) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["dry_run"], told["files"][0]["outcome"]) == (False, "unclaimed")
    assert main(["import", "recordings", str(tmp_path), "--as", keeper.username]) == 0
    assert "以前已经入库 1" in capsys.readouterr().out
    assert main(["import", "recordings", str(tmp_path), "--as", "nobody"]) == 3
    handler = an_account(role="case_handler", body=a_body(named="另一个机关"))
    assert main(["import", "recordings", str(tmp_path), "--as", handler.username]) == 1

"""A card is read: device by name, officer by who had it, case by number or by what was done then; hostile cards do no harm."""

import hashlib
import os
import tracemalloc
from datetime import date, timedelta

import pytest

from tests.builders import cases as build
from tests.builders.devices import a_device, a_keeper
from tests.builders.directory import a_body, an_account
from tests.builders.stations import a_camera_out, outcomes, put
from yangguang.base import verifying
from yangguang.cases.awaited_films import awaited
from yangguang.cases.models import Case
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records import incoming
from yangguang.records.models import MediaManifest, StationImport, TrustOrigin, Upload, UploadState
from yangguang.records.use_cases._import_recordings import import_recordings
from yangguang.records.use_cases.return_device import return_device

pytestmark = [pytest.mark.django_db, pytest.mark.duty("R08", "R09")]
TALKED = date(2026, 10, 13)


def faults():
    asked = {"media", "uploads", "unclaimed", "vault", "ledger"}
    return [fault for _, _, found in verifying.run(asked) for fault in found]


@pytest.fixture
def case():
    return build.with_records(build.an_open_case(), signed=False, verified=False)


@pytest.fixture
def keeper(case):
    return a_keeper(case.body)


@pytest.fixture
def camera(case, keeper):
    return a_camera_out(case.body, build.officers_of(case.body)[0], keeper, ahead=40, day=TALKED)


def test_recording_goes_into_the_case_its_officer_acted_in_then_with_the_time_set_right(case, keeper, camera, tmp_path):
    place = put(tmp_path, "100MEDIA/DSJ0001_20261013_091040_0001.mp4")
    before = place.read_bytes(), place.stat().st_mtime_ns
    assert outcomes(tmp_path, keeper) == {"100MEDIA/DSJ0001_20261013_091040_0001.mp4": ("stored", "")}
    made = MediaManifest.objects.get()
    assert (made.file_ref, made.trust_origin) == (case.public_id, TrustOrigin.STATION)
    assert (made.device_number, made.clock_offset_seconds) == ("DSJ0001", 40)
    assert made.occurred_at == clock.beijing(TALKED, 9, 10)
    assert made.officer_name == build.officers_of(case.body)[0].name
    assert made.sha256 == hashlib.sha256(before[0]).hexdigest()
    assert (place.read_bytes(), place.stat().st_mtime_ns) == before
    assert awaited(Case.objects.all()) == []
    assert faults() == []


@pytest.mark.parametrize("written", ["{}", "{}号"])
def test_number_of_the_case_in_the_name_decides(case, keeper, camera, tmp_path, written):
    number = case.number.removesuffix("号").replace("〔", "[").replace("〕", "]")
    put(tmp_path, f"RS_0_DSJ0001_20261013200000_{written.format(number)}.mp4")
    assert [one for one, _ in outcomes(tmp_path, keeper).values()] == ["stored"]
    assert MediaManifest.objects.get().file_ref == case.public_id


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("现场.mp4", "文件名里没有时间"), ("VID_20261013_091000.mp4", "文件名里没有设备编号"),
        ("XX99_20261013091000.mp4", "设备没有登记"), ("DSJ0001_20261012091000.mp4", "拍摄时设备没有领用登记"),
        ("DSJ0001_20261013200000.mp4", "没有领用人的现场办案记录"), ("RS_0_DSJ0001_20261013091000_无此案号.mp4", "不存在"),
    ],
)  # fmt: skip
def test_what_nobody_can_place_is_kept_safe_and_a_person_is_asked(case, keeper, camera, tmp_path, name, why):
    place = put(tmp_path, name)
    (told,) = outcomes(tmp_path, keeper).values()
    assert told[0] == "unclaimed"
    assert why in told[1]
    upload = Upload.objects.get()
    assert (upload.state, upload.file_ref, why in upload.why) == (UploadState.UNCLAIMED, "", True)
    assert not MediaManifest.objects.exists()
    assert faults() == []
    assert place.exists()


def test_certificate_of_somebody_else_in_the_name_is_a_question(case, keeper, camera, tmp_path):
    other = build.officers_of(case.body)[1]
    put(tmp_path, f"DSJ0001_{other.certificates.get().number}_20261013091000.mp4")
    assert f"证号是{other.name}的" in next(iter(outcomes(tmp_path, keeper).values()))[1]


def test_who_gave_the_device_back_is_not_asked_for_what_came_later(case, keeper, camera, tmp_path):
    return_device(device=camera, emptied=True, actor=keeper, at=Moment.on(TALKED, 9, 5))
    put(tmp_path, "DSJ0001_20261013091000.mp4")
    assert "没有领用登记" in next(iter(outcomes(tmp_path, keeper).values()))[1]


def test_same_card_twice_and_the_same_film_under_another_name_are_recognised(case, keeper, camera, tmp_path):
    put(tmp_path, "a/DSJ0001_20261013091000.mp4")
    assert [one for one, _ in outcomes(tmp_path, keeper).values()] == ["stored"]
    put(tmp_path, "b/DSJ0001_20261013091500.mp4")
    put(tmp_path, "c/DSJ0001_20261013091000.mp4", seed=9)  # the same name and size, another film
    told = outcomes(tmp_path, keeper)
    assert [told[place][0] for place in sorted(told)] == ["duplicate", "duplicate", "stored"]
    assert "内容相同" in told["b/DSJ0001_20261013091500.mp4"][1]
    assert MediaManifest.objects.count() == 2
    assert not any(incoming.part_of(one.public_id).exists() for one in Upload.objects.all())


def test_dry_run_says_what_would_be_done_and_does_nothing(case, keeper, camera, tmp_path):
    put(tmp_path, "DSJ0001_20261013091000.mp4")
    put(tmp_path, "现场.mp4", seed=2)
    told = outcomes(tmp_path, keeper, dry_run=True)
    assert sorted(one for one, _ in told.values()) == ["stored", "unclaimed"]
    assert not Upload.objects.exists()


def test_import_that_was_cut_goes_on_where_it_was(case, keeper, camera, tmp_path, monkeypatch):
    content = put(tmp_path, "DSJ0001_20261013091000.mp4", size=3_000_000).read_bytes()
    with monkeypatch.context() as patch:
        given = [content[:1_000_000], b""]
        patch.setattr("yangguang.records.card.os.read", lambda *_: given.pop(0))
        assert [one for one, _ in outcomes(tmp_path, keeper).values()] == ["unread"]
    assert Upload.objects.get().offset == 1_000_000
    assert [one for one, _ in outcomes(tmp_path, keeper).values()] == ["stored"]
    assert MediaManifest.objects.get().sha256 == hashlib.sha256(content).hexdigest()
    assert Upload.objects.count() == 1


def test_half_a_copy_of_another_card_is_not_gone_on_with(case, keeper, camera, tmp_path):
    place = put(tmp_path, "DSJ0001_20261013091000.mp4", size=300_000)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("yangguang.records.card.os.read", lambda *_: b"")
        assert [one for one, _ in outcomes(tmp_path, keeper).values()] == ["unread"]
    upload = Upload.objects.get()
    incoming.part_of(upload.public_id).write_bytes(b"z" * 100_000)
    Upload.objects.update(offset=100_000)
    assert [one for one, _ in outcomes(tmp_path, keeper).values()] == ["stored"]
    assert MediaManifest.objects.get().sha256 == hashlib.sha256(place.read_bytes()).hexdigest()


def test_links_odd_names_empty_files_and_what_is_no_recording_stay_out(case, keeper, camera, tmp_path):
    card = tmp_path / "card"
    secret = put(tmp_path, "secret.mp4")
    put(card, "ok/DSJ0001_20261013091000.mp4")
    put(card, "空.mp4", content=b"")
    put(card, "DSJ0001_20261013091100.mp4", content=b"MZ" + bytes(5000))
    put(card, "隐\u202e形.mp4", seed=5)
    put(card, "readme.txt", content=b"x")
    (card / "link.mp4").symlink_to(secret)
    (card / "deep").symlink_to(tmp_path)
    os.mkfifo(card / "pipe.mp4")
    (card / os.fsdecode(b"\xff\xfe.mp4")).write_bytes(secret.read_bytes())
    told = outcomes(card, keeper)
    assert [place for place, (one, _) in told.items() if one != "refused"] == ["ok/DSJ0001_20261013091000.mp4"]
    assert len(told) == 8
    assert secret.exists()
    assert (MediaManifest.objects.count(), Upload.objects.exclude(state="refused").count()) == (1, 1)


def test_too_many_files_and_no_folder_are_refused_before_anything_is_read(keeper, tmp_path, settings):
    settings.STATION_MOST_FILES = 3
    for number in range(4):
        put(tmp_path, f"{number}.mp4", seed=number)
    (tmp_path.parent / "link").symlink_to(tmp_path)
    for folder, words in (
        (tmp_path, "超过3个"),
        (tmp_path / "0.mp4", "没有这个文件夹"),
        (tmp_path.parent / "link", "链接"),
    ):
        with pytest.raises(Refused, match=words):
            import_recordings(folder, actor=keeper)
    assert not Upload.objects.exists()


def test_only_who_keeps_the_devices_imports_and_devices_of_others_say_nothing(case, keeper, tmp_path):
    with pytest.raises(Refused, match="只有本机关的设备管理人员"):
        import_recordings(tmp_path, actor=an_account(role="case_handler", body=case.body))
    a_device(a_body(named="另一个机关"), number="QT01")
    put(tmp_path, "QT01_20261013091000.mp4")
    assert "设备没有登记" in next(iter(outcomes(tmp_path, keeper).values()))[1]


def test_long_recording_is_never_held_in_memory(keeper, tmp_path):
    place = put(tmp_path, "现场.mp4")
    with place.open("r+b") as file:
        file.truncate(80 * 1024 * 1024)
    tracemalloc.start()
    try:
        assert [one for one, _ in outcomes(tmp_path, keeper).values()] == ["unclaimed"]
        assert tracemalloc.get_traced_memory()[1] < 24 * 1024 * 1024
    finally:
        tracemalloc.stop()
    assert not StationImport.objects.exists()
    assert Upload.objects.get().expires_at > clock.now() + timedelta(days=1)

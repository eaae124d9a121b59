"""What the name of a recording says, and what it does not."""

from datetime import date

import pytest

from yangguang.kernel import clock
from yangguang.kernel.clock_offset import true_time
from yangguang.kernel.refusal import Refused
from yangguang.records.rules.recording_names import compiled, read

AT = clock.beijing(date(2026, 11, 18), 9, 30)


@pytest.mark.parametrize(
    ("name", "device", "certificate", "case"),
    [
        ("RS01_41990100001_DSJ0001_20261118093000_示人社监立〔2026〕1号.mp4", "DSJ0001", "41990100001", "示人社监立〔2026〕1号"),
        ("RS01_41990100001_DSJ0001_20261118093000.MP4", "DSJ0001", "41990100001", ""),
        ("DSJ0001_41990100001_20261118093000_0001.mp4", "DSJ0001", "41990100001", ""),
        ("DSJ0001_20261118_093000_0001.mp4", "DSJ0001", "", ""), ("DSJ0001@20261118093000.mp4", "DSJ0001", "", ""),
        ("VID_20261118_093000.mp4", "", "", ""), ("20261118093000_DSJ0001.wav", "DSJ0001", "", ""),
    ],
)  # fmt: skip
def test_usual_names_are_read(name, device, certificate, case):
    told = read(name)
    assert (told.device, told.certificate, told.case_number, told.written_at) == (device, certificate, case, AT)


@pytest.mark.parametrize(
    "name",
    [
        "现场.mp4",
        "",
        "DSJ0001_20261318093000.mp4",
        "DSJ0001_20260230000000.mp4",
        "_" * 5000 + ".mp4",
        "a" * 300 + ".mp4",
    ],
)
def test_name_that_says_no_time_says_nothing(name):
    assert read(name).written_at is None


def test_site_says_how_its_own_devices_write_names():
    assert read("执法-20261118093000-K9.mp4", ["执法-{时间}-{设备}"]).device == "K9"
    assert read("DSJ0001_20261118093000.mp4", ["执法-{时间}-{设备}"]).written_at is None


@pytest.mark.parametrize(("pattern", "words"), [("{设备}_{姓名}_{时间}", "不认识的“姓名”"), ("{设备}", "没有{时间}")])
def test_pattern_nobody_could_read_by_is_refused(pattern, words):
    with pytest.raises(Refused) as refusal:
        compiled(pattern)
    assert words in refusal.value.reason


def test_clock_that_is_fast_wrote_down_too_late_a_time():
    assert true_time(AT, 90) == clock.beijing(date(2026, 11, 18), 9, 28).replace(second=30)

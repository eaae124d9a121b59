"""A device is registered, taken by an officer whose keeper looked at it, given back, repaired, and retired."""

from datetime import date, timedelta

import pytest

from tests.builders.devices import a_device, a_keeper, taken, the_unit
from tests.builders.directory import a_body, an_account, an_officer
from yangguang.base import ledger
from yangguang.kernel import clock
from yangguang.kernel.clock_offset import offset_in_words
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.models import DeviceState, RecordingDevice
from yangguang.records.use_cases.calibrate_device import calibrate_device
from yangguang.records.use_cases.register_device import register_device
from yangguang.records.use_cases.repair_device import repair_device
from yangguang.records.use_cases.report_device_fault import report_device_fault
from yangguang.records.use_cases.retire_device import retire_device
from yangguang.records.use_cases.return_device import return_device

pytestmark = [pytest.mark.django_db, pytest.mark.duty("R08")]
NOT_READY = "记录设备没有领用登记或者时间未校准。"


@pytest.fixture
def keeper():
    return a_keeper(a_body())


@pytest.fixture
def device(keeper):
    return a_device(keeper=keeper)


def state_of(device):
    return RecordingDevice.objects.get(pk=device.pk).state


@pytest.mark.duty("R07")
def test_register_says_of_each_device_whose_it_is_and_by_which_standard(keeper):
    device = a_device(keeper=keeper, number="DSJ-01", price_fen=280000)
    assert (device.body, device.unit, device.state) == (keeper.body, the_unit(keeper.body), DeviceState.IN_STORE)
    (entry,) = ledger.entries_about("device", device.public_id)
    assert entry.facts["standard"] == "GA/T 947.1—2015"
    with pytest.raises(Refused, match="这个设备编号已经登记"):
        a_device(keeper=keeper, number="dsj-01")
    a_device(a_body(named="另一个机关"), number="DSJ-01")  # another body has numbers of its own


def test_device_is_registered_by_the_keeper_of_the_body_alone_and_was_bought_before(keeper):
    told = {"kind": "body_camera", "number": "1", "model": "A", "standard": "B", "bought_on": clock.today()}
    unit, now = the_unit(keeper.body), Moment.now()
    for other in (an_account(role="case_handler", body=keeper.body), a_keeper(a_body(named="另一个机关"))):
        with pytest.raises(Refused, match="只有本机关的设备管理人员"):
            register_device(unit=unit, actor=other, at=now, **told)
    with pytest.raises(Refused, match="不能晚于今天"):
        register_device(unit=unit, actor=keeper, at=now, **told | {"bought_on": clock.today() + timedelta(days=1)})
    assert not RecordingDevice.objects.exists()


def test_device_that_is_out_is_not_lent_a_second_time(keeper, device):
    lending = taken(device, keeper=keeper)
    assert (state_of(device), lending.lent_by_name) == (DeviceState.OUT, keeper.name)
    with pytest.raises(Refused, match="该设备尚未归还。"):
        taken(device, keeper=keeper)


@pytest.mark.parametrize(
    ("unfit", "words"),
    [
        ({"ahead": None}, NOT_READY), ({"battery_percent": None}, NOT_READY), ({"space_gb": None}, NOT_READY),
        ({"ahead": 61}, NOT_READY), ({"ahead": -61}, NOT_READY), ({"battery_percent": 0}, "没有电量"),
        ({"space_gb": 0}, "没有存储空间"),
    ],
)  # fmt: skip
def test_device_goes_out_only_with_its_clock_battery_and_room_looked_at(keeper, device, unfit, words):
    with pytest.raises(Refused, match=words):
        taken(device, keeper=keeper, **unfit)
    assert state_of(device) == DeviceState.IN_STORE


def test_clock_within_a_minute_is_right_enough(keeper, device):
    assert taken(device, keeper=keeper, ahead=-60).clock_offset_seconds == -60


def test_keeper_hands_nothing_to_himself_nor_to_somebody_of_another_body(keeper, device):
    own = an_officer(body=keeper.body, account=keeper, role=None)
    with pytest.raises(Refused, match="不能是同一个人"):
        taken(device, keeper=keeper, officer=own)
    with pytest.raises(Refused, match="不是本机关在岗的执法人员"):
        taken(device, keeper=keeper, officer=an_officer(body=a_body(named="另一个机关")))


def test_device_comes_back_empty_or_it_is_said_what_is_still_on_it(keeper, device):
    taken(device, keeper=keeper)
    with pytest.raises(Refused, match="设备内尚有未入库文件。"):
        return_device(device=device, emptied=False, left_note=" ", actor=keeper, at=Moment.now())
    lending = return_device(
        device=device, emptied=False, left_note="2个文件，采集站停电", actor=keeper, at=Moment.now()
    )
    device.refresh_from_db()
    assert (lending.received_by_name, device.left_note) == (keeper.name, "2个文件，采集站停电")
    with pytest.raises(Refused, match="没有领用"):
        return_device(device=device, emptied=True, actor=keeper, at=Moment.now())
    with pytest.raises(Refused, match="设备内尚有未入库文件"):
        retire_device(device=device, reason="老化", actor=keeper, at=Moment.now())
    taken(device, keeper=keeper)
    return_device(device=device, emptied=True, actor=keeper, at=Moment.now())
    device.refresh_from_db()
    assert device.left_note == ""


def test_device_does_not_come_back_before_it_was_taken(keeper, device):
    taken(device, keeper=keeper)
    with pytest.raises(Refused, match="不能早于领用"):
        return_device(device=device, emptied=True, actor=keeper, at=Moment.on(date(2026, 11, 1)))


def test_clock_is_measured_and_set_while_nobody_has_the_device(keeper, device):
    with pytest.raises(Refused, match="校准后时间仍然不准"):
        calibrate_device(device=device, measured_seconds=200, left_seconds=61, actor=keeper, at=Moment.now())
    calibrate_device(device=device, measured_seconds=-3725, left_seconds=1, actor=keeper, at=Moment.now())
    device.refresh_from_db()
    assert (device.clock_offset_seconds, device.calibrated_at) == (1, clock.now())
    assert ledger.entries_about("device", device.public_id).last().summary.endswith("校准前慢1小时2分5秒，校准后快1秒")
    taken(device, keeper=keeper)
    with pytest.raises(Refused, match="尚未归还"):
        calibrate_device(device=device, measured_seconds=1, left_seconds=0, actor=keeper, at=Moment.now())


def test_faulty_device_waits_for_its_repair_and_its_clock_is_measured_anew(keeper, device):
    report_device_fault(device=device, fault="镜头裂", actor=keeper, at=Moment.now())
    with pytest.raises(Refused, match="待修，不能领用"):
        taken(device, keeper=keeper)
    with pytest.raises(Refused, match="已经登记故障"):
        report_device_fault(device=device, fault="镜头裂", actor=keeper, at=Moment.now())
    repair_device(device=device, done="换镜头", cost_fen=30000, actor=keeper, at=Moment.now())
    device.refresh_from_db()
    assert (device.state, device.fault, device.calibrated_at) == (DeviceState.IN_STORE, "", None)
    with pytest.raises(Refused, match="没有登记故障"):
        repair_device(device=device, done="换镜头", actor=keeper, at=Moment.now())


def test_retired_device_is_done_with(keeper, device):
    retire_device(device=device, reason="满八年", actor=keeper, at=Moment.now())
    with pytest.raises(Refused, match="已经报废"):
        taken(device, keeper=keeper)
    with pytest.raises(Refused, match="已经报废"):
        retire_device(device=device, reason="满八年", actor=keeper, at=Moment.now())


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "准确"), (1, "快1秒"), (-60, "慢1分"), (3600, "快1小时"), (-3661, "慢1小时1分1秒")]
)
def test_offset_of_a_clock_in_words(seconds, words):
    assert offset_in_words(seconds) == words

"""An officer takes a device before going out: clock, battery and room are looked at and written down (REC-01)."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account, Officer
from yangguang.kernel.clock_offset import offset_in_words
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.records.events import DeviceCheckedOut
from yangguang.records.models import DeviceLending, DeviceState, RecordingDevice
from yangguang.records.use_cases._device import CLAUSE, NOT_READY, locked, must_be_in_store, seconds

FULL = 100


@transaction.atomic
def check_out_device(
    *, device: RecordingDevice, officer: Officer, purpose: str, clock_offset_seconds: int | None,
    battery_percent: int | None, space_gb: int | None, actor: Account, at: Moment,
) -> DeviceLending:  # fmt: skip
    """Hand it over. Raises Refused while somebody has it, when it is faulty, when its clock is off, and without battery or
    room; the keeper hands nothing to himself.
    """
    device = locked(device, actor)
    must_be_in_store(device)
    if device.state == DeviceState.FAULTY:
        raise Refused("该设备待修，不能领用。", CLAUSE, remedy="请选择另一台设备，或者先登记修复。")
    if officer.body_id != device.body_id or officer.left_on is not None:
        raise Refused("领用人不是本机关在岗的执法人员。", CLAUSE, remedy="请重新选择。", field="officer")
    if officer.account_id == actor.pk:
        raise Refused("领用和发放不能是同一个人。", CLAUSE, remedy="请由另一名设备管理人员发放。", field="officer")
    if clock_offset_seconds is None or battery_percent is None or space_gb is None:
        raise Refused(NOT_READY, CLAUSE, remedy="请核对设备时间、电量和空间后填写。", field="clock_offset_seconds")
    ahead = seconds(clock_offset_seconds, field="clock_offset_seconds")
    if abs(ahead) > settings.DEVICE_CLOCK_TOLERANCE.total_seconds():
        remedy = f"设备时间{offset_in_words(ahead)}，请先校准。"
        raise Refused(NOT_READY, CLAUSE, remedy=remedy, field="clock_offset_seconds")
    if not 0 < battery_percent <= FULL:
        raise Refused("设备没有电量，不能领用。", CLAUSE, remedy="请充电，电量填1至100。", field="battery_percent")
    if space_gb < 1:
        raise Refused("设备没有存储空间，不能领用。", CLAUSE, remedy="请先将文件入库。", field="space_gb")
    lending = DeviceLending.objects.create(
        device=device, officer=officer, lent_by_name=actor.actor_name, taken_at=at.occurred_at,
        purpose=clean(purpose, label="用途", most=200, least=1, field="purpose"), clock_offset_seconds=ahead,
        battery_percent=battery_percent, space_gb=space_gb,
    )  # fmt: skip
    device.state, device.clock_offset_seconds = DeviceState.OUT, ahead
    device.save(update_fields=["state", "clock_offset_seconds"])
    event = DeviceCheckedOut(device.number, officer.name, ahead, battery_percent, space_gb, lending.purpose)
    ledger.record(event, subject=device.subject, actor=actor, at=at)
    return lending

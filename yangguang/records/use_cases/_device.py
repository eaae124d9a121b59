"""What every act on a device begins with: the row locked, and whether its keeper acts."""

from __future__ import annotations

from yangguang.base.events import Actor
from yangguang.kernel.refusal import Refused
from yangguang.records.models import DeviceState, RecordingDevice
from yangguang.records.policy import may_keep_devices

CLAUSE = "TSO-2018:av_devices"
NOT_READY = "记录设备没有领用登记或者时间未校准。"
NOT_RETURNED = "该设备尚未归还。"
MOST_SECONDS = 2**31 - 1  # what the column holds


def locked(device: RecordingDevice, actor: Actor) -> RecordingDevice:
    """The device as it stands now. Raises Refused for somebody who does not keep it, and for one that was retired."""
    found = RecordingDevice.objects.select_for_update(of=("self",)).select_related("body", "unit").get(pk=device.pk)
    if not may_keep_devices(actor, found.body):
        raise Refused("只有本机关的设备管理人员可以办理。", CLAUSE, remedy="请由档案员或者承办机构负责人办理。")
    if found.state == DeviceState.RETIRED:
        raise Refused("该设备已经报废。", CLAUSE, remedy="请选择另一台设备。")
    return found


def must_be_in_store(device: RecordingDevice) -> None:
    """Raises Refused for a device somebody has."""
    if device.state == DeviceState.OUT:
        raise Refused(NOT_RETURNED, CLAUSE, remedy="请先办理归还。")


def seconds(given: int, *, field: str) -> int:
    """How far a clock is off. Raises Refused for what no clock shows."""
    if abs(given) > MOST_SECONDS:
        raise Refused("时间偏差不合常理。", CLAUSE, remedy="请重新测量。", field=field)
    return given

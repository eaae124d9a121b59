"""Take a device out of service for good; its history and its number stay."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.records.events import DeviceRetired
from yangguang.records.models import DeviceState, RecordingDevice
from yangguang.records.use_cases._device import CLAUSE, locked, must_be_in_store


@transaction.atomic
def retire_device(*, device: RecordingDevice, reason: str, actor: Account, at: Moment) -> RecordingDevice:
    """Raises Refused while somebody has it, and while files are on it that are not stored."""
    device = locked(device, actor)
    must_be_in_store(device)
    if device.left_note:
        raise Refused("设备内尚有未入库文件。", CLAUSE, remedy="请先入库，再办理报废。")
    reason = clean(reason, label="报废原因", most=400, least=1, field="reason")
    device.state, device.retired_on = DeviceState.RETIRED, at.day
    device.save(update_fields=["state", "retired_on"])
    ledger.record(DeviceRetired(device.number, reason), subject=device.subject, actor=actor, at=at)
    return device

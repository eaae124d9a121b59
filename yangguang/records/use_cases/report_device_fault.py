"""Say that a device does not work: nobody takes it until it is repaired."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.records.events import DeviceFaultReported
from yangguang.records.models import DeviceState, RecordingDevice
from yangguang.records.use_cases._device import CLAUSE, locked, must_be_in_store


@transaction.atomic
def report_device_fault(*, device: RecordingDevice, fault: str, actor: Account, at: Moment) -> RecordingDevice:
    """Raises Refused for one that somebody has, or that waits for its repair already."""
    device = locked(device, actor)
    must_be_in_store(device)
    if device.state == DeviceState.FAULTY:
        raise Refused("该设备已经登记故障。", CLAUSE, remedy="修好以后请登记修复。")
    device.fault = clean(fault, label="故障", most=400, least=1, field="fault")
    device.state = DeviceState.FAULTY
    device.save(update_fields=["state", "fault"])
    ledger.record(DeviceFaultReported(device.number, device.fault), subject=device.subject, actor=actor, at=at)
    return device

"""Compare the clock of a device with ours, write down how far it was off, and set it (GD-REC-2021:18)."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.kernel.clock_offset import offset_in_words
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.events import DeviceCalibrated
from yangguang.records.models import RecordingDevice
from yangguang.records.use_cases._device import CLAUSE, locked, must_be_in_store, seconds


@transaction.atomic
def calibrate_device(
    *, device: RecordingDevice, measured_seconds: int, left_seconds: int, actor: Account, at: Moment
) -> RecordingDevice:
    """Raises Refused while somebody has it – what it recorded is corrected by the offset it was taken with – and when it is
    still off.
    """
    device = locked(device, actor)
    must_be_in_store(device)
    measured = seconds(measured_seconds, field="measured_seconds")
    left = seconds(left_seconds, field="left_seconds")
    if abs(left) > settings.DEVICE_CLOCK_TOLERANCE.total_seconds():
        words = offset_in_words(int(settings.DEVICE_CLOCK_TOLERANCE.total_seconds())).lstrip("快")
        raise Refused("校准后时间仍然不准。", CLAUSE, remedy=f"偏差应当在{words}以内，请再校准。", field="left_seconds")
    device.clock_offset_seconds, device.calibrated_at = left, at.occurred_at
    device.save(update_fields=["clock_offset_seconds", "calibrated_at"])
    event = DeviceCalibrated(device.number, measured, left)
    ledger.record(event, subject=device.subject, actor=actor, at=at)
    return device

"""A device works again: what was done, and what it cost."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.records.events import DeviceRepaired
from yangguang.records.models import DeviceState, RecordingDevice
from yangguang.records.use_cases._device import CLAUSE, locked


@transaction.atomic
def repair_device(
    *, device: RecordingDevice, done: str, actor: Account, at: Moment, cost_fen: int = 0
) -> RecordingDevice:
    """Its clock has to be measured anew. Raises Refused for one that is not faulty."""
    device = locked(device, actor)
    if device.state != DeviceState.FAULTY:
        raise Refused("该设备没有登记故障。", CLAUSE)
    done = clean(done, label="修复情况", most=400, least=1, field="done")
    device.state, device.fault = DeviceState.IN_STORE, ""
    device.clock_offset_seconds = device.calibrated_at = None
    device.save(update_fields=["state", "fault", "clock_offset_seconds", "calibrated_at"])
    ledger.record(DeviceRepaired(device.number, done, cost_fen), subject=device.subject, actor=actor, at=at)
    return device

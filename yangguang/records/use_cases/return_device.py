"""An officer gives a device back; whether anything is still on it is said (REC-25)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.records.events import DeviceReturned
from yangguang.records.models import DeviceLending, DeviceState, RecordingDevice
from yangguang.records.use_cases._device import CLAUSE, locked


@transaction.atomic
def return_device(
    *, device: RecordingDevice, emptied: bool, actor: Account, at: Moment, left_note: str = "", condition: str = ""
) -> DeviceLending:
    """Take it back. Raises Refused for one nobody has, and while files are on it and nobody says which and why."""
    device = locked(device, actor)
    lending = DeviceLending.objects.select_related("officer").filter(device=device, returned_at=None).first()
    if lending is None:
        raise Refused("该设备没有领用，不用归还。", CLAUSE)
    if at.occurred_at < lending.taken_at:
        raise Refused("归还不能早于领用。", CLAUSE, remedy="请核对时间。")
    left_note = clean(left_note, label="尚未入库的文件", most=400, field="left_note")
    if not emptied and not left_note:
        remedy = "请先入库；确实不能入库的，写明有哪些文件、什么原因。"
        raise Refused("设备内尚有未入库文件。", CLAUSE, remedy=remedy, field="left_note")
    lending.returned_at, lending.received_by_name = at.occurred_at, actor.actor_name
    lending.emptied, lending.left_note = emptied, "" if emptied else left_note
    lending.condition = clean(condition, label="归还时的状况", most=200, field="condition")
    lending.save(update_fields=["returned_at", "received_by_name", "emptied", "left_note", "condition"])
    device.state, device.left_note = DeviceState.IN_STORE, lending.left_note
    device.save(update_fields=["state", "left_note"])
    event = DeviceReturned(device.number, lending.officer.name, emptied, lending.left_note, lending.condition)
    ledger.record(event, subject=device.subject, actor=actor, at=at)
    return lending

"""Enter a recording device in the register (R07)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account, Body, Unit
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import chosen, clean
from yangguang.records.events import DeviceRegistered
from yangguang.records.models import DeviceKind, RecordingDevice
from yangguang.records.policy import may_keep_devices
from yangguang.records.use_cases._device import CLAUSE


@transaction.atomic
def register_device(
    *, unit: Unit, kind: str, number: str, model: str, standard: str, bought_on: date, price_fen: int = 0,
    actor: Account, at: Moment,
) -> RecordingDevice:  # fmt: skip
    """One device of a unit. Raises Refused for a number the body has already, a foreign unit, and a day to come."""
    body = Body.objects.select_for_update().get(pk=unit.body_id)  # numbers are given by one at a time
    if not may_keep_devices(actor, body):
        raise Refused("只有本机关的设备管理人员可以登记设备。", CLAUSE, remedy="请由档案员或者承办机构负责人登记。")
    number = clean(number, label="设备编号", most=60, least=1, field="number")
    if RecordingDevice.objects.filter(body=body, number__iexact=number).exists():
        raise Refused("这个设备编号已经登记。", CLAUSE, remedy="请核对编号。", field="number")
    if bought_on > at.day:
        raise Refused("购置日期不能晚于今天。", CLAUSE, field="bought_on")
    device = RecordingDevice.objects.create(
        body=body, unit=unit, number=number, bought_on=bought_on, price_fen=price_fen,
        kind=chosen(kind, DeviceKind.values, label="设备种类", field="kind"),
        model=clean(model, label="型号", most=80, least=1, field="model"),
        standard=clean(standard, label="设备标准", most=200, least=1, field="standard"),
    )  # fmt: skip
    event = DeviceRegistered(
        number, device.get_kind_display(), device.model, device.standard, unit.name, bought_on, price_fen
    )
    ledger.record(event, subject=device.subject, actor=actor, at=at)
    return device

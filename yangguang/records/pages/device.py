"""One recording device: where it is, who had it, and what was done about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from yangguang.base import ledger, listing
from yangguang.base.act_pages import answer
from yangguang.base.components.texts import cn_date, cn_moment, yuan
from yangguang.base.pages import Expect, page
from yangguang.base.sheets import Column, Kind
from yangguang.directory.api import DeskRequest
from yangguang.kernel.clock_offset import offset_in_words
from yangguang.records import device_forms as forms
from yangguang.records.models import DeviceState, RecordingDevice
from yangguang.records.policy import DEVICE_KEEPERS, DEVICE_READERS
from yangguang.records.queries import devices_kept_by, devices_visible_to, lendings_of
from yangguang.records.use_cases.calibrate_device import calibrate_device
from yangguang.records.use_cases.check_out_device import check_out_device
from yangguang.records.use_cases.repair_device import repair_device
from yangguang.records.use_cases.report_device_fault import report_device_fault
from yangguang.records.use_cases.retire_device import retire_device
from yangguang.records.use_cases.return_device import return_device

STORE, OUT, FAULTY = DeviceState.IN_STORE, DeviceState.OUT, DeviceState.FAULTY


@dataclass(frozen=True)
class DeviceAct:
    """What may be done about a device, and while it stands how."""

    title: str
    icon: str
    form: type[forms.AboutDevice]
    carry_out: Callable[..., Any]
    states: tuple[DeviceState, ...]


ACTS = {
    "check-out": DeviceAct("领用设备", "logout", forms.CheckOutForm, check_out_device, (STORE,)),
    "return": DeviceAct("归还设备", "arrow-back-up", forms.ReturnForm, return_device, (OUT,)),
    "calibrate": DeviceAct("校准时间", "clock", forms.CalibrationForm, calibrate_device, (STORE, FAULTY)),
    "fault": DeviceAct("登记故障", "tool", forms.FaultForm, report_device_fault, (STORE,)),
    "repair": DeviceAct("登记修复", "tool", forms.RepairForm, repair_device, (FAULTY,)),
    "retire": DeviceAct("报废", "trash", forms.RetireForm, retire_device, (STORE, FAULTY)),
}
COLUMNS = [
    Column("officer", "领用人"), Column("taken", "领用时间", width=20), Column("purpose", "用途", width=30),
    Column("offset", "时间偏差"), Column("battery", "电量（%）", Kind.INTEGER), Column("space", "空间（GB）", Kind.INTEGER),
    Column("lent_by", "发放人"), Column("returned", "归还时间", width=20), Column("received_by", "接收人"),
    Column("left", "尚未入库的文件", width=30), Column("condition", "归还时的状况", width=30),
]  # fmt: skip


@page("devices/<ref:ref>/", name="records:device", title="音像记录设备", allow=DEVICE_READERS, subject="device",
      expects=Expect(superior=200))  # fmt: skip
def device(request: DeskRequest, ref: str) -> HttpResponse:
    """The device, its lendings and its history; its keeper finds the acts."""
    found = get_object_or_404(devices_visible_to(request.user), public_id=ref)
    rows = lendings_of(found)
    if listing.is_export(request):
        return listing.workbook(request, title=f"设备领用登记 {found.number}", columns=COLUMNS, rows=map(_cells, rows))
    keeps = devices_kept_by(request.user).filter(pk=found.pk).exists()
    page_of = listing.page_of(request, rows)
    return render(request, "records/device.html", {
        "device": found, "page": page_of, "facts": _facts(found),
        "trail": [("音像记录设备", reverse("records:devices")), (str(found), "")],
        "rows": [(one, offset_in_words(one.clock_offset_seconds)) for one in page_of],
        "holder": next((one for one in page_of if one.returned_at is None), None),
        "acts": [(key, one) for key, one in ACTS.items() if keeps and found.state in one.states],
        "history": [
            {"at": one.occurred_at, "title": one.label, "who": one.actor_name, "words": one.summary}
            for one in reversed(ledger.entries_about("device", ref))
        ],
    })  # fmt: skip


@page("devices/<ref:ref>/<slug:act>/", name="records:device_act", title="办理设备事项", writes=True,
      allow=DEVICE_KEEPERS, subject="device_act")  # fmt: skip
def act(request: DeskRequest, ref: str, act: str) -> HttpResponse:
    """One act on a device."""
    found = get_object_or_404(devices_kept_by(request.user), public_id=ref)
    if act not in ACTS:
        raise Http404
    known, back = ACTS[act], reverse("records:device", args=[ref])
    form = known.form(found, request.POST or None)
    return answer(
        request, form, lambda **facts: known.carry_out(device=found, actor=request.user, at=form.moment(), **facts),
        to=back, done=f"已经办理：{known.title}。", template="records/device_act.html", title=known.title,
        under=f"{found}　{found.model}", words=known.title, back=back,
    )  # fmt: skip


def _facts(one: RecordingDevice) -> list[tuple[str, str]]:
    ahead = one.clock_offset_seconds
    return [
        ("使用单位", one.unit.name), ("型号", one.model), ("设备标准", one.standard), ("购置", cn_date(one.bought_on)),
        ("价格", yuan(one.price_fen) if one.price_fen else ""), ("时间偏差", "未测量" if ahead is None else offset_in_words(ahead)),
        ("最近校准", cn_moment(one.calibrated_at)), ("故障", one.fault), ("尚未入库", one.left_note),
        ("报废", cn_date(one.retired_on)),
    ]  # fmt: skip


def _cells(one: Any) -> dict[str, Any]:
    return {
        "officer": one.officer.name, "taken": cn_moment(one.taken_at), "purpose": one.purpose, "battery": one.battery_percent,
        "offset": offset_in_words(one.clock_offset_seconds), "space": one.space_gb, "lent_by": one.lent_by_name,
        "returned": cn_moment(one.returned_at), "received_by": one.received_by_name, "left": one.left_note, "condition": one.condition,
    }  # fmt: skip

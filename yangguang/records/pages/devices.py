"""The register of recording devices (R07): what a body has, where each is, and whose clock is off."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yangguang.base import listing
from yangguang.base.act_pages import answer
from yangguang.base.pages import Expect, page
from yangguang.base.sheets import Column, Kind
from yangguang.directory.api import DeskRequest, Unit
from yangguang.kernel.clock_offset import offset_in_words
from yangguang.records.device_figures import too_long_since
from yangguang.records.device_forms import RegisterForm
from yangguang.records.models import DeviceLending, DeviceState, RecordingDevice
from yangguang.records.policy import DEVICE_KEEPERS, DEVICE_READERS
from yangguang.records.queries import devices_out_since, devices_visible_to
from yangguang.records.use_cases.register_device import register_device

VIEWS = [
    ("", "全部"),
    *((state.value, state.label) for state in DeviceState),
    ("long", "领用过久"),
    ("unfiled", "有未入库文件"),
]
COLUMNS = [
    Column("body", "单位", width=30), Column("unit", "使用单位", width=20), Column("kind", "设备种类"),
    Column("number", "设备编号", width=20), Column("model", "型号", width=20), Column("standard", "设备标准", width=24),
    Column("bought_on", "购置日期", Kind.DAY), Column("price_fen", "购置价格（元）", Kind.MONEY), Column("state", "状态"),
    Column("holder", "领用人"), Column("since", "领用日期", Kind.DAY), Column("offset", "时间偏差"),
    Column("calibrated_on", "最近校准", Kind.DAY), Column("note", "故障、未入库文件", width=30),
]  # fmt: skip


@page("devices/", name="records:devices", title="音像记录设备", allow=DEVICE_READERS)
def devices(request: DeskRequest) -> HttpResponse:
    """The register with views by state, a unit and a search by number or model."""
    unit, wanted, view = (request.GET.get(key, "").strip()[:60] for key in ("unit", "q", "view"))
    every = devices_visible_to(request.user)
    rows = every.filter(unit__public_id=unit) if unit else every
    if wanted:
        rows = rows.filter(Q(number__icontains=wanted) | Q(model__icontains=wanted))
    shown = _in_view(rows, view)
    if listing.is_export(request):
        told = "，".join(x for x in (dict(VIEWS).get(view, "全部"), wanted and f"“{wanted}”") if x)
        found, held = list(shown), _lendings(shown)
        cells = [_cells(one, held.get(one.pk)) for one in found]
        return listing.workbook(request, title="音像记录设备台账", columns=COLUMNS, rows=cells, filters=told)
    found_page = listing.page_of(request, shown)
    held = _lendings(found_page.object_list)
    return render(request, "records/devices.html", {
        "page": found_page, "rows": [(one, held.get(one.pk), _offset(one)) for one in found_page],
        "views": listing.views(request, "view", VIEWS, lambda key: _in_view(rows, key).count()),
        "units": Unit.objects.filter(pk__in=every.order_by().values("unit")).select_related("body").order_by("pk"),
        "unit": unit, "q": wanted, "view": view, "keeps": bool(request.user.role_names & DEVICE_KEEPERS),
        "several": every.order_by().values("body").distinct().count() > 1,
    })  # fmt: skip


@page("devices/register/", name="records:register_device", title="登记音像记录设备", writes=True, allow=DEVICE_KEEPERS,
      expects=Expect(other=200))  # fmt: skip
def register(request: DeskRequest) -> HttpResponse:
    """One device."""
    form = RegisterForm(request.user, request.POST or None)
    return answer(
        request, form, lambda **facts: register_device(actor=request.user, at=form.moment(), **facts),
        to=lambda device: reverse("records:device", args=[device.public_id]), done="已经登记。",
        template="records/device_act.html", title="登记音像记录设备", words="登记", back=reverse("records:devices"),
    )  # fmt: skip


def _in_view(rows: QuerySet[RecordingDevice], view: str) -> QuerySet[RecordingDevice]:
    if view == "unfiled":
        return rows.exclude(left_note="")
    if view == "long":
        return devices_out_since(rows, too_long_since())
    return rows.filter(state=view) if view in DeviceState.values else rows


def _lendings(devices: Any) -> dict[int, DeviceLending]:
    out = [one.pk for one in devices if one.state == DeviceState.OUT]
    rows = DeviceLending.objects.filter(device_id__in=out, returned_at=None) if out else DeviceLending.objects.none()
    return {one.device_id: one for one in rows.select_related("officer").order_by("pk")}


def _offset(one: RecordingDevice) -> str:
    return "" if one.clock_offset_seconds is None else offset_in_words(one.clock_offset_seconds)


def _cells(one: RecordingDevice, held: DeviceLending | None) -> dict[str, Any]:
    return {
        "body": one.body.name, "unit": one.unit.name, "kind": one.get_kind_display(), "number": one.number,
        "model": one.model, "standard": one.standard, "bought_on": one.bought_on, "price_fen": one.price_fen,
        "state": one.get_state_display(), "holder": held.officer.name if held else "",
        "since": held.taken_at if held else None, "offset": _offset(one) or "未测量",
        "calibrated_on": one.calibrated_at, "note": "；".join(x for x in (one.fault, one.left_note) if x),
    }  # fmt: skip

"""配备和使用 of recording devices: what each unit lacks against its standard, what to plan for it, how the devices are used."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yangguang.base import listing
from yangguang.base.pages import page
from yangguang.base.sheets import Column, Kind
from yangguang.directory.api import DeskRequest, supervised_body_ids
from yangguang.kernel import clock
from yangguang.records.device_figures import UnitNeed, UnitUse, needs, use
from yangguang.records.policy import DEVICE_READERS

NEEDS = [
    Column("body", "单位", width=30), Column("unit", "使用单位", width=24), Column("officers", "执法人员", Kind.INTEGER),
    Column("persons", "每几人配一台", Kind.INTEGER), Column("needed", "应配", Kind.INTEGER), Column("usable", "可用", Kind.INTEGER),
    Column("faulty", "待修", Kind.INTEGER), Column("missing", "缺少", Kind.INTEGER),
    Column("price_fen", "预算单价（元）", Kind.MONEY), Column("budget_fen", "需列预算（元）", Kind.MONEY),
    Column("bought_fen", "本年已购（元）", Kind.MONEY),
]  # fmt: skip
USE = [
    Column("body", "单位", width=30), Column("unit", "使用单位", width=24), Column("devices", "设备", Kind.INTEGER),
    Column("lendings", "领用次数", Kind.INTEGER), Column("out", "领用中", Kind.INTEGER), Column("too_long", "领用过久", Kind.INTEGER),
    Column("unfiled", "有未入库文件", Kind.INTEGER), Column("recordings", "入库录音录像", Kind.INTEGER),
    Column("bytes_kept", "大小（字节）", Kind.INTEGER),
]  # fmt: skip


@page("devices/needs/", name="records:device_needs", title="设备配备和预算", allow=DEVICE_READERS)
def device_needs(request: DeskRequest) -> HttpResponse:
    """Each unit's officers, devices and shortfall; the standard and the price are local values."""
    today = clock.today()
    rows = needs(_bodies(request), today)
    if listing.is_export(request):
        return listing.workbook(
            request, title=f"{today.year}年音像记录设备配备和预算", columns=NEEDS, rows=map(_need, rows)
        )
    return render(request, "records/device_needs.html", {
        "rows": rows, "year": today.year, "several": len({one.unit.body_id for one in rows}) > 1,
        "missing": sum(one.missing or 0 for one in rows), "budget": sum(one.budget_fen or 0 for one in rows),
        "bought": sum(one.bought_fen for one in rows), "unset": any(one.persons is None for one in rows),
        "unpriced": any(one.persons is not None and one.price_fen is None for one in rows), "trail": _trail("设备配备和预算"),
    })  # fmt: skip


@page("devices/use/", name="records:device_use", title="设备使用情况", allow=DEVICE_READERS)
def device_use(request: DeskRequest) -> HttpResponse:
    """A month of each unit; nobody is counted by person."""
    month = _month(request.GET.get("month", ""))
    rows = use(_bodies(request), month, min(clock.today(), _last_of(month)))
    if listing.is_export(request):
        title = f"音像记录设备使用情况 {month:%Y-%m}"
        return listing.workbook(request, title=title, columns=USE, rows=map(_use, rows))
    return render(request, "records/device_use.html", {
        "rows": rows, "month": month, "several": len({one.unit.body_id for one in rows}) > 1, "trail": _trail("设备使用情况"),
    })  # fmt: skip


def _bodies(request: DeskRequest) -> list[int]:
    return supervised_body_ids(request.user) or [request.user.body_id]


def _month(typed: str) -> date:
    """The first day of the month asked for; this month where none can be read."""
    today = clock.today()
    try:
        asked = date.fromisoformat(f"{typed}-01")
    except ValueError:
        return today.replace(day=1)
    return min(asked, today.replace(day=1))


def _last_of(month: date) -> date:
    return month.replace(day=monthrange(month.year, month.month)[1])


def _trail(here: str) -> list[tuple[str, str]]:
    return [("音像记录设备", reverse("records:devices")), (here, "")]


def _need(one: UnitNeed) -> dict[str, Any]:
    names = ("officers", "persons", "needed", "usable", "faulty", "missing", "price_fen", "budget_fen", "bought_fen")
    return {"body": one.unit.body.name, "unit": one.unit.name} | {name: getattr(one, name) for name in names}


def _use(one: UnitUse) -> dict[str, Any]:
    names = ("devices", "lendings", "out", "too_long", "unfiled", "recordings", "bytes_kept")
    return {"body": one.unit.body.name, "unit": one.unit.name} | {name: getattr(one, name) for name in names}

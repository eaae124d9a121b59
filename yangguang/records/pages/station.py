"""采集站导入: read the station's folder, see what became of every file, and say where what nobody could place belongs."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from yangguang.base import listing
from yangguang.base.act_pages import answer
from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import Expect, page
from yangguang.base.sheets import Column, Kind
from yangguang.directory.api import DeskRequest, Role
from yangguang.kernel.clock_offset import offset_in_words
from yangguang.kernel.moment import Moment
from yangguang.records.finding import files_offered
from yangguang.records.models import Upload
from yangguang.records.policy import DEVICE_KEEPERS
from yangguang.records.queries import imports_visible_to, unclaimed_visible_to
from yangguang.records.use_cases._import_recordings import in_words, station_folder
from yangguang.records.use_cases._take_from_card import OUTCOMES
from yangguang.records.use_cases.ask_station_import import ask_station_import
from yangguang.records.use_cases.claim_recording import claim_recording
from yangguang.records.use_cases.set_aside_recording import set_aside_recording

LIST, SHOWN = "records:station", 10
COLUMNS = [
    Column("name", "文件名", width=40), Column("officer", "领用人"), Column("device", "设备编号", width=20),
    Column("occurred", "拍摄日期", Kind.DAY), Column("size", "大小（字节）", Kind.INTEGER),
    Column("offset", "设备时间"), Column("why", "待认领的原因", width=50), Column("sha256", "指纹", width=40),
]  # fmt: skip


@page("recordings/", name=LIST, title="采集站导入", allow=DEVICE_KEEPERS, writes=True)
def station(request: DeskRequest) -> HttpResponse:
    """What waits for a person, the latest imports, and the button that asks for the next."""
    if request.method == "POST":
        ask_station_import(actor=request.user, at=Moment.now())
        return redirect(LIST)
    waiting = unclaimed_visible_to(request.user)
    if listing.is_export(request):
        return listing.workbook(request, title="待认领录音录像", columns=COLUMNS, rows=map(_cells, waiting))
    found, folder = listing.page_of(request, waiting), station_folder(request.user.body)
    runs = list(imports_visible_to(request.user)[:SHOWN])
    return render(request, "records/station.html", {
        "page": found, "rows": [(one, _offset(one)) for one in found], "folder": folder, "form": OfficialForm(),
        "assigns": request.user.holds(Role.UNIT_HEAD), "running": any(one.ended_at is None for one in runs),
        "runs": [(one, in_words(one.counts), [(name, OUTCOMES[kind], words) for name, kind, words in one.told]) for one in runs],
    })  # fmt: skip


class ClaimForm(OfficialForm):
    """Which file, and why this one."""

    file_ref = forms.ChoiceField(label="存入哪个案件")
    reason = WrittenField(label="认领理由", most=200, help_text="怎么知道是这个案件的，如看过画面、问过拍摄人。")

    def __init__(self, files: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file_ref"].choices = [("", "请选择"), *files]  # type: ignore[attr-defined]


class AsideForm(OfficialForm):
    """Why it belongs to no case."""

    reason = WrittenField(label="不属于案件的理由", most=200, help_text="如测试设备、途中误录。文件仍然保存，不删除。")


@page("recordings/<ref:ref>/claim/", name="records:claim_recording", title="认领录音录像", allow=(Role.UNIT_HEAD,),
      writes=True, subject="unclaimed", expects=Expect())  # fmt: skip
def claim(request: DeskRequest, ref: str) -> HttpResponse:
    """Into which case it goes."""
    found = get_object_or_404(unclaimed_visible_to(request.user), public_id=ref)
    form = ClaimForm(files_offered(request.user, found.officer_id), request.POST or None)
    return answer(
        request, form, lambda **facts: claim_recording(upload=found, actor=request.user, at=form.moment(), **facts),
        to=reverse(LIST), done="已经存入案卷。", template="records/device_act.html", title="认领录音录像",
        under=f"{found.name}　{found.officer_name}　{found.why}", words="存入案卷", back=reverse(LIST),
    )  # fmt: skip


@page("recordings/<ref:ref>/aside/", name="records:set_aside_recording", title="不属于案件", allow=(Role.UNIT_HEAD,),
      writes=True, subject="unclaimed", expects=Expect())  # fmt: skip
def aside(request: DeskRequest, ref: str) -> HttpResponse:
    """It is no recording of a case."""
    found = get_object_or_404(unclaimed_visible_to(request.user), public_id=ref)
    form = AsideForm(request.POST or None)
    return answer(
        request, form, lambda **facts: set_aside_recording(upload=found, actor=request.user, at=form.moment(), **facts),
        to=reverse(LIST), done="已经登记。", template="records/device_act.html", title="不属于案件",
        under=f"{found.name}　{found.officer_name}", words="登记", back=reverse(LIST),
    )  # fmt: skip


def _offset(one: Upload) -> str:
    return "未测量" if one.clock_offset_seconds is None else offset_in_words(one.clock_offset_seconds)


def _cells(one: Upload) -> dict[str, Any]:
    return {
        "name": one.name, "officer": one.officer_name, "device": one.device_number, "occurred": one.occurred_at,
        "size": one.length, "offset": _offset(one), "why": one.why, "sha256": one.sha256,
    }  # fmt: skip

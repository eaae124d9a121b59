"""Who enforces, in open data: bodies with what they entrust, officers with their certificates, windows and what is done there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db.models import QuerySet

from yangguang.bulletin.models import PublicBoard, PublicBody, PublicOfficer
from yangguang.bulletin.open_tables.table import DataSet, Field, Row, lines, plain, read, refs_of, spread

BODY_FIELDS = (
    Field("ref", "公开编号"), Field("name", "名称"), Field("details", "内容，一行一项"), Field("updated_on", "更新日期", day=True)
)  # fmt: skip
ENTRUSTMENT_FIELDS = (
    Field("ref", "委托机关公开编号"), Field("name", "委托机关"), Field("entrusted_ref", "受委托组织公开编号"),
    Field("entrusted", "受委托组织"), Field("matters", "委托事项"), Field("powers", "权限"), Field("starts_on", "委托开始", day=True),
    Field("ends_on", "委托结束", day=True), Field("number", "委托书文号"), Field("filing", "备案"), Field("where", "公布在"),
)  # fmt: skip
OFFICER_FIELDS = (
    Field("ref", "公开编号"), Field("name", "姓名"), Field("body_ref", "机关公开编号"), Field("body_name", "单位"),
    Field("post", "职务"),
    Field("certificate_numbers", "证件编号"), Field("updated_on", "更新日期", day=True),
)  # fmt: skip
CERTIFICATE_FIELDS = (
    Field("ref", "人员公开编号"), Field("certificate_number", "证件编号"), Field("certificate_kind", "证件种类"),
    Field("fields", "执法类别"), Field("areas", "执法区域"), Field("valid_from", "有效期自", day=True),
    Field("valid_until", "有效期至", day=True), Field("state_label", "状态"), Field("suspended_from", "暂停使用自", day=True),
)  # fmt: skip
BOARD_FIELDS = (
    Field("ref", "机关公开编号"), Field("body_name", "机关"), Field("place", "地点"), Field("hours", "办公时间"),
    Field("phone", "咨询"), Field("complaints", "投诉举报"), Field("notices", "通知，一行一条"),
)  # fmt: skip
WINDOW_FIELDS = (
    Field("ref", "机关公开编号"), Field("label", "窗口"), Field("duties", "岗位职责"), Field("kinds", "执法种类"),
)  # fmt: skip
SERVICE_FIELDS = (
    Field("ref", "机关公开编号"), Field("matter", "事项"), Field("bring", "要带的材料"), Field("term", "多久办好"),
)  # fmt: skip


def _bodies() -> Iterator[Row]:
    return read(
        PublicBody.objects.order_by("pk"),
        lambda row: {"ref": row.ref, "name": row.name, "details": lines(row.columns), "updated_on": row.updated_on},
    )


def _entrustments() -> Iterator[Row]:
    def values(row: PublicBody) -> Iterable[Mapping[str, Any]]:
        names = [field.name for field in ENTRUSTMENT_FIELDS[2:]]
        for one in row.entrustments:
            told = {name: one.get(name) or "" for name in names}
            days = {name: one.get(name) or None for name in ("starts_on", "ends_on")}
            yield {"ref": row.ref, "name": row.name, **told, "matters": "、".join(one["matters"]), **days}

    return spread(PublicBody.objects.order_by("pk"), values)


def _in_post() -> QuerySet[PublicOfficer]:
    return PublicOfficer.objects.filter(left_on=None, withdrawn_on=None).order_by("pk")


def _officers() -> Iterator[Row]:
    def values(row: PublicOfficer) -> Mapping[str, Any]:
        numbers = "、".join(one["certificate_number"] for one in row.certificates)
        return {**plain(OFFICER_FIELDS)(row), "certificate_numbers": numbers}

    return read(_in_post(), values)


def _certificates() -> Iterator[Row]:
    def values(row: PublicOfficer) -> Iterable[Mapping[str, Any]]:
        for one in row.certificates:
            days = {name: one.get(name) or None for name in ("valid_from", "valid_until")}
            yield {
                "ref": row.ref, "certificate_number": one["certificate_number"], "certificate_kind": one["certificate_kind"],
                "fields": "、".join(one["fields"]), "areas": "、".join(one["areas"]), **days,
                "state_label": one["state_label"], "suspended_from": _suspended_from(one["suspensions"]),
            }  # fmt: skip

    return spread(_in_post(), values)


def _suspended_from(spans: Iterable[Iterable[str]]) -> str | None:
    """Since when it may not be used, or from when it will not be; None where it may."""
    return next((starts_on for starts_on, resumed_on in spans if not resumed_on), None)


def _boards() -> Iterator[Row]:
    def values(row: PublicBoard) -> Mapping[str, Any]:
        told = {name: row.content[name] for name in ("place", "hours", "phone", "complaints")}
        return {"ref": row.ref, "body_name": row.body_name, **told, "notices": "\n".join(row.content["notices"])}

    return read(PublicBoard.objects.order_by("pk"), values)


def _windows() -> Iterator[Row]:
    return _parts_of_boards("windows", WINDOW_FIELDS)


def _services() -> Iterator[Row]:
    return _parts_of_boards("services", SERVICE_FIELDS)


def _parts_of_boards(part: str, fields: tuple[Field, ...]) -> Iterator[Row]:
    names = [field.name for field in fields[1:]]
    return spread(
        PublicBoard.objects.order_by("pk"),
        lambda row: ({"ref": row.ref, **{name: one.get(name) or "" for name in names}} for one in row.content[part]),
    )


def _body_refs() -> Iterator[tuple[str, ...]]:
    return refs_of(PublicBody.objects.order_by())


def _officer_refs() -> Iterator[tuple[str, ...]]:
    """Who leaves is out of the files by the next night, who is taken back at once."""
    return refs_of(PublicOfficer.objects.filter(withdrawn_on=None).order_by())


def _board_refs() -> Iterator[tuple[str, ...]]:
    return refs_of(PublicBoard.objects.order_by())


TABLES = (
    DataSet("bodies", "执法机关", "一个机关一行。", BODY_FIELDS, _bodies, _body_refs),
    DataSet("entrustments", "委托执法", "一份委托书一行。", ENTRUSTMENT_FIELDS, _entrustments, _body_refs),
    DataSet("officers", "执法人员", "在岗人员一人一行；照片不在数据中。", OFFICER_FIELDS, _officers, _officer_refs),
    DataSet("certificates", "执法证件", "在岗人员的证件，一张一行。", CERTIFICATE_FIELDS, _certificates, _officer_refs),
    DataSet("window-boards", "窗口公示牌", "一个机关一行。", BOARD_FIELDS, _boards, _board_refs),
    DataSet(
        "windows", "窗口", "一个窗口一行；当天谁在窗口只公布到当天结束，不在数据中。", WINDOW_FIELDS, _windows, _board_refs
    ),
    DataSet("window-services", "窗口服务事项", "一个事项一行。", SERVICE_FIELDS, _services, _board_refs),
)  # fmt: skip

"""What open data hold: the public store's own rows, field by field, and nothing that no page shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from yangguang.bulletin.models import (
    ListStatus,
    Notice,
    NoticeStatus,
    PublicBody,
    PublicList,
    PublicOfficer,
    PublicReport,
)
from yangguang.bulletin.queries import STANDING

BATCH = 2000


@dataclass(frozen=True)
class Field:
    """One column: its name in the file, what it is called, whether it is a day."""

    name: str
    label: str
    day: bool = False


@dataclass(frozen=True)
class DataSet:
    """One table of open data; `rows` are read in batches, oldest first, so that two makings differ only where rows do."""

    name: str
    title: str
    fields: tuple[Field, ...]
    rows: Callable[[], Iterator[dict[str, str | None]]]


def _read(rows: QuerySet[Any], values: Callable[[Any], Mapping[str, Any]]) -> Iterator[dict[str, str | None]]:
    for row in rows.iterator(chunk_size=BATCH):
        yield {name: _written(value) for name, value in values(row).items()}


def _written(value: Any) -> str | None:
    return value.isoformat() if isinstance(value, date) else value


DECISION_FIELDS = (
    Field("ref", "公开编号"), Field("register_number", "公示登记号"), Field("number", "文号"),
    Field("kind", "执法类别代码"), Field("kind_label", "执法类别"),
    Field("body_ref", "机关公开编号"), Field("body_name", "执法机关"), Field("party_name", "执法对象"),
    Field("party_kind", "对象类别"), Field("title", "案由"), Field("conclusion", "执法结论"), Field("basis", "依据"),
    Field("decided_on", "决定日期", day=True), Field("published_on", "公开日期", day=True),
    Field("until", "公开至", day=True), Field("fulfilment", "履行情况"), Field("digest", "指纹"),
)  # fmt: skip
TAKEN_DOWN_FIELDS = (
    Field("ref", "公开编号"), Field("register_number", "公示登记号"), Field("number", "文号"),
    Field("body_ref", "机关公开编号"), Field("body_name", "执法机关"), Field("status", "状态"),
    Field("published_on", "公开日期", day=True), Field("withdrawn_on", "撤回日期", day=True),
    Field("withdrawal_reason", "撤回理由"), Field("withdrawal_basis", "撤回依据"),
)  # fmt: skip
BODY_FIELDS = (
    Field("ref", "公开编号"), Field("name", "名称"), Field("details", "内容"), Field("updated_on", "更新日期", day=True)
)  # fmt: skip
OFFICER_FIELDS = (
    Field("ref", "公开编号"), Field("name", "姓名"), Field("body_name", "单位"), Field("post", "职务"),
    Field("certificate_numbers", "证件编号"), Field("updated_on", "更新日期", day=True),
)  # fmt: skip
LIST_FIELDS = (
    Field("ref", "公开编号"), Field("list_kind", "清单种类"), Field("list_label", "清单名称"), Field("title", "版本名称"),
    Field("body_name", "发布机关"), Field("in_force_from", "施行日期", day=True),
    Field("superseded_from", "被替代日期", day=True), Field("published_on", "公开日期", day=True),
    Field("status", "状态"), Field("filing", "备案"),
)  # fmt: skip


REPORT_FIELDS = (
    Field("ref", "公开编号"), Field("title", "名称"), Field("body_ref", "机关公开编号"), Field("body_name", "发布机关"),
    Field("year", "年度"), Field("version", "版次"), Field("published_on", "公开日期", day=True), Field("digest", "指纹"),
)  # fmt: skip


def _plain(fields: tuple[Field, ...]) -> Callable[[Any], Mapping[str, Any]]:
    return lambda row: {field.name: getattr(row, field.name) for field in fields}


def _decisions() -> Iterator[dict[str, str | None]]:
    standing = Notice.objects.filter(status__in=STANDING).order_by("pk")
    return _read(standing.only(*(field.name for field in DECISION_FIELDS)), _plain(DECISION_FIELDS))


def _taken_down() -> Iterator[dict[str, str | None]]:
    rows = Notice.objects.exclude(status__in=STANDING).order_by("pk")
    plain = _plain(TAKEN_DOWN_FIELDS)
    yield from _read(rows, lambda row: {**plain(row), "status": NoticeStatus(row.status).label})
    lists = PublicList.objects.filter(status=ListStatus.WITHDRAWN).order_by("pk")
    told = [field.name for field in TAKEN_DOWN_FIELDS if field.name not in {"number", "register_number"}]
    yield from _read(
        lists,
        lambda row: {
            **{name: getattr(row, name) for name in told},
            "register_number": "",
            "number": row.title,
            "status": row.get_status_display(),
        },
    )


def _bodies() -> Iterator[dict[str, str | None]]:
    def values(row: PublicBody) -> Mapping[str, Any]:
        details = "\n".join(f"{label}：{value}" for label, value in row.columns if value)
        return {"ref": row.ref, "name": row.name, "details": details, "updated_on": row.updated_on}

    return _read(PublicBody.objects.order_by("pk"), values)


def _officers() -> Iterator[dict[str, str | None]]:
    def values(row: PublicOfficer) -> Mapping[str, Any]:
        numbers = "、".join(one["certificate_number"] for one in row.certificates)
        return {**{field.name: getattr(row, field.name) for field in OFFICER_FIELDS}, "certificate_numbers": numbers}

    return _read(PublicOfficer.objects.filter(left_on=None, withdrawn_on=None).order_by("pk"), values)


def _lists() -> Iterator[dict[str, str | None]]:
    rows = PublicList.objects.exclude(status=ListStatus.WITHDRAWN).order_by("pk")
    plain = _plain(LIST_FIELDS)
    return _read(
        rows.only(*(field.name for field in LIST_FIELDS)),
        lambda row: {**plain(row), "status": row.get_status_display()},
    )


def _reports() -> Iterator[dict[str, str | None]]:
    def values(row: PublicReport) -> Mapping[str, Any]:
        plain = {field.name: getattr(row, field.name) for field in REPORT_FIELDS}
        return plain | {"year": str(row.year), "version": str(row.version)}

    return _read(PublicReport.objects.order_by("pk").defer("content"), values)


DATA_SETS = (
    DataSet("decisions", "执法决定（公开中）", DECISION_FIELDS, _decisions),
    DataSet("taken-down", "已撤回、期满下架的", TAKEN_DOWN_FIELDS, _taken_down),
    DataSet("bodies", "执法机关", BODY_FIELDS, _bodies),
    DataSet("officers", "执法人员", OFFICER_FIELDS, _officers),
    DataSet("lists", "清单与依据（目录）", LIST_FIELDS, _lists),
    DataSet("annual-reports", "统计年报（目录）", REPORT_FIELDS, _reports),
)

"""Lists in open data: editions with every cell of every row, service guides with their papers, flowcharts step by step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db.models import QuerySet

from yangguang.bulletin import guide_papers
from yangguang.bulletin.models import ListStatus, PublicFlowchart, PublicGuide, PublicList
from yangguang.bulletin.open_tables.table import FEW, DataSet, Field, Row, lines, plain, read, refs_of, spread

LIST_FIELDS = (
    Field("ref", "公开编号"), Field("list_kind", "清单种类"), Field("list_label", "清单名称"), Field("title", "版本名称"),
    Field("body_ref", "机关公开编号"), Field("body_name", "发布机关"),
    Field("in_force_from", "施行（列入、公布）日期", day=True),
    Field("superseded_from", "被替代日期", day=True), Field("published_on", "公开日期", day=True),
    Field("status", "状态"), Field("filing", "备案"),
)  # fmt: skip
ROW_FIELDS = (
    Field("ref", "清单公开编号"), Field("code", "条目编号"), Field("position", "条目次序", number=True),
    Field("column", "栏目代码"), Field("label", "栏目"), Field("text", "内容"),
)  # fmt: skip
GUIDE_FIELDS = (
    Field("ref", "公开编号"), Field("list_ref", "清单公开编号"), Field("code", "事项编号"), Field("name", "事项名称"),
    Field("body_ref", "机关公开编号"), Field("body_name", "发布机关"), Field("in_force_from", "施行日期", day=True),
    Field("superseded_from", "被替代日期", day=True), Field("gone_from", "事项停止施行日", day=True),
    Field("details", "内容，一行一项"), Field("papers", "申请表和示范文本，一行一份"),
)  # fmt: skip
FLOWCHART_FIELDS = (
    Field("ref", "公开编号"), Field("title", "名称"), Field("body_ref", "机关公开编号"), Field("body_name", "发布机关"),
    Field("published_on", "公开日期", day=True),
)  # fmt: skip
STEP_FIELDS = (
    Field("ref", "流程图公开编号"), Field("station", "状态编号", number=True), Field("station_label", "状态"), Field("stage", "阶段"),
    Field("ends", "是否终点"), Field("number", "步骤编号", number=True), Field("label", "步骤"), Field("who", "由谁办"),
    Field("to", "办完到达的状态编号，0 为状态不变", number=True), Field("basis", "依据"), Field("terms", "期限，一行一项"),
    Field("recorded", "是否应当音像记录"),
)  # fmt: skip
YES, NO = "是", "否"


def _standing() -> QuerySet[PublicList]:
    return PublicList.objects.exclude(status=ListStatus.WITHDRAWN).order_by("pk")


def _lists() -> Iterator[Row]:
    rows = _standing().only(*(field.name for field in LIST_FIELDS))
    return read(rows, lambda row: {**plain(LIST_FIELDS)(row), "status": row.get_status_display()})


def _rows() -> Iterator[Row]:
    def values(edition: PublicList) -> Iterable[Mapping[str, Any]]:
        for position, row in enumerate(edition.rows, start=1):
            told = {"ref": edition.ref, "code": row["code"], "position": position}
            for column in edition.columns:
                text = str(row["cells"].get(column["name"], ""))
                if text:
                    yield {**told, "column": column["name"], "label": column["label"], "text": text}

    return spread(_standing().only("ref", "columns", "rows"), values, 1)


def _standing_rows() -> Iterator[tuple[str, ...]]:
    for edition in _standing().only("ref", "rows").iterator(chunk_size=1):
        yield from ((edition.ref, row["code"]) for row in edition.rows)


def _guides_that_stand() -> QuerySet[PublicGuide]:
    rows = PublicGuide.objects.exclude(edition__status=ListStatus.WITHDRAWN).order_by("pk")
    return rows.select_related("edition").defer("words", "edition__rows", "edition__columns", "edition__history")


def _guides() -> Iterator[Row]:
    def values(guide: PublicGuide) -> Mapping[str, Any]:
        papers = [one for one in guide_papers.papers_of(guide) if one.slug != guide_papers.GUIDE]
        names = ("ref", "code", "name", "body_ref", "body_name", "gone_from")
        days = {name: getattr(guide.edition, name) for name in ("in_force_from", "superseded_from")}
        return {
            **{name: getattr(guide, name) for name in names}, **days, "list_ref": guide.edition.ref, "details": lines(guide.cells),
            "papers": "\n".join(f"{one.title}.{one.suffix}" for one in papers),
        }  # fmt: skip

    return _in_order(GUIDE_FIELDS, read(_guides_that_stand(), values, FEW))


def _flowcharts() -> Iterator[Row]:
    return read(PublicFlowchart.objects.order_by("pk").defer("outline"), plain(FLOWCHART_FIELDS))


def _steps() -> Iterator[Row]:
    def values(chart: PublicFlowchart) -> Iterable[Mapping[str, Any]]:
        for station in chart.outline["stations"]:
            told = {
                "ref": chart.ref, "station": station["number"], "station_label": station["label"], "stage": station["stage"],
                "ends": YES if station["ends"] else NO,
            }  # fmt: skip
            for move in station["moves"] or [{}]:
                yield {**told, **_step(move)}

    return spread(PublicFlowchart.objects.order_by("pk"), values, 1)


def _step(move: Mapping[str, Any]) -> Mapping[str, Any]:
    """One step; a status without any has a line of its own."""
    same = {name: move.get(name, "") for name in ("label", "who", "basis")}
    return {
        "number": move.get("number"), "label": same["label"], "who": same["who"], "to": move.get("to"), "basis": same["basis"],
        "terms": "\n".join(move.get("terms", ())), "recorded": YES if move.get("recorded") else NO if move else "",
    }  # fmt: skip


def _in_order(fields: tuple[Field, ...], rows: Iterator[Row]) -> Iterator[Row]:
    for row in rows:
        yield {field.name: row[field.name] for field in fields}


def _list_refs() -> Iterator[tuple[str, ...]]:
    return refs_of(_standing().order_by())


def _guide_refs() -> Iterator[tuple[str, ...]]:
    return refs_of(PublicGuide.objects.exclude(edition__status=ListStatus.WITHDRAWN).order_by())


def _chart_refs() -> Iterator[tuple[str, ...]]:
    return refs_of(PublicFlowchart.objects.order_by())


TABLES = (
    DataSet(
        "lists", "清单与依据（目录）",
        "一版清单一行，日期是施行日期；失信联合惩戒名单、重大劳动保障违法行为一条一行，日期是列入、公布日期。",
        LIST_FIELDS, _lists, _list_refs,
    ),
    DataSet("list-rows", "清单与依据（条目）", "条目的一个栏目一行，没有内容的栏目不列。", ROW_FIELDS, _rows, _standing_rows, 2),
    DataSet("guides", "服务指南", "一个事项一行。", GUIDE_FIELDS, _guides, _guide_refs),
    DataSet("flowcharts", "执法流程图（目录）", "一张图一行。", FLOWCHART_FIELDS, _flowcharts, _chart_refs),
    DataSet("flowchart-steps", "执法流程图（步骤）", "一个步骤一行；没有步骤的状态自成一行。", STEP_FIELDS, _steps, _chart_refs),
)  # fmt: skip

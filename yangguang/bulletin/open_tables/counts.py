"""Numbers in open data: annual reports figure by figure and in words, and what the public log counted month by month."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from yangguang.base.tlog.months import labels_of
from yangguang.bulletin.models import PublicMonth, PublicReport
from yangguang.bulletin.open_tables.table import DataSet, Field, Row, read, refs_of, spread

REPORT_FIELDS = (
    Field("ref", "公开编号"), Field("title", "名称"), Field("body_ref", "机关公开编号"), Field("body_name", "发布机关"),
    Field("year", "年度", number=True), Field("version", "版次", number=True), Field("published_on", "公开日期", day=True),
    Field("correction_reason", "更正理由"), Field("template", "表样"), Field("source", "表样来源"),
    Field("overview", "总体情况说明，一行一段"),
    Field("notes", "口径说明，一行一条"), Field("filings", "报送，一行一次"), Field("digest", "指纹"),
)  # fmt: skip
FIGURE_FIELDS = (
    Field("ref", "年报公开编号"), Field("table", "表"), Field("name", "栏目代码"), Field("label", "栏目"), Field("shown", "数值"),
    Field("unit", "单位"), Field("how", "来源"), Field("note", "备注"),
)  # fmt: skip
MONTH_FIELDS = (
    Field("month", "月份"), Field("body_name", "机关，空的是合计"), Field("name", "栏目代码"), Field("label", "栏目"),
    Field("count", "件数", number=True), Field("counted_on", "计数日期", day=True), Field("digest", "计数副本的指纹"),
)  # fmt: skip
BY_MONTH = "逐月情况"
OPENED, DECIDED = "受理查处的案件", "处罚决定"


def _reports() -> Iterator[Row]:
    def values(row: PublicReport) -> Mapping[str, Any]:
        told = row.content
        same = {
            name: getattr(row, name)
            for name in ("ref", "title", "body_ref", "body_name", "year", "version", "published_on")
        }
        words = {name: told.get(name) or "" for name in ("correction_reason", "template", "source")}
        long = {"overview": "\n".join(told.get("overview", ())), "notes": "\n".join(told.get("notes", ()))}
        return {**same, **words, **long, "filings": "\n".join(row.filings), "digest": row.digest}

    return read(PublicReport.objects.order_by("pk"), values, 1)


def _figures() -> Iterator[Row]:
    return spread(PublicReport.objects.order_by("pk").only("ref", "content"), _figures_of, 1)


def _figures_of(row: PublicReport) -> Iterable[Mapping[str, Any]]:
    for table in row.content["tables"]:
        for one in table["columns"]:
            told = {name: str(one[name] or "") for name in ("name", "label", "shown", "unit", "how", "note")}
            yield {"ref": row.ref, "table": table["title"], **told}
    for month, *counts in row.content.get("months", ()):
        for label, count in zip((OPENED, DECIDED), counts, strict=True):
            told = {"label": f"{month}月{label}", "shown": str(count), "unit": "件", "how": "", "note": ""}
            yield {"ref": row.ref, "table": BY_MONTH, "name": f"month_{month}", **told}


def _months() -> Iterator[Row]:
    def values(row: PublicMonth) -> Iterable[Mapping[str, Any]]:
        for counts in (*row.content["bodies"], {**row.content["totals"], "name": ""}):
            for name, label in labels_of(row.content).items():
                if counts.get(name):
                    yield {
                        "month": row.month, "body_name": counts["name"], "name": name, "label": label, "count": counts[name],
                        "counted_on": row.counted_on, "digest": row.digest,
                    }  # fmt: skip

    return spread(PublicMonth.objects.order_by("month"), values)


def _report_refs() -> Iterator[tuple[str, ...]]:
    return refs_of(PublicReport.objects.order_by())


def _month_names() -> Iterator[tuple[str, ...]]:
    return refs_of(PublicMonth.objects.order_by(), "month")


TABLES = (
    DataSet("annual-reports", "统计年报（目录和文字）", "一版年报一行。", REPORT_FIELDS, _reports, _report_refs),
    DataSet("report-figures", "统计年报（数字）", "一个数字一行；历次版本都在。", FIGURE_FIELDS, _figures, _report_refs),
    DataSet("log-months", "存证月度计数", "一个机关一个月的一项计数一行；没有的不列。", MONTH_FIELDS, _months, _month_names),
)  # fmt: skip

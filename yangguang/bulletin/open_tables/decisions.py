"""Decisions in open data: what stands with its words, how it came to read as it does, and what was taken down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from django.db.models import QuerySet

from yangguang.bulletin.models import ListStatus, Notice, NoticeStatus, PublicList, PublicOfficer
from yangguang.bulletin.open_tables.table import FEW, DataSet, Field, Row, lines, plain, read, refs_of, spread
from yangguang.bulletin.queries import STANDING

FIELDS = (
    Field("ref", "公开编号"), Field("register_number", "公示登记号"), Field("number", "文号"),
    Field("kind", "执法类别代码"), Field("kind_label", "执法类别"),
    Field("body_ref", "机关公开编号"), Field("body_name", "执法机关"), Field("party_name", "执法对象"),
    Field("party_kind", "对象类别"), Field("title", "案由"), Field("conclusion", "执法结论"), Field("basis", "依据"),
    Field("decided_on", "决定日期", day=True), Field("published_on", "公开日期", day=True),
    Field("until", "公开至", day=True), Field("fulfilment", "履行情况"), Field("digest", "指纹"),
)  # fmt: skip
TEXT_FIELDS = (
    Field("ref", "公开编号"), Field("number", "文号"), Field("published_in", "公开时限"),
    Field("version", "版次", number=True), Field("summary", "摘要，一行一项"),
    Field("text", "决定书全文，一行一段；依法以摘要公开的为空"),
    Field("attachments", "附件，一行一件，名称和指纹"),
)  # fmt: skip
CHANGE_FIELDS = (
    Field("ref", "公开编号"), Field("of", "对象"), Field("position", "次序", number=True), Field("on", "日期", day=True),
    Field("what", "变动"), Field("reason", "理由"), Field("row", "清单条目编号"), Field("column", "清单栏目"),
    Field("before", "变动前；依法隐去的为空"), Field("after", "变动后；依法隐去的为空"),
)  # fmt: skip
TAKEN_DOWN_FIELDS = (
    Field("ref", "公开编号"), Field("register_number", "公示登记号"), Field("number", "文号"),
    Field("body_ref", "机关公开编号"), Field("body_name", "执法机关"), Field("status", "状态"),
    Field("published_on", "公开日期", day=True), Field("withdrawn_on", "撤回日期", day=True),
    Field("withdrawal_reason", "撤回理由"), Field("withdrawal_basis", "撤回依据"),
)  # fmt: skip
OFFICER = "执法人员公示信息"


def _standing() -> QuerySet[Notice]:
    return Notice.objects.filter(status__in=STANDING).order_by("pk")


def _standing_refs() -> Iterator[tuple[str, ...]]:
    return refs_of(_standing().order_by())


def _decisions() -> Iterator[Row]:
    return read(_standing().only(*(field.name for field in FIELDS)), plain(FIELDS))


def _texts() -> Iterator[Row]:
    def values(row: Notice) -> Mapping[str, Any]:
        told = plain(TEXT_FIELDS)(row)
        return {
            **told,
            "summary": lines(row.summary),
            "text": "\n".join(row.text),
            "attachments": lines(row.attachments),
        }

    return read(_standing().only(*(field.name for field in TEXT_FIELDS)), values, FEW)


def _changes() -> Iterator[Row]:
    def of_notice(row: Notice) -> Iterable[Mapping[str, Any]]:
        for position, entry in enumerate(row.history, start=1):
            pairs = [("", "", before, after) for before, after in entry.get("changes", ())]
            yield from _lines(row.ref, "执法决定", position, entry, pairs)

    def of_list(row: PublicList) -> Iterable[Mapping[str, Any]]:
        for position, entry in enumerate(row.history, start=1):
            yield from _lines(row.ref, "清单", position, entry, entry.get("changes", ()))

    yield from spread(Notice.objects.exclude(history=[]).only("ref", "history").order_by("pk"), of_notice)
    yield from spread(PublicList.objects.exclude(history=[]).only("ref", "history").order_by("pk"), of_list)


def _lines(
    ref: str, of: str, position: int, entry: Mapping[str, Any], changes: Iterable[Iterable[str]]
) -> Iterator[Mapping[str, Any]]:
    """One line a change, one line where there is nothing to compare."""
    told = {
        "ref": ref,
        "of": of,
        "position": position,
        "on": entry["on"],
        "what": entry["what"],
        "reason": entry["reason"],
    }
    for row, column, before, after in [tuple(one) for one in changes] or [("", "", "", "")]:
        yield {**told, "row": row, "column": column, "before": before, "after": after}


def _taken_down() -> Iterator[Row]:
    rows = Notice.objects.exclude(status__in=STANDING).order_by("pk")
    told = plain(TAKEN_DOWN_FIELDS)
    yield from read(rows, lambda row: {**told(row), "status": NoticeStatus(row.status).label})
    lists = PublicList.objects.filter(status=ListStatus.WITHDRAWN).order_by("pk")
    yield from read(lists, lambda row: _left(row, row.title, row.published_on, row.get_status_display()))
    officers = PublicOfficer.objects.exclude(withdrawn_on=None).order_by("pk")
    yield from read(officers, lambda row: _left(row, OFFICER, None, ListStatus.WITHDRAWN.label))


def _left(row: Any, number: str, published_on: Any, status: str) -> Mapping[str, Any]:
    same = {field.name: getattr(row, field.name, "") for field in TAKEN_DOWN_FIELDS}
    return {**same, "register_number": "", "number": number, "status": status, "published_on": published_on}


def _taken_down_refs() -> Iterator[tuple[str, ...]]:
    return chain(
        refs_of(Notice.objects.exclude(status__in=STANDING).order_by()),
        refs_of(PublicList.objects.filter(status=ListStatus.WITHDRAWN).order_by()),
        refs_of(PublicOfficer.objects.exclude(withdrawn_on=None).order_by()),
    )


def _changed_refs() -> Iterator[tuple[str, ...]]:
    return chain(refs_of(Notice.objects.order_by()), refs_of(PublicList.objects.order_by()))


TABLES = (
    DataSet("decisions", "执法决定（公开中）", "一份决定一行。", FIELDS, _decisions, _standing_refs),
    DataSet(
        "decision-texts", "执法决定的摘要和全文", "一份决定一行，凭公开编号与上表对应。", TEXT_FIELDS, _texts, _standing_refs
    ),
    DataSet(
        "changes", "更正、撤回等变动", "决定和清单公开以后的每次变动；更正的，一处一行，有更正前后的文字。",
        CHANGE_FIELDS, _changes, _changed_refs,
    ),
    DataSet(
        "taken-down", "已撤回、期满下架的", "已经不再公开的决定、清单和人员；只有编号、日期和理由。",
        TAKEN_DOWN_FIELDS, _taken_down, _taken_down_refs,
    ),
)  # fmt: skip

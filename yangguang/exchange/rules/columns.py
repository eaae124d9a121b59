"""What goes up, kind by kind: the columns in the order of the file, which are required, and what to do where one is missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

DECISIONS, PENALTIES, LISTS, REPORTS = "decisions", "penalties", "lists", "reports"
TITLES = {
    DECISIONS: "执法决定", PENALTIES: "双公示（行政处罚）", LISTS: "清单", REPORTS: "统计年报",
}  # fmt: skip


@dataclass(frozen=True)
class Item:
    """One standard data item: its code, its label, whether it must be there, whether people fill it in on the row with what
    hint, and what stays of it when the row is withdrawn.
    """

    code: str
    label: str
    required: bool = False
    by_hand: bool = False
    stays: bool = False
    remedy: str = "请更正公示信息，公开以后重新草拟。"
    hint: str = ""


HEAD = (
    Item("row", "行号", stays=True), Item("action", "操作", stays=True), Item("item", "事项编号", stays=True),
    Item("reason", "撤回理由", stays=True),
)  # fmt: skip
IN_REGISTER = "请系统管理员在“执法主体”中补录，再重新草拟。"
COLUMNS: dict[str, tuple[Item, ...]] = {
    DECISIONS: (
        Item("ref", "公开编号", required=True, stays=True), Item("number", "文号", required=True, stays=True),
        Item("kind_label", "执法类别", required=True), Item("body_name", "执法机关", required=True, stays=True),
        Item("body_code", "执法机关统一社会信用代码", required=True, stays=True, remedy=IN_REGISTER),
        Item("party_name", "执法对象"), Item("party_kind", "对象类别"), Item("title", "案由", required=True),
        Item("basis", "依据", required=True), Item("conclusion", "执法结论", required=True),
        Item("decided_on", "决定日期", required=True), Item("published_on", "公开日期", required=True),
        Item("until", "公开至"), Item("fulfilment", "履行情况"), Item("digest", "公开内容的指纹", required=True),
    ),
    LISTS: (
        Item("ref", "公开编号", required=True, stays=True), Item("code", "条目编号", required=True, stays=True),
        Item("list_label", "清单名称", required=True), Item("title", "版本名称", required=True),
        Item("body_name", "发布机关", required=True, stays=True),
        Item("body_code", "发布机关统一社会信用代码", required=True, stays=True, remedy=IN_REGISTER),
        Item("in_force_from", "施行日期", required=True), Item("superseded_from", "被替代日期"),
        Item("published_on", "公开日期", required=True), Item("filing", "备案"), Item("content", "条目内容", required=True),
    ),
    REPORTS: (
        Item("ref", "公开编号", required=True, stays=True), Item("year", "年度", required=True, stays=True),
        Item("version", "版次", required=True, stays=True), Item("body_name", "机关", required=True, stays=True),
        Item("body_code", "机关统一社会信用代码", required=True, stays=True, remedy=IN_REGISTER),
        Item("table", "表名", required=True), Item("column", "栏目", required=True), Item("value", "数值", required=True),
        Item("published_on", "公开日期", required=True),
    ),
}  # fmt: skip


def missing_of(items: Iterable[Item], cells: Mapping[str, str]) -> list[str]:
    """The codes of required items that are empty."""
    return [one.code for one in items if one.required and not str(cells.get(one.code, "")).strip()]


def withdrawn(items: Iterable[Item], cells: Mapping[str, str]) -> dict[str, str]:
    """The cells that may still be said of what is not public any more: by what it was known, and nothing it said."""
    kept = {one.code for one in items if one.stays}
    return {code: value for code, value in cells.items() if code in kept}

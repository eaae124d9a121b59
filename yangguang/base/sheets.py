"""Lists out to XLSX and in from XLSX: filters, time and person in the sheet; each fault with its row and column."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

import python_calamine
import xlsxwriter

from yangguang.base import workbook_guard
from yangguang.kernel import clock, money
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean

MOST_ROWS = 5000
HEAD_WITHIN = 10  # the column titles stand in one of the first rows; above them an export tells what it is
CELL_LIMIT = 32000
EXACT_NUMBER = 10**15  # a longer number kept as a number has lost its last digits
FORBIDDEN_IN_SHEET_NAME = re.compile(r"[\[\]:*?/\\']")
WRITTEN_DAY = re.compile(r"(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?")


class Kind(StrEnum):
    """What a column holds."""

    TEXT = "text"
    LINES = "lines"
    INTEGER = "integer"
    MONEY = "money"  # whole 分 in the program, yuan in the sheet
    DAY = "day"


@dataclass(frozen=True)
class Column:
    """One column: its key in the program, its title in the sheet, what it holds."""

    key: str
    title: str
    kind: Kind = Kind.TEXT
    required: bool = False
    width: int = 16
    most: int = 400


@dataclass(frozen=True)
class RowFault:
    """What is wrong in one cell: the sheet's own row number, the column's title, a Chinese sentence."""

    row: int
    column: str
    reason: str

    def __str__(self) -> str:
        return f"第{self.row}行“{self.column}”：{self.reason}"


class SheetRefused(Refused):
    """A sheet with faulty rows. `rows` are the good ones, `faults` everything wrong, in order of the sheet.

    `seen` has the cells of faulty rows as they stand, so that each fault can be shown in its row."""

    def __init__(
        self,
        rows: list[tuple[int, dict[str, Any]]],
        faults: list[RowFault],
        seen: dict[int, dict[str, Any]] | None = None,
    ) -> None:
        self.rows, self.faults, self.seen = rows, faults, seen or {}
        told = "；".join(str(fault).rstrip("。") for fault in faults[:3])
        more = f"；另有{len(faults) - 3}处" if len(faults) > 3 else ""
        super().__init__(f"表中有{len(faults)}处不能导入：{told}{more}。", field="file", remedy="请改好后重新上传。")


def write_rows(
    columns: Sequence[Column], rows: Iterable[Mapping[str, Any]], *,
    title: str, filters: str = "", by: str, at: datetime,
) -> bytes:  # fmt: skip
    """The rows as one XLSX sheet. No text becomes a formula or a link; the head says which filter, when and who."""
    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    workbook = xlsxwriter.Workbook(content, options)
    workbook.set_properties({"title": title, "author": by, "created": at.replace(tzinfo=None)})
    sheet = workbook.add_worksheet(FORBIDDEN_IN_SHEET_NAME.sub("", title)[:31] or "清单")
    formats = {kind: workbook.add_format(style) for kind, style in STYLES.items()}
    when = at.astimezone(clock.BEIJING)
    sheet.write_string(0, 0, title, workbook.add_format({"bold": True, "font_size": 14}))
    sheet.write_string(1, 0, f"筛选：{filters or '全部'}　导出时间：{when:%Y-%m-%d %H:%M}　导出人：{by}")
    head = workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "vcenter"})
    last = 2
    for index, column in enumerate(columns):
        sheet.set_column(index, index, column.width)
        sheet.write_string(2, index, column.title, head)
    for last, row in enumerate(rows, start=3):
        for index, column in enumerate(columns):
            _write_cell(sheet, last, index, row.get(column.key), column.kind, formats[column.kind])
    sheet.freeze_panes(3, 1)
    sheet.autofilter(2, 0, last, max(len(columns) - 1, 0))
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(2)
    sheet.set_footer("&L&A&R第&P页，共&N页")
    workbook.close()
    return content.getvalue()


def read_rows(
    content: bytes, columns: Sequence[Column], *, most_rows: int = MOST_ROWS
) -> list[tuple[int, dict[str, Any]]]:
    """Each filled row with its number in the sheet. Raises Refused for a hostile or foreign file, SheetRefused for rows."""
    table = _cells_of(workbook_guard.checked(content, most_rows=most_rows + HEAD_WITHIN), most_rows)
    head, places = _find_head(table, columns)
    rows: list[tuple[int, dict[str, Any]]] = []
    faults: list[RowFault] = []
    seen: dict[int, dict[str, Any]] = {}
    for number, cells in enumerate(table[head + 1 :], start=head + 2):
        if not any(str(cell).strip() for cell in cells):
            continue
        row: dict[str, Any] = {}
        for column in columns:
            place = places.get(column.key)
            try:
                row[column.key] = _read_cell(cells[place] if place is not None else "", column)
            except Refused as fault:
                faults.append(RowFault(number, column.title, f"{fault.reason}{fault.remedy}"))
        if len(row) == len(columns):
            rows.append((number, row))
        else:
            seen[number] = {key: str(cells[place]) for key, place in places.items()}
    if faults:
        raise SheetRefused(rows, faults, seen)
    if not rows:
        raise Refused("表中没有数据。", field="file", remedy="请在标题行下面填写后再上传。")
    return rows


STYLES: dict[Kind, dict[str, Any]] = {
    Kind.TEXT: {"num_format": "@", "valign": "top"},
    Kind.LINES: {"num_format": "@", "text_wrap": True, "valign": "top"},
    Kind.INTEGER: {"num_format": "0", "valign": "top"},
    Kind.MONEY: {"num_format": "#,##0.00", "valign": "top"},
    Kind.DAY: {"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"},
}


def _write_cell(sheet: Any, row: int, column: int, value: Any, kind: Kind, style: Any) -> None:
    if value is None or value == "":
        sheet.write_blank(row, column, None, style)
    elif kind == Kind.MONEY:
        sheet.write_number(row, column, money.yuan(int(value)), style)
    elif kind == Kind.INTEGER:
        sheet.write_number(row, column, int(value), style)
    elif kind == Kind.DAY and isinstance(value, date):
        sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), style)  # noqa: DTZ001 – a day
    else:
        text = "、".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
        sheet.write_string(row, column, text if len(text) <= CELL_LIMIT else f"{text[:CELL_LIMIT]}…", style)


def _cells_of(content: bytes, most_rows: int) -> list[list[Any]]:
    try:
        workbook = python_calamine.load_workbook(io.BytesIO(content))
        shown = [
            one.name for one in workbook.sheets_metadata if one.visible == python_calamine.SheetVisibleEnum.Visible
        ]
        table = workbook.get_sheet_by_name(shown[0]).to_python(skip_empty_area=False)
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException:  # a parser that panics does not raise an Exception
        raise Refused("工作簿读不出来。", field="file", remedy=workbook_guard.ANOTHER_FORMAT) from None
    if len(table) > most_rows + HEAD_WITHIN:
        raise Refused(f"最多导入{most_rows}行，表中有{len(table)}行。", field="file", remedy="请拆分成几个文件。")
    return table


def _find_head(table: list[list[Any]], columns: Sequence[Column]) -> tuple[int, dict[str, int]]:
    wanted = {column.title: column.key for column in columns}
    needed = {column.title for column in columns if column.required} or set(wanted)
    nearest: set[str] = set()
    for index, cells in enumerate(table[:HEAD_WITHIN]):
        titles = ["".join(str(cell).split()).rstrip("*＊") for cell in cells]
        if needed <= set(titles):
            twice = [title for title in wanted if titles.count(title) > 1]
            if twice:
                raise Refused(f"“{twice[0]}”列出现了两次。", field="file", remedy="请只保留一列。")
            return index, {wanted[title]: place for place, title in enumerate(titles) if title in wanted}
        nearest = max(nearest, needed & set(titles), key=len)
    missing = "”“".join(title for title in wanted if title in needed - nearest)
    raise Refused(f"没有找到“{missing}”列。", field="file", remedy="请用导出的表或者模板填写，不要改动列名。")


def _read_cell(cell: Any, column: Column) -> Any:
    if isinstance(cell, bool):
        cell = "是" if cell else "否"
    if cell is None or not str(cell).strip():
        if column.required:
            raise Refused("没有填写。")
        return None if column.kind in {Kind.INTEGER, Kind.MONEY, Kind.DAY} else ""
    return READERS[column.kind](cell, column)


def _read_text(cell: Any, column: Column) -> str:
    if isinstance(cell, int | float):
        if abs(cell) >= EXACT_NUMBER:
            raise Refused("以数字保存，后几位可能已经丢失。", remedy="请把这一列设为文本格式后重新填写。")
        cell = int(cell) if float(cell).is_integer() else cell
    if isinstance(cell, datetime):
        cell = cell.date()
    return clean(str(cell), label=column.title, most=column.most, lines=column.kind == Kind.LINES)


def _read_integer(cell: Any, column: Column) -> int:
    try:
        number = Decimal(str(cell).replace(",", "").strip())
    except ArithmeticError:
        raise Refused(f"“{str(cell)[:40]}”不是整数。") from None
    if not number.is_finite() or number != number.to_integral_value() or abs(number) >= EXACT_NUMBER:
        raise Refused(f"“{str(cell)[:40]}”不是整数。")
    return int(number)


def _read_money(cell: Any, column: Column) -> int:
    return money.parse_yuan(f"{cell:.2f}" if isinstance(cell, float) and round(cell, 2) == cell else str(cell)[:60])


def _read_day(cell: Any, column: Column) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    found = WRITTEN_DAY.fullmatch(str(cell).strip())
    try:
        if found is None:
            raise ValueError
        return date(*map(int, found.groups()))
    except ValueError:
        raise Refused(f"“{str(cell)[:40]}”不是日期。", remedy="请写成 2026-11-20 的样子。") from None


READERS = {
    Kind.TEXT: _read_text,
    Kind.LINES: _read_text,
    Kind.INTEGER: _read_integer,
    Kind.MONEY: _read_money,
    Kind.DAY: _read_day,
}

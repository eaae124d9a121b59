"""Tables of a Word file read back: forms, rosters and opinions, row by row, by the style of each row's first cell."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

from lxml import etree

from yangguang.base.press import blocks as b
from yangguang.base.press import wordml as w
from yangguang.base.press.docx_text import Piece, cannot_read, local, piece_of
from yangguang.base.press.plain import bare_label, read_chinese_date
from yangguang.kernel.refusal import Refused

_HEADS = (w.TABLE_HEAD, w.TABLE_HEAD_NUMBER)
_ROSTER = (*_HEADS, w.TABLE_CELL, w.TABLE_NUMBER, w.TABLE_TOTAL)


@dataclass(frozen=True)
class _Cell:
    pieces: tuple[Piece, ...]

    @property
    def style(self) -> str:
        return self.pieces[0].style if self.pieces else ""

    @property
    def text(self) -> str:
        return "\n".join(piece.text for piece in self.pieces)


@dataclass(frozen=True)
class _Row:
    cells: tuple[_Cell, ...]
    where: str


def blocks_of_table(table: etree._Element, place: str, styles: dict[str, str]) -> list[b.Block]:
    """The blocks one `w:tbl` holds; Word may have joined several tables into one."""
    widths = [int(column.get(f"{w.NAMESPACE}w", "1")) for column in table.iter(f"{w.NAMESPACE}gridCol")]
    rows = []
    for number, element in enumerate(table.iterchildren(f"{w.NAMESPACE}tr"), start=1):
        where = f"{place}第 {number} 行"
        elements = enumerate(_cells_of(element, where), start=1)
        cells = tuple(_cell(cell, f"{where}第 {at} 格", styles) for at, cell in elements)
        if cells:
            rows.append(_Row(cells, where))
    found: list[b.Block] = []
    for _, group in groupby(rows, key=_belongs_to):
        found.extend(_block_of(list(group), widths))
    return found


def _belongs_to(row: _Row) -> object:
    """Rows of one form or one roster go together; every opinion stands alone."""
    style = row.cells[0].style
    if style == w.FACT_LABEL:
        return "facts"
    if style in _ROSTER:
        return "table"
    return row.where


def _block_of(rows: list[_Row], widths: list[int]) -> list[b.Block]:
    style = rows[0].cells[0].style
    if style == w.FACT_LABEL:
        return [b.Facts(tuple(_facts(row) for row in rows))]
    if style in (w.OPINION_ROLE, w.OPINION_REVIEW):
        return [_opinion(rows[0])]
    if style in _HEADS:
        starts = [at for at, row in enumerate(rows) if row.cells[0].style in _HEADS]
        return [_roster(rows[at:end], widths) for at, end in pairwise([*starts, len(rows)])]
    start = rows[0].cells[0].text[:12]
    raise Refused(f"{rows[0].where}“{start}”不是文书模板里的表格行，无法读回。", remedy="请在原有的表格里增减行。")


def _cells_of(row: etree._Element, where: str) -> list[etree._Element]:
    for child in row:
        if local(child) not in ("tc", "trPr", "tblPrEx", "bookmarkStart", "bookmarkEnd", ""):
            raise cannot_read(where, local(child))
    return list(row.iterchildren(f"{w.NAMESPACE}tc"))


def _cell(cell: etree._Element, place: str, styles: dict[str, str]) -> _Cell:
    if cell.find(f"{w.NAMESPACE}tcPr/{w.NAMESPACE}vMerge") is not None:
        raise cannot_read(place, "vMerge")
    for child in cell:
        if local(child) not in ("p", "tcPr", "bookmarkStart", "bookmarkEnd", ""):
            raise cannot_read(place, local(child))
    return _Cell(tuple(piece_of(p, place, styles) for p in cell.iterchildren(f"{w.NAMESPACE}p")))


def _roster(rows: list[_Row], widths: list[int]) -> b.Table:
    head = rows[0].cells
    numbers = tuple(index for index, cell in enumerate(head) if cell.style == w.TABLE_HEAD_NUMBER)
    body: list[tuple[str, ...]] = []
    totals: tuple[str, ...] = ()
    for row in rows[1:]:
        texts = tuple(cell.text for cell in row.cells)
        if len(texts) != len(head):
            wrong = f"有 {len(texts)} 格，表头有 {len(head)} 格"
            raise Refused(f"{row.where}{wrong}，无法读回。", remedy="请不要合并或者拆分单元格。")
        if totals:
            raise Refused(f"{row.where}在合计行之后，无法读回。", remedy="请把它移到合计行之前。")
        if row.cells[0].style == w.TABLE_TOTAL:
            totals = texts
        else:
            body.append(texts)
    fitting = tuple(widths) if len(widths) == len(head) else ()
    return b.Table(tuple(cell.text for cell in head), tuple(body), fitting, numbers, totals)


def _facts(row: _Row) -> tuple[b.Fact, ...]:
    cells = row.cells
    if len(cells) % 2 or not all(bare_label(cell.text) for cell in cells[::2]):
        raise Refused(f"{row.where}不是“项目、内容”成对的格子，无法读回。", remedy="请不要合并或者拆分单元格。")
    return tuple(b.Fact(label.text, value.text) for label, value in zip(cells[::2], cells[1::2], strict=True))


def _opinion(row: _Row) -> b.Opinion:
    if len(row.cells) != 2:
        raise Refused(f"{row.where}的意见栏应当是两格，无法读回。", remedy="请不要合并或者拆分单元格。")
    role, content = row.cells
    review = role.style == w.OPINION_REVIEW
    said = "\n".join(piece.text for piece in content.pieces if piece.style != w.OPINION_SIGNED)
    signer, day = "", None
    for piece in content.pieces:
        if piece.style == w.OPINION_SIGNED:
            signer, day = _signed(piece)
    name = role.text.removesuffix(f"\n{w.REVIEW_NOTE}") if review else role.text
    return b.Opinion(name, said, signer, day, review)


def _signed(piece: Piece) -> tuple[str, date | None]:
    before, written = piece.split_at(w.DATE_TEXT) or (piece.text, "")
    try:
        return before.strip().removeprefix("签名：").strip(), read_chinese_date(written)
    except ValueError:
        raise Refused(
            f"{piece.place}的日期“{written.strip()[:20]}”无法读回。", remedy="请写成 2026年11月21日 的样子。"
        ) from None

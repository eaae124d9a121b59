"""Workbooks as people and attackers make them: read rightly, or refused in words that say what to do, before they do harm."""

import io
import zipfile

import pytest
import xlsxwriter

from tests.base.test_sheets import COLUMNS, repacked, typed
from yangguang.base import workbook_guard
from yangguang.base.sheets import SheetRefused, read_rows
from yangguang.kernel.refusal import Refused

HEAD = ("姓名", "欠付金额")
SHEET = "xl/worksheets/sheet1.xml"
TABLE = "姓名,欠付金额\n甲,100\n"


def made(fill):
    """A workbook filled by hand."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
        fill(workbook)
    return content.getvalue()


def with_rows(rows):
    """A sheet whose rows and cells do not say where they stand."""
    return repacked(
        typed(("甲", 1)),
        SHEET,
        lambda data: data[: data.index(b"<sheetData>") + 11] + rows + b"</sheetData></worksheet>",
    )


def names(content):
    return [row["name"] for _, row in read_rows(content, COLUMNS)]


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
def test_table_of_commas_in_any_encoding_is_refused_with_the_way_to_save_it(encoding):
    with pytest.raises(Refused, match="不是 .xlsx 工作簿") as refused:
        read_rows(TABLE.encode(encoding), COLUMNS)
    assert "另存为 .xlsx" in refused.value.remedy
    assert refused.value.field == "file"


def test_merged_title_above_the_head_is_passed_over():
    def fill(workbook):
        sheet = workbook.add_worksheet()
        sheet.merge_range(0, 0, 0, 3, "劳动者名册")
        sheet.write_row(1, 0, HEAD)
        sheet.write_row(2, 0, ("甲", 100))

    assert names(made(fill)) == ["甲"]


def test_merged_cells_among_the_rows_are_told_by_row_and_column():
    def fill(workbook):
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, HEAD)
        sheet.merge_range(1, 0, 2, 0, "甲")
        sheet.write_column(1, 1, (100, 200))

    with pytest.raises(SheetRefused, match="第3行“姓名”：没有填写。*") as refused:
        read_rows(made(fill), COLUMNS)
    assert [row["owed"] for _, row in refused.value.rows] == [10000]


def test_formula_is_read_as_what_it_came_to():
    def fill(workbook):
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, HEAD)
        sheet.write_string(1, 0, "甲")
        sheet.write_formula(1, 1, "=60+40", None, 100)

    assert [row["owed"] for _, row in read_rows(made(fill), COLUMNS)] == [10000]


def test_formula_that_came_to_an_error_is_told():
    def fill(workbook):
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, HEAD)
        sheet.write_string(1, 0, "甲")
        sheet.write_formula(1, 1, "=1/0", None, "#DIV/0!")

    with pytest.raises(SheetRefused, match="第2行“欠付金额”"):
        read_rows(made(fill), COLUMNS)


@pytest.mark.parametrize("hide", ["hide", "very_hidden"])
def test_hidden_sheet_before_the_table_is_passed_over(hide):
    def fill(workbook):
        hidden, shown = workbook.add_worksheet("旧表"), workbook.add_worksheet("名册")
        for sheet, name in ((hidden, "不该读的人"), (shown, "甲")):
            sheet.write_row(0, 0, HEAD)
            sheet.write_row(1, 0, (name, 100))
        getattr(hidden, hide)()
        shown.activate()
        shown.set_first_sheet()

    assert names(made(fill)) == ["甲"]


def test_macros_are_left_alone_and_the_rows_are_read():
    plain, out = typed(("甲", 1)), io.BytesIO(typed(("甲", 1)))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0" + b"Sub Auto_Open()" * 100)
    assert names(out.getvalue()) == names(plain) == ["甲"]


@pytest.mark.parametrize(
    "rows",
    [
        b"<row><c><v>1</v></c></row>" * 1_000_000,
        b"<row/>" * 1_000_000,
        b'<row r="1000000"><c r="A1000000"><v>1</v></c></row>',
    ],
    ids=["unnumbered", "empty", "numbered"],
)
def test_a_million_rows_are_refused_before_they_are_laid_out(rows):
    bomb = with_rows(rows)
    assert len(bomb) < 300_000
    with pytest.raises(Refused, match="行"):
        read_rows(bomb, COLUMNS)


def test_row_of_a_million_cells_is_refused_before_it_is_laid_out():
    with pytest.raises(Refused, match="第200列以后"):
        read_rows(with_rows(b"<row>" + b"<c><v>1</v></c>" * 1_000_000 + b"</row>" + b"<row><c/></row>" * 4000), COLUMNS)


def test_sheet_in_another_encoding_does_not_slip_past_the_guard():
    def hide(data):
        text = data.decode().replace('"A2"', '"XFD1048576"').replace('encoding="UTF-8"', 'encoding="UTF-16"')
        return text.encode("utf-16")

    with pytest.raises(Refused):
        read_rows(repacked(typed(("甲", 1)), SHEET, hide), COLUMNS)


def test_entities_that_grow_when_they_are_read_do_no_harm():
    def grow(data):
        entities = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        return data.replace(b"<worksheet", entities.encode() + b"<worksheet", 1).replace(b"<v>0</v>", b"<v>&b;</v>")

    with pytest.raises(Refused):
        read_rows(repacked(typed(("甲", 1)), SHEET, grow), COLUMNS)


def test_place_with_leading_noughts_does_not_slip_past_the_guard():
    for noughts in (10, 10_000):
        with pytest.raises(Refused, match="行"):
            guarded(with_rows(b'<row><c r="XFD%s1048576"><v>1</v></c></row>' % (b"0" * noughts)))


def test_one_long_text_named_by_a_hundred_thousand_cells_is_refused_before_it_is_laid_out():
    long = b"<sst><si><t>" + b"x" * 30_000 + b"</t></si></sst>"
    rows = (b"<row>" + b'<c t="s"><v>0</v></c>' * 100 + b"</row>") * 1000
    bomb = repacked(with_rows(rows), "xl/sharedStrings.xml", lambda data: long)
    with pytest.raises(Refused, match="文字过多"):
        guarded(bomb)


@pytest.mark.parametrize("named", [b'<v a=">">0</v>', b"<v>&#48;</v>", b"<v><![CDATA[0]]></v>", b"<v>+0</v>"])
def test_text_named_in_a_roundabout_way_is_counted_as_well(named):
    long = b"<sst><si><t>" + b"x" * 30_000 + b"</t></si></sst>"
    rows = (b"<row>" + b'<c t="s">' + named + b"</c></row>") * 4000
    with pytest.raises(Refused, match="文字过多"):
        guarded(repacked(with_rows(rows), "xl/sharedStrings.xml", lambda data: long))


@pytest.mark.parametrize("part", ["content.xml", "Content.XML", "xl/workbook.bin"])
def test_workbook_of_another_format_that_says_how_often_a_cell_repeats_is_refused(part):
    content = io.BytesIO(typed(("甲", 1)))
    with zipfile.ZipFile(content, "a") as archive:
        archive.writestr(part, "<table:table-row table:number-rows-repeated='1000000'/>")
    with pytest.raises(Refused, match="不是 .xlsx 工作簿"):
        guarded(content.getvalue())


def test_what_was_measured_is_what_is_read():
    hidden = typed(("乙", 1))
    content = guarded(hidden + typed(("甲", 1)))
    assert hidden not in content
    assert names(content) == ["甲"]


def guarded(content):
    """What the guard lets through; nothing here reaches a reader."""
    return workbook_guard.checked(content, most_rows=5010)

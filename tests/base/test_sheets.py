"""Lists leave as XLSX and come back; a hostile file is refused before anything parses it."""

import io
import zipfile
from datetime import date

import pytest
import xlsxwriter

from yangguang.base.sheets import Column, Kind, SheetRefused, read_rows, write_rows
from yangguang.kernel import clock
from yangguang.kernel.refusal import Refused

COLUMNS = [
    Column("name", "姓名", required=True),
    Column("owed", "欠付金额", Kind.MONEY, required=True),
    Column("since", "起始日期", Kind.DAY),
    Column("months", "月数", Kind.INTEGER),
]
ROWS = [
    {"name": "=1+1", "owed": 1260050, "since": date(2026, 5, 1), "months": 3},
    {"name": "䶮某", "owed": 0, "since": None, "months": None},
]


def exported(rows=ROWS, columns=COLUMNS):
    return write_rows(columns, rows, title="劳动者名册", filters="未付清", by="陈立", at=clock.now())


def typed(*rows, head=("姓名", "欠付金额", "起始日期", "月数")):
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet()
        for number, row in enumerate([head, *rows]):
            sheet.write_row(number, 0, row)
    return content.getvalue()


def repacked(content, part, change):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            data = before.read(name)
            after.writestr(name, change(data) if name == part else data)
    return out.getvalue()


def test_exported_rows_come_back_as_they_were():
    assert [row for _, row in read_rows(exported(), COLUMNS)] == ROWS


def test_text_that_looks_like_a_formula_stays_text():
    with zipfile.ZipFile(io.BytesIO(exported())) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def test_export_names_filter_time_and_person():
    with zipfile.ZipFile(io.BytesIO(exported())) as archive:
        texts = archive.read("xl/sharedStrings.xml").decode()
    assert "筛选：未付清　导出时间：2026-11-18 10:00　导出人：陈立" in texts


def test_row_numbers_are_those_of_the_sheet():
    assert [number for number, _ in read_rows(typed(("甲", 1), ("", ""), ("乙", 2)), COLUMNS)] == [2, 4]


def test_amounts_and_days_are_read_as_people_type_them():
    ((_, row),) = read_rows(typed((" 甲 ", "１,260.50元", "2026年5月1日", "3")), COLUMNS)
    assert row == {"name": "甲", "owed": 126050, "since": date(2026, 5, 1), "months": 3}


def test_every_faulty_cell_is_named_and_good_rows_are_kept():
    content = typed(("甲", "很多", "2026-02-30"), ("", 5), ("乙", 7, "", 1.5), ("丙", 8))
    with pytest.raises(SheetRefused) as refused:
        read_rows(content, COLUMNS)
    assert [(f.row, f.column) for f in refused.value.faults] == [
        (2, "欠付金额"), (2, "起始日期"), (3, "姓名"), (4, "月数"),
    ]  # fmt: skip
    assert [row["name"] for _, row in refused.value.rows] == ["丙"]


def test_identity_number_kept_as_a_number_is_refused():
    columns = [Column("id", "身份证号", required=True)]
    with pytest.raises(SheetRefused, match="后几位可能已经丢失"):
        read_rows(typed((110101199003070000,), head=("身份证号",)), columns)


def test_hidden_character_in_a_cell_is_refused():
    with pytest.raises(SheetRefused, match="第2行“姓名”"):
        read_rows(typed(("张\u202e三", 1)), COLUMNS)


def test_sheet_without_a_needed_column_is_refused():
    with pytest.raises(Refused, match="没有找到“欠付金额”列"):
        read_rows(typed(("甲",), head=("姓名",)), COLUMNS)


def test_column_given_twice_is_refused():
    with pytest.raises(Refused, match="出现了两次"):
        read_rows(typed(("甲", 1, "乙"), head=("姓名", "欠付金额", "姓名")), COLUMNS)


def test_empty_sheet_is_refused():
    with pytest.raises(Refused, match="没有数据"):
        read_rows(typed(), COLUMNS)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "不是 .xlsx"),
        (b"PK\x03\x04broken", "不是 .xlsx"),
        (b"\xd0\xcf\x11\xe0" + b"0" * 512, "旧版 .xls"),
        (b"0" * (5 * 1024 * 1024 + 1), "超过5MB"),
    ],
)
def test_file_that_is_no_workbook_is_refused(content, reason):
    with pytest.raises(Refused, match=reason):
        read_rows(content, COLUMNS)


def test_workbook_that_unpacks_to_too_much_is_refused():
    bomb = repacked(typed(("甲", 1)), "xl/styles.xml", lambda data: data + b" " * (61 * 1024 * 1024))
    assert len(bomb) < 200_000
    with pytest.raises(Refused, match="解开后过大"):
        read_rows(bomb, COLUMNS)


def test_workbook_that_lies_about_its_unpacked_size_is_refused():
    bomb = repacked(typed(("甲", 1)), "xl/styles.xml", lambda data: data + b" " * (61 * 1024 * 1024))
    with zipfile.ZipFile(io.BytesIO(bomb)) as archive:
        size = archive.getinfo("xl/styles.xml").file_size
    lying = bomb.replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little"))
    assert lying != bomb
    with pytest.raises(Refused, match="解开后过大"):
        read_rows(lying, COLUMNS)


def test_cell_at_the_far_corner_is_refused_before_it_is_laid_out():
    corner = repacked(typed(("甲", 1)), "xl/worksheets/sheet1.xml", lambda data: data.replace(b'"A2"', b'"XFD1048576"'))
    with pytest.raises(Refused, match="第1048576行"):
        read_rows(corner, COLUMNS)


def test_broken_part_inside_a_workbook_is_refused():
    broken = repacked(typed(("甲", 1)), "xl/worksheets/sheet1.xml", lambda data: data[: len(data) // 2])
    with pytest.raises(Refused):
        read_rows(broken, COLUMNS)


def test_more_rows_than_allowed_are_refused():
    with pytest.raises(Refused, match="最多"):
        read_rows(typed(*[("甲", 1)] * 30), COLUMNS, most_rows=5)

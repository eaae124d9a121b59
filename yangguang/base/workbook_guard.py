"""What an uploaded XLSX must survive before anything parses it: size, real unpacked size, cells out at the edges, repeated text."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import chain, islice, pairwise

from yangguang.kernel.refusal import Refused

MOST_BYTES = 5 * 1024 * 1024
MOST_UNPACKED = 60 * 1024 * 1024
MOST_PARTS = 500
MOST_COLUMNS = 200
MOST_DIGITS, LONGEST_VALUE = 12, 64
CHUNK = 256 * 1024
ROW, CELL = re.compile(rb"<(?:\w+:)?row[\s/>]"), re.compile(rb"<(?:\w+:)?c[\s/>]")
PLACE = re.compile(rb"""\br\s*=\s*["']([A-Za-z]*)(\d+)["']""")
TEXT = re.compile(rb"<(?:\w+:)?si[\s/>]")
VALUE = re.compile(rb"<(?:\w+:)?v(?=[\s/>])")
UNCLEAR = re.compile(rb"[&<>\"']")  # of a value that may be another number than it looks
OTHER_FORMATS = {"content.xml", "xl/workbook.bin"}  # a reader would take the file for ODS or XLSB
ANOTHER_FORMAT = "请用 WPS 或 Excel 另存为 .xlsx 后再上传。"


def checked(content: bytes, *, most_rows: int) -> bytes:
    """The same workbook packed anew, so that a reader opens what was measured. Refuses what is not a plain workbook of bearable
    size. The unpacked size is measured, never read from the file.
    """
    if len(content) > MOST_BYTES:
        raise Refused(f"文件超过{MOST_BYTES // 1024 // 1024}MB。", field="file", remedy="请拆分成几个文件。")
    if content[:4] == b"\xd0\xcf\x11\xe0":
        raise Refused("这是旧版 .xls 文件，或者设了打开密码。", field="file", remedy=ANOTHER_FORMAT)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = _unpacked(archive)
    except (zipfile.BadZipFile, OSError, RuntimeError, EOFError, ValueError):
        raise _no_workbook() from None
    if OTHER_FORMATS & {name.lower() for name in parts}:
        raise _no_workbook()
    lengths = [length for part in parts.values() for length in _lengths_in(part)]
    for part in parts.values():
        if b"sheetData" in part:
            _check_places(part, most_rows)
            _check_text(part, lengths)
    return _packed(parts)


def _no_workbook() -> Refused:
    return Refused("文件不是 .xlsx 工作簿，或者已经损坏。", field="file", remedy=ANOTHER_FORMAT)


def _unpacked(archive: zipfile.ZipFile) -> dict[str, bytes]:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or len({part.filename.lower() for part in parts}) != len(parts):
        raise Refused("文件的内部结构不正常。", field="file", remedy=ANOTHER_FORMAT)
    left, read = MOST_UNPACKED, {}
    for part in parts:
        part.file_size = left + 2 * CHUNK  # the declared size may lie: read to the real end, or past the limit
        unpacked = bytearray()
        with archive.open(part) as stream:
            while chunk := stream.read(CHUNK):
                left -= len(chunk)
                if left < 0:
                    raise Refused("文件解开后过大。", field="file", remedy="请删去图片和多余的表，只留要导入的数据。")
                unpacked += chunk
        read[part.filename] = bytes(unpacked)
    return read


def _packed(parts: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def _lengths_in(part: bytes) -> Iterator[int]:
    """How much each text takes that cells may name."""
    starts = chain((found.start() for found in TEXT.finditer(part)), [len(part)])
    return (end - start for start, end in pairwise(starts))


def _check_text(sheet: bytes, lengths: list[int]) -> None:
    """A text stands once in the file and may be named by every cell: what a reader would lay out is the sum."""
    left, longest = MOST_UNPACKED, max(lengths, default=0)
    for value in VALUE.finditer(sheet):
        told = sheet[value.end() : value.end() + LONGEST_VALUE].partition(b"</")[0]
        try:
            number = int(told.removeprefix(b">"))
        except ValueError:
            left -= longest if UNCLEAR.search(told[1:]) else 0
        else:
            left -= lengths[number] if 0 <= number < len(lengths) else 0
        if left < 0:
            raise Refused("表中重复的文字过多。", field="file", remedy="请删去不导入的列，或者拆分成几个文件。")


def _check_places(sheet: bytes, most_rows: int) -> None:
    """One cell in the last row of the last column makes a reader lay out seventeen milliard cells."""
    for place in PLACE.finditer(sheet):
        column, digits = place.groups()
        row = int(digits.lstrip(b"0")[:MOST_DIGITS] or b"0")
        if row > most_rows:
            raise Refused(
                f"表中第{row}行还有内容或者格式，最多读取{most_rows}行。",
                field="file", remedy="请删去多余的空行，或者拆分成几个文件。",
            )  # fmt: skip
        if _column_number(column) > MOST_COLUMNS:
            raise _too_wide()
    _check_counts(sheet, most_rows)


def _check_counts(sheet: bytes, most_rows: int) -> None:
    """Rows and cells need not say where they stand: then only their number tells how much a reader would lay out."""
    for number, row in enumerate(ROW.split(sheet, most_rows + 1)):
        if number > most_rows:
            raise Refused(
                f"表中的行数超过{most_rows}行。", field="file", remedy="请删去多余的空行，或者拆分成几个文件。"
            )
        if number and sum(1 for _ in islice(CELL.finditer(row), MOST_COLUMNS + 1)) > MOST_COLUMNS:
            raise _too_wide()


def _too_wide() -> Refused:
    return Refused(f"表中第{MOST_COLUMNS}列以后还有内容。", field="file", remedy="请删去多余的列。")


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper()[:6]:
        number = number * 26 + letter - 64
    return number

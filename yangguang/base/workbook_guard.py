"""What an uploaded XLSX must survive before anything parses it: size, real unpacked size, and cells out at the edges."""

from __future__ import annotations

import io
import re
import zipfile

from yangguang.kernel.refusal import Refused

MOST_BYTES = 5 * 1024 * 1024
MOST_UNPACKED = 60 * 1024 * 1024
MOST_PARTS = 500
MOST_COLUMNS = 200
CHUNK = 256 * 1024
ROW, CELL = re.compile(rb"<(?:\w+:)?row[\s/>]"), re.compile(rb"<(?:\w+:)?c[\s/>]")
PLACE = re.compile(rb"""\br\s*=\s*["']([A-Za-z]*)(\d{1,12})["']""")
ANOTHER_FORMAT = "请用 WPS 或 Excel 另存为 .xlsx 后再上传。"


def check(content: bytes, *, most_rows: int) -> None:
    """Refuse what is not a plain workbook of bearable size. The unpacked size is measured, never read from the file."""
    if len(content) > MOST_BYTES:
        raise Refused(f"文件超过{MOST_BYTES // 1024 // 1024}MB。", field="file", remedy="请拆分成几个文件。")
    if content[:4] == b"\xd0\xcf\x11\xe0":
        raise Refused("这是旧版 .xls 文件，或者设了打开密码。", field="file", remedy=ANOTHER_FORMAT)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_parts(archive, most_rows)
    except (zipfile.BadZipFile, OSError, RuntimeError, EOFError, ValueError):
        raise Refused("文件不是 .xlsx 工作簿，或者已经损坏。", field="file", remedy=ANOTHER_FORMAT) from None


def _check_parts(archive: zipfile.ZipFile, most_rows: int) -> None:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or len({part.filename for part in parts}) != len(parts):
        raise Refused("文件的内部结构不正常。", field="file", remedy=ANOTHER_FORMAT)
    left = MOST_UNPACKED
    for part in parts:
        part.file_size = left + 2 * CHUNK  # the declared size may lie: read to the real end, or past the limit
        unpacked = bytearray()
        with archive.open(part) as stream:
            while chunk := stream.read(CHUNK):
                left -= len(chunk)
                if left < 0:
                    raise Refused("文件解开后过大。", field="file", remedy="请删去图片和多余的表，只留要导入的数据。")
                unpacked += chunk
        if b"sheetData" in unpacked:
            _check_places(bytes(unpacked), most_rows)


def _check_places(sheet: bytes, most_rows: int) -> None:
    """One cell in the last row of the last column makes a reader lay out seventeen milliard cells."""
    for column, row in PLACE.findall(sheet):
        if int(row) > most_rows:
            raise Refused(
                f"表中第{int(row)}行还有内容或者格式，最多读取{most_rows}行。",
                field="file", remedy="请删去多余的空行，或者拆分成几个文件。",
            )  # fmt: skip
        if _column_number(column) > MOST_COLUMNS:
            raise _too_wide()
    _check_counts(sheet, most_rows)


def _check_counts(sheet: bytes, most_rows: int) -> None:
    """Rows and cells need not say where they stand: then only their number tells how much a reader would lay out."""
    for number, row in enumerate(ROW.split(sheet)):
        if number > most_rows:
            raise Refused(
                f"表中的行数超过{most_rows}行。", field="file", remedy="请删去多余的空行，或者拆分成几个文件。"
            )
        if number and len(CELL.findall(row)) > MOST_COLUMNS:
            raise _too_wide()


def _too_wide() -> Refused:
    return Refused(f"表中第{MOST_COLUMNS}列以后还有内容。", field="file", remedy="请删去多余的列。")


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper()[:6]:
        number = number * 26 + letter - 64
    return number

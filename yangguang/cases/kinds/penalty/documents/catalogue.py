"""卷内文件目录."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from yangguang.base.press.blocks import Table
from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.penalty.documents import frame
from yangguang.cases.models import Case

TITLE = "卷内文件目录"


def sheet(case: Case, *, rows: Iterable[tuple[str, str, str, str, str]], dated_on: date) -> Sheet:
    """Order, number, title, date and pages of everything in the file."""
    table = Table(("序号", "文号", "题名", "日期", "页号"), tuple(rows), (1, 4, 5, 2, 2))
    return frame.form(case, title=TITLE, blocks=[table], dated_on=dated_on)

"""证据目录: the pieces that go with a file to another authority, one a row."""

from __future__ import annotations

from collections.abc import Iterable

from yangguang.base.press.blocks import Table
from yangguang.records.api import Evidence, EvidenceKind

TITLE = "证据目录"
HEAD = ("序号", "名称", "种类", "来源", "证明内容", "取得日期")
WIDTHS = (2, 6, 4, 4, 7, 4)


def table(pieces: Iterable[Evidence]) -> Table:
    """Number, name, kind, source, what it proves, when it was obtained; says so where there is none."""
    kinds = dict(EvidenceKind.choices)
    rows = tuple(
        (str(n), one.name, str(kinds.get(one.kind, one.kind)), one.source, one.proves, one.obtained_on.isoformat())
        for n, one in enumerate(pieces, start=1)
    )
    return Table(head=HEAD, rows=rows or (("—", "无", "", "", "", ""),), widths=WIDTHS)

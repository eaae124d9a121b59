"""卷内文件目录."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from yangguang.base.press.blocks import Block, Heading
from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.penalty.documents import frame
from yangguang.cases.models import Case
from yangguang.records.api import VolumePlan, contents_table

TITLE = "卷内文件目录"


def sheet(case: Case, *, volumes: Iterable[VolumePlan], dated_on: date) -> Sheet:
    """Number, responsible, title, date and pages of everything in the file, volume by volume."""
    blocks: list[Block] = []
    for volume in volumes:
        blocks += [Heading(f"{volume.label}（{volume.pages}页）", level=1), contents_table(volume)]
    return frame.form(case, title=TITLE, blocks=blocks, dated_on=dated_on)

"""陈述申辩笔录."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from yangguang.base.press.blocks import SignatureLine, facts, paragraph
from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.penalty.documents import frame
from yangguang.cases.models import Case

TITLE = "陈述申辩笔录"


def sheet(case: Case, *, party: str, made_by: str, way: str, points: Iterable[str], dated_on: date) -> Sheet:
    """Who said what, point by point."""
    blocks = [
        facts([("当事人", party), ("陈述人", made_by)], ("方式", way)),
        *(paragraph(f"{n}．{point}") for n, point in enumerate(points, start=1)),
        SignatureLine("陈述人"),
        SignatureLine("记录人"),
    ]
    return frame.form(case, title=TITLE, blocks=blocks, dated_on=dated_on)

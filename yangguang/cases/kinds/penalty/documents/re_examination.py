"""陈述申辩复核意见书."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from yangguang.base.press.blocks import SignatureLine, Table, paragraph
from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.penalty.documents import frame
from yangguang.cases.models import Case

TITLE = "陈述申辩复核意见书"


def sheet(case: Case, *, answers: Iterable[tuple[str, bool, str]], officers: Iterable[str], dated_on: date) -> Sheet:
    """Each point, taken up or not, and why."""
    rows = tuple((str(n), text, "采纳" if up else "不采纳", why) for n, (text, up, why) in enumerate(answers, start=1))
    head = ("序号", "意见", "结论", "理由")
    body = Table(head, rows, (1, 5, 2, 5)) if rows else paragraph("当事人在期限内没有提出意见。")
    signers = [SignatureLine("承办人", officer, dated_on) for officer in officers]
    return frame.form(case, title=TITLE, blocks=[body, *signers], dated_on=dated_on)

"""法制审核异议协调记录."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from yangguang.base.press.blocks import Heading, Letterhead, SignatureLine, facts
from yangguang.base.press.sheet import Sheet
from yangguang.legal_review.models import LegalReview

TITLE = "法制审核异议协调记录"


def sheet(
    returned: LegalReview, *, rows: Sequence[tuple[str, str]], signers: Sequence[tuple[str, str]], on: date
) -> Sheet:
    """Which return was disagreed with, what both sides say in writing, what was agreed; signed by both and who presided."""
    case = returned.case
    table = facts(
        [("案号", case.number), ("案由", case.title)],
        ("退回的审核意见", f"第{returned.round}次审核：{returned.opinion}"), *rows,
    )  # fmt: skip
    signed = [SignatureLine(label, name, on) for label, name in signers]
    return Sheet(
        title=TITLE, blocks=(Letterhead(case.body.name, red=False), Heading(TITLE), table, *signed), dated_on=on,
        body_name=case.body.name, form=True,
    )  # fmt: skip

"""免予法制审核的记录."""

from __future__ import annotations

from yangguang.base.press.blocks import Heading, Letterhead, SignatureLine, facts
from yangguang.base.press.sheet import Sheet
from yangguang.legal_review.models import ReviewExemption

TITLE = "免予法制审核的记录"


def sheet(exemption: ReviewExemption) -> Sheet:
    """Which draft, found to be no major decision by the catalogue in force, and who confirmed it."""
    case = exemption.case
    table = facts(
        [("案号", case.number), ("案由", case.title)],
        ("结论", "拟作决定不属于重大执法决定法制审核目录所列情形。"), ("代拟稿指纹", exemption.draft_digest),
    )  # fmt: skip
    signed = SignatureLine("承办机构负责人", exemption.confirmed_by_name, exemption.confirmed_on)
    return Sheet(
        title=TITLE, blocks=(Letterhead(case.body.name, red=False), Heading(TITLE), table, signed),
        dated_on=exemption.confirmed_on, body_name=case.body.name, form=True,
    )  # fmt: skip

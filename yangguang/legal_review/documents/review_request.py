"""重大执法决定法制审核申请表."""

from __future__ import annotations

from yangguang.base.press.blocks import Heading, Letterhead, SignatureLine, facts
from yangguang.base.press.sheet import Sheet
from yangguang.catalogues.api import PENALTY_KINDS
from yangguang.kernel.money import in_figures
from yangguang.kernel.written_days import in_words
from yangguang.legal_review.models import LegalReview

TITLE = "重大执法决定法制审核申请表"


def sheet(review: LegalReview) -> Sheet:
    """The case, what is to be decided and why it must be reviewed, and the fingerprint of what was submitted."""
    case = review.case
    rows = [
        ("当事人", "、".join(party.name for party in case.parties.order_by("position", "pk"))),
        ("拟作决定", proposed(review)), ("理由", str(review.draft_content.get("reasons", ""))),
        ("须审核的情形", "；".join(review.reasons)), ("送审说明", review.note), ("送审稿指纹", review.draft_digest),
    ]  # fmt: skip
    table = facts(
        [("案号", case.number), ("案由", case.title)], [("送审次数", f"第{review.round}次"), ("应审结日期", in_words(review.due_on))],
        *[row for row in rows if row[1]],
    )  # fmt: skip
    signed = SignatureLine("承办人", review.requested_by_name, review.requested_on)
    return Sheet(
        title=TITLE, blocks=(Letterhead(case.body.name, red=False), Heading(TITLE), table, signed),
        dated_on=review.requested_on, body_name=case.body.name, form=True,
    )  # fmt: skip


def proposed(review: LegalReview) -> str:
    """The penalties in words, or the kind of decision where there are none."""
    content = review.draft_content
    kinds = [PENALTY_KINDS.get(kind, kind) for kind in content.get("penalties") or ()]
    fine = content.get("fine_fen") or 0
    return "、".join([*kinds, *([f"罚款{in_figures(fine)}元"] if fine else [])]) or review.draft.get_kind_display()

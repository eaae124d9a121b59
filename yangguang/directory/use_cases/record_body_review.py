"""Record the letter by which a judicial bureau that is not in this system reviewed a proposed entry (D06)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.base import vault
from yangguang.base.events import Actor
from yangguang.directory.models import BodyProposal
from yangguang.directory.models.scope import bureau_above
from yangguang.directory.policy import may_propose_body
from yangguang.directory.rules import entries
from yangguang.directory.use_cases._settle_proposal import Review, settle, waiting_proposal
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

KINDS = ("application/pdf", "image/jpeg", "image/png")


@transaction.atomic
def record_body_review(
    *, proposal: BodyProposal, office_name: str, document_number: str, reviewed_on: date, agrees: bool, opinion: str,
    content: bytes, file_name: str, actor: Actor, at: Moment,
) -> BodyProposal:  # fmt: skip
    """Keep the letter and do what it says. Raises Refused where the bureau is in this system, or for a day to come."""
    locked = waiting_proposal(proposal, None)
    if not may_propose_body(actor, locked.concerned):
        raise Refused("您不能登记这份申请的审核意见。", remedy="请由送审的机关登记。")
    bureau = bureau_above(locked.body.parent if locked.body else locked.parent, but=locked.body)
    if bureau is not None:
        raise Refused(
            f"{bureau}在本系统中，登记由其监督人员审核。", "APL-2021:39", remedy=f"请{bureau}监督人员打开这份申请审核。"
        )
    if not locked.proposed_on <= reviewed_on <= at.day:
        raise Refused("审核日期应当在送审日和今天之间。", field="reviewed_on", remedy="请按审核文件上的日期填写。")
    review = Review(
        agrees=agrees, opinion=opinion, reviewed_on=reviewed_on,
        office_name=entries.required(office_name, label="审核单位", field="office_name", most=120),
        document_number=entries.required(document_number, label="审核文号", field="document_number", most=80),
        document=vault.store_upload(content, name=file_name, kinds=KINDS),
    )  # fmt: skip
    return settle(locked, review, actor=actor, at=at)

"""What both ways of recording an outside review begin with, what they leave, and the gate that asks for it."""

from __future__ import annotations

from typing import Any

from yangguang.base import approvals, ledger
from yangguang.base.events import Actor
from yangguang.catalogues.events import EditionReviewedOutside
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.models import Edition, OutsideReview
from yangguang.catalogues.open_drafts import locked_edition
from yangguang.catalogues.rules.editions import EditionState
from yangguang.catalogues.rules.offices import OFFICES, Office, lacking
from yangguang.catalogues.use_cases.submit_for_review import PURPOSE, proposal_of
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean


def lacking_review(edition: Edition) -> str:
    """What the newest outside review leaves open before adoption, in one sentence; empty where nothing is lacking."""
    definition = list_of(edition.list_kind)
    if definition.reviewed_by is None:
        return ""
    found = OutsideReview.objects.filter(edition=edition, office=definition.reviewed_by).first()
    unchanged = found is not None and found.proposal_digest == approvals.digest_of(proposal_of(edition))
    return lacking(
        definition.title, definition.reviewed_by, reviewed=found is not None,
        agreed=found is not None and found.agrees, unchanged=unchanged,
    )  # fmt: skip


def require_outside_review(edition: Edition) -> None:
    """The gate of adoption. Raises Refused unless the office agreed to exactly what is adopted now."""
    if sentence := lacking_review(edition):
        definition = list_of(edition.list_kind)
        raise Refused(sentence, definition.clauses, remedy="请先请其审核并登记意见；没有同意的，请退回起草人修改。")


def waiting_edition(edition: Edition) -> tuple[Edition, Office]:
    """The locked edition with the office that is to review it. Raises Refused when it does not wait for such a review."""
    pending = locked_edition(edition)
    definition = list_of(pending.list_kind)
    if definition.reviewed_by is None:
        raise Refused(f"{definition.title}不需要外部审核。", remedy="请由机关负责人审定。")
    if pending.state != EditionState.UNDER_REVIEW or approvals.latest(pending.subject, PURPOSE) is None:
        raise Refused("这份清单没有送审，不能登记审核意见。", remedy="请先由起草人送审。")
    return pending, definition.reviewed_by


def put_review(
    pending: Edition, office: Office, *, agrees: bool, opinion: str, actor: Actor, at: Moment, **known: Any
) -> OutsideReview:
    """Write the review down for exactly this content and tell the ledger."""
    definition = list_of(pending.list_kind)
    review = OutsideReview.objects.create(
        edition=pending, office=office, agrees=agrees, proposal_digest=approvals.digest_of(proposal_of(pending)),
        opinion=clean(opinion, label="审核意见", most=1000, lines=True, field="opinion"),
        recorded_by_ref=actor.actor_ref, recorded_by_name=actor.actor_name, recorded_at=at.recorded_at, **known,
    )  # fmt: skip
    ledger.record(
        EditionReviewedOutside(
            pending.list_kind, definition.title, pending.version, office=OFFICES[office], agrees=agrees,
            document_number=review.document_number,
        ),
        subject=pending.subject, actor=actor, at=at,
    )  # fmt: skip
    return review

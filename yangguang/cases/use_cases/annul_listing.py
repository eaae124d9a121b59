"""Annul a listing: the order to pay it rests on fell, or the listing itself was wrong (D12)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base.events import SYSTEM, Actor
from yangguang.cases.events.sanctions import TakenOffList
from yangguang.cases.kinds.wage_arrears_sanctions import papers
from yangguang.cases.models import Instruction, ListingStatus, SanctionsListing
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.cases.use_cases._listed import for_everybody
from yangguang.kernel.moment import Moment

CLAUSE = "DWL-2021:16"
STANDING = (ListingStatus.LISTED, ListingStatus.DELISTING_REQUESTED)


@transaction.atomic
def annul_listing(*, listing: SanctionsListing, reason: str, actor: Actor, at: Moment) -> SanctionsListing:
    """By the agency head; where the order to pay falls, by the system in the same moment."""
    line = locked_line(listing)
    why = worded(reason, label="撤销的理由", field="reason", most=1000)
    given = {"overdue_reason": why}
    taken = step_taken(line, "annul_listing", actor=actor, at=at, given=given)
    letter = papers.letter(
        line, kind="listing_annulment", title="撤销列入失信联合惩戒名单决定书", number_kind="撤列", to=papers.all_named(line),
        words=[f"{line.number}列入决定，因{why.rstrip('。')}，现予撤销，自始不发生列入的效果。"], actor=actor, at=at,
    )  # fmt: skip
    for_everybody(line, letter)
    line.ended_on, line.ended_reason = at.day, why
    line.save()
    told(taken, line, TakenOffList(line.public_id, line.number, "撤销列入", why, (CLAUSE,)), actor=actor, at=at)
    return line


def listings_fall(instruction: Instruction, at: Moment) -> None:
    """No listing stands on an order to pay that has fallen, not for a day."""
    standing = instruction.listings.filter(status__in=STANDING).order_by("pk")
    for one in standing:
        annul_listing(listing=one, reason=f"责令限期支付文书{instruction.number}已被撤销或者变更", actor=SYSTEM, at=at)

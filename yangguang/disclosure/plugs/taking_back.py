"""What a decision that fell does to its publication: struck from the list where it waits, else to be taken back."""

from __future__ import annotations

from datetime import date

from yangguang.base.events import SYSTEM
from yangguang.disclosure.models import Publication, WithdrawalGround, WithholdingGround
from yangguang.disclosure.queries import is_down_for_now
from yangguang.disclosure.use_cases.record_withdrawal_ground import record_withdrawal_ground
from yangguang.disclosure.use_cases.withhold_decision import withhold_decision
from yangguang.kernel.moment import Moment

LONGEST_REASON = 400  # as long as a publication keeps it; the decision keeps the whole


def take_back(publication: Publication, words: str, ground: WithdrawalGround, *, received_on: date, at: Moment) -> None:
    """By the system; nothing happens to one that is neither waiting nor public, nor down for now."""
    reason = words[:LONGEST_REASON]
    if publication.waits:
        withhold_decision(
            publication_id=publication.pk, ground=WithholdingGround.NO_LONGER_STANDS, reason=reason, actor=SYSTEM, at=at
        )
    elif publication.stands or is_down_for_now(publication):
        record_withdrawal_ground(
            publication_id=publication.pk, ground=ground, paper=reason[:200], received_on=received_on, actor=SYSTEM, at=at,
        )  # fmt: skip

"""Confirm that every channel stopped showing a listing that ended: the ten working days end (D11, DWL-2021:17.1)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.sanctions import ListingMoved
from yangguang.cases.models import SanctionsListing
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "DWL-2021:17.1"


@transaction.atomic
def confirm_takedown(
    *, listing: SanctionsListing, channels: str, actor: Account, at: Moment, overdue_reason: str = ""
) -> SanctionsListing:
    """The own site dropped it by itself; the credit platform and other sites are checked by a person."""
    line = locked_line(listing)
    words = worded(channels, label="已停止公开的渠道", field="channels", most=400)
    if line.taken_down_on is not None:
        raise Refused("已经确认停止公开。", CLAUSE)
    taken = step_taken(line, "confirm_takedown", actor=actor, at=at, given={"overdue_reason": overdue_reason})
    line.taken_down_on = at.day
    line.save()
    told(taken, line, ListingMoved("确认停止公开", words, (CLAUSE,)), actor=actor, at=at)
    return line

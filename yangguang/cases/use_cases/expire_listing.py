"""The three years are over: the listing ends. The law brings this about, so the system does it (D11)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base.events import Actor
from yangguang.cases.events.sanctions import TakenOffList
from yangguang.cases.kinds.wage_arrears_sanctions import papers
from yangguang.cases.models import Clock, ListingStatus, SanctionsListing
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.kernel.moment import Moment

STANDING = (ListingStatus.LISTED, ListingStatus.DELISTING_REQUESTED)
CLAUSES = ("DWL-2021:11", "DWL-2021:17.1")


@transaction.atomic
def expire_listing(*, listing: SanctionsListing, actor: Actor, at: Moment) -> SanctionsListing | None:
    """The listing when it ended, else None: ended otherwise meanwhile, or its term still runs."""
    line = locked_line(listing)
    rows = Clock.objects.filter(case=line.case, kind="listed_until", about_ref=line.public_id, stopped_on=None)
    clock = rows.order_by("-pk").first()
    if line.status not in STANDING or clock is None or not run_clocks.is_over(clock, at):
        return None
    reason = "列入期限届满"
    given = {"overdue_reason": reason}  # an application still being decided has nothing left to decide
    taken = step_taken(line, "expire_listing", actor=actor, at=at, given=given)
    rows_told = [("当事人", papers.all_named(line)), ("列入决定", line.number), ("移出的理由", reason)]
    papers.form(line, kind="delisting_record", title="失信联合惩戒名单到期移出记录", rows=rows_told, actor=actor, at=at)
    line.ended_on, line.ended_reason = at.day, reason
    line.save()
    told(taken, line, TakenOffList(line.public_id, line.number, "到期移出", reason, CLAUSES), actor=actor, at=at)
    return line


def expire_all_listings(*, actor: Actor, at: Moment) -> int:
    """Every listing whose three years are over; returns how many ended."""
    late = SanctionsListing.objects.filter(status__in=STANDING, listed_until__lt=at.day).order_by("pk")
    return sum(expire_listing(listing=one, actor=actor, at=at) is not None for one in late)

"""What the sanctions list plugs in: gates, panel, its row for the engine, the daily end of what has run out, private names."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from yangguang.base.events import SYSTEM
from yangguang.base.jobs import scheduled
from yangguang.cases.kinds.wage_arrears_sanctions import gates, panels
from yangguang.cases.known_persons import PrivateFact, private_source
from yangguang.cases.lines import line
from yangguang.cases.models import Case, ListedPart, ListedParty, SanctionsListing
from yangguang.cases.use_cases.expire_listing import expire_all_listings
from yangguang.kernel.moment import Moment

__all__ = ["gates", "panels"]


@line("wage_arrears_sanctions")
def listing_row(ref: str) -> SanctionsListing:
    """The listing the engine moves."""
    return SanctionsListing.objects.select_for_update().get(public_id=ref)


@scheduled("cases.listings_run_out", title="到期移出失信联合惩戒名单", every=timedelta(hours=1))
def end_listings_that_ran_out() -> int:
    """End every listing whose three years are over."""
    return expire_all_listings(actor=SYSTEM, at=Moment.now())


@private_source("listed")
def of_listed(case: Case) -> Iterable[PrivateFact]:
    """Persons listed with a unit: public in the list alone, private everywhere else."""
    rows = ListedParty.objects.filter(listing__case=case).exclude(part=ListedPart.UNIT).order_by("pk")
    return [PrivateFact(name) for name in rows.values_list("name", flat=True)]

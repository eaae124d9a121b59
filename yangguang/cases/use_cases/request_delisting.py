"""Put on record that a unit asks to be removed early (D08)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.cases.events.sanctions import ListingMoved
from yangguang.cases.kinds.labour.queries import totals_of
from yangguang.cases.models import SanctionsListing
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.cases.use_cases._listed import days_in_order
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "DWL-2021:12"


@transaction.atomic
def request_delisting(
    *, listing: SanctionsListing, application: str, actor: Account, at: Moment, rectified_on: date | None = None,
    pledged_on: date | None = None,
) -> SanctionsListing:  # fmt: skip
    """Received whatever it lacks; whether the conditions hold is decided within fifteen working days."""
    line = locked_line(listing)
    words = worded(application, label="申请的内容", field="application", most=2000)
    days_in_order((rectified_on, "改正日期"), (pledged_on, "承诺日期"), on=at.day, clause_id=CLAUSE)
    if rectified_on and totals_of(line.case).unpaid_fen:
        raise Refused(
            "名册上尚有未支付的工资，不能登记为已改正。", CLAUSE, field="rectified_on", remedy="请先登记支付。"
        )
    taken = step_taken(line, "request_delisting", actor=actor, at=at)
    line.rectified_on, line.pledged_on = rectified_on or line.rectified_on, pledged_on or line.pledged_on
    line.save()
    told(taken, line, ListingMoved("收到提前移出申请", words, (CLAUSE, "DWL-2021:14.2")), actor=actor, at=at)
    return line

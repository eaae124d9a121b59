"""Put on record that the arrears were made good and that the unit pledged in writing not to owe again (DWL-2021:7)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.cases.events.sanctions import ListingMoved
from yangguang.cases.kinds.labour.queries import totals_of
from yangguang.cases.models import SanctionsListing
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.cases.use_cases._listed import days_in_order
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "DWL-2021:7"


@transaction.atomic
def record_pledge(
    *, listing: SanctionsListing, rectified_on: date | None, pledged_on: date | None, actor: Account, at: Moment
) -> SanctionsListing:
    """Made good means that the roster owes nothing any more."""
    line = locked_line(listing)
    days_in_order((rectified_on, "改正日期"), (pledged_on, "承诺日期"), on=at.day, clause_id=CLAUSE)
    if rectified_on and totals_of(line.case).unpaid_fen:
        raise Refused(
            "名册上尚有未支付的工资，不能登记为已改正。", CLAUSE, field="rectified_on", remedy="请先登记支付。"
        )
    taken = step_taken(line, "record_pledge", actor=actor, at=at)
    line.rectified_on, line.pledged_on = rectified_on or line.rectified_on, pledged_on or line.pledged_on
    line.save()
    words = f"改正：{line.rectified_on or '无'}；信用承诺：{line.pledged_on or '无'}"
    told(taken, line, ListingMoved("登记改正和信用承诺", words, (CLAUSE,)), actor=actor, at=at)
    return line

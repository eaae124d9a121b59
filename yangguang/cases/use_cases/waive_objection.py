"""Put on record that somebody to be listed gave up objecting, in writing."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.sanctions import ListingMoved
from yangguang.cases.models import SanctionsListing
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.cases.use_cases._listed import listed_named
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "DWL-2021:6.2#object"


@transaction.atomic
def waive_objection(*, listing: SanctionsListing, who: str, paper: str, actor: Account, at: Moment) -> SanctionsListing:
    """Only in writing; silence waives nothing."""
    line = locked_line(listing)
    one = listed_named(line, who)
    if one.told_on is None or one.waived_on is not None or one.objected_on is not None:
        raise Refused(f"{one.name}还没有收到告知，或者已经放弃、提出异议。", CLAUSE, field="who", remedy="请核对。")
    written = worded(paper, label="放弃异议的书面材料", field="paper", most=400)
    taken = step_taken(line, "waive_objection", actor=actor, at=at)
    one.waived_on = at.day
    one.save(update_fields=["waived_on"])
    run_clocks.stop(line.case, "object_to_listing_by", on=at.day, event="书面放弃异议", about_ref=one.public_id)
    line.save()
    told(taken, line, ListingMoved("书面放弃异议", f"{one.name}，{written}", (CLAUSE,)), actor=actor, at=at)
    return line

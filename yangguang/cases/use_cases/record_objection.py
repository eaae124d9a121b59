"""Put on record what somebody to be listed objects (D03)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.sanctions import ListingMoved
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.wage_arrears_sanctions.conditions import last_day_to_object
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
def record_objection(
    *, listing: SanctionsListing, who: str, objection: str, actor: Account, at: Moment, good_reason: str = ""
) -> SanctionsListing:
    """After the five working days only for a good reason that somebody wrote down. Five days to verify run."""
    line = locked_line(listing)
    one = listed_named(line, who)
    words = worded(objection, label="异议", field="objection", most=4000)
    keep_secret(line.case, {"objection": words})
    last = last_day_to_object(one)
    if last is None or one.objected_on is not None:
        raise Refused(f"{one.name}还没有收到告知，或者异议已经登记。", CLAUSE, field="who", remedy="请核对。")
    if at.day > last and not good_reason.strip():
        raise Refused(
            "超过五个工作日异议期限。", CLAUSE, field="good_reason", remedy="有不可抗力等正当理由的，请写明。"
        )
    taken = step_taken(line, "record_objection", actor=actor, at=at)
    one.objection, one.objected_on = words, at.day
    one.save(update_fields=["objection", "objected_on"])
    run_clocks.stop(line.case, "object_to_listing_by", on=at.day, event="提出异议", about_ref=one.public_id)
    run_clocks.start(line.case, "verify_objection_by", on=at.day, event="收到异议", about_ref=one.public_id)
    line.save()
    told(taken, line, ListingMoved("收到异议", f"{one.name}：{words}", (CLAUSE,)), actor=actor, at=at)
    return line

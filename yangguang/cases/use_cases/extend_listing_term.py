"""Give the decision to list twenty working days more, where the matter is complex: the head of the department alone."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.sanctions import ListingMoved
from yangguang.cases.models import Clock, SanctionsListing
from yangguang.cases.policy import may_take
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account, Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.workdays import Unit
from yangguang.statutes import clause

CLAUSE = "DWL-2021:8.1#extension"


@transaction.atomic
def extend_listing_term(*, listing: SanctionsListing, reason: str, actor: Account, at: Moment) -> SanctionsListing:
    """Once, before the first twenty are over."""
    line = locked_line(listing)
    if not may_take(actor, line.case, (Role.AGENCY_HEAD,)):
        raise Refused("延长应当经人力资源社会保障部门负责人批准。", CLAUSE, remedy="请报机关负责人办理。")
    why = worded(reason, label="情况复杂的理由", field="reason", most=400)
    running = Clock.objects.filter(case=line.case, kind="list_by", about_ref=line.public_id, stopped_on=None)
    row = running.order_by("-pk").first()
    if row is None or row.extensions or run_clocks.is_over(row, at):
        raise Refused("列入决定的期限已经延长或者已经届满。", CLAUSE, remedy="逾期的仍可作出决定，应当写明逾期原因。")
    taken = step_taken(line, "extend_listing_term", actor=actor, at=at)
    more = clause(CLAUSE).amount("extension", unit="workday")
    run_clocks.extend(row, amount=more, unit=Unit.WORKDAY, reason=why, clause=CLAUSE)
    line.save()
    told(taken, line, ListingMoved("延长列入决定期限", why, (CLAUSE,)), actor=actor, at=at)
    return line

"""Demand in writing that a disposition be fulfilled, before the court is asked (T02 on a disposition)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.cases.events.wages import DispositionMoved
from yangguang.cases.models import Disposition
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.serving import waits
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.cases.use_cases._serving import method_label
from yangguang.cases.use_cases.issue_demand import make_demand
from yangguang.cases.use_cases.serve_document import ServiceFacts, keep_service
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "ACL-2011:35"


@transaction.atomic
def demand_fulfilment(
    *, disposition: Disposition, service: ServiceFacts, actor: Account, at: Moment, pay_by_on: date | None = None,
    how: str = "",
) -> Disposition:  # fmt: skip
    """Issue and serve the demand with its four items, or serve the one made ahead; the ten working days run from now."""
    row = locked_line(disposition)
    method, made = method_label(service), row.demand if waits(row.demand) else None
    way = "" if made else worded(how, label="履行方式", field="how", most=200)
    due = row.demand_due_on if made else pay_by_on
    if due is None or due <= at.day:
        raise Refused("催告书载明的履行期限应当晚于送达之日。", CLAUSE, field="pay_by_on", remedy="请核对日期。")
    taken = step_taken(row, "demand_fulfilment", actor=actor, at=at, given=service.as_given(row.party))
    document = made or make_demand(row, due, way, actor=actor, at=at)
    keep_service(row.case, document, row.party, service, actor=actor, at=at)
    row.demanded_on = at.day
    row.save()
    run_clocks.start(row.case, "demand_expires_on", on=at.day, event="催告书送达", about_ref=row.public_id)
    told(taken, row, DispositionMoved("催告", f"{document.number}，{method}", "", (CLAUSE,)), actor=actor, at=at)
    return row

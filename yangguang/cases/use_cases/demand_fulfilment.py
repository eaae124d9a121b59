"""Demand in writing that a disposition be fulfilled, before the court is asked (T02 on a disposition)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.cases.events.wages import DispositionMoved
from yangguang.cases.kinds.execution.documents import court_papers
from yangguang.cases.kinds.labour.fulfilment import left_of
from yangguang.cases.models import Disposition
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._lines import decision_of, locked_line, step_taken, told
from yangguang.cases.use_cases._serving import method_label
from yangguang.cases.use_cases.serve_document import ServiceFacts, keep_service
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document

CLAUSE = "ACL-2011:35"


@transaction.atomic
def demand_fulfilment(
    *, disposition: Disposition, pay_by_on: date, how: str, service: ServiceFacts, actor: Account, at: Moment
) -> Disposition:
    """Issue and serve the demand with its four items; the ten working days run from this day."""
    row = locked_line(disposition)
    method, way = method_label(service), worded(how, label="履行方式", field="how", most=200)
    if pay_by_on <= at.day:
        raise Refused("催告书载明的履行期限应当晚于送达之日。", CLAUSE, field="pay_by_on", remedy="请核对日期。")
    taken = step_taken(row, "demand_fulfilment", actor=actor, at=at, given=service.as_given(row.party))
    number = decision_of(row).number
    document = make_document(
        kind="demand_notice", title="催告书", number_kind="监催", body=row.case.body, file_ref=row.case.public_id,
        dated_on=at.day, actor=actor, at=at,
        sheet=court_papers.demand_notice(
            row.case, number=number, party=row.party.name, pay_by_on=pay_by_on, how=way, on=at.day, kind="行政处理决定书",
            amount=court_papers.wages_amount(left_of(row)),
        ),
    )  # fmt: skip
    keep_service(row.case, document, row.party, service, actor=actor, at=at)
    row.demanded_on = at.day
    row.save()
    run_clocks.start(row.case, "demand_expires_on", on=at.day, event="催告书送达", about_ref=row.public_id)
    told(taken, row, DispositionMoved("催告", f"{document.number}，{method}", "", (CLAUSE,)), actor=actor, at=at)
    return row

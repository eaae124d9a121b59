"""Make a demand ahead of its service: so that it can be tried in every way, and announced."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.cases.events.wages import DispositionMoved
from yangguang.cases.kinds.execution.documents import court_papers
from yangguang.cases.kinds.labour.fulfilment import left_of
from yangguang.cases.models import Disposition
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.serving import waits
from yangguang.cases.use_cases._lines import decision_of, locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import Document, make_document

CLAUSE = "ACL-2011:35"


@transaction.atomic
def issue_demand(*, disposition: Disposition, pay_by_on: date, how: str, actor: Account, at: Moment) -> Disposition:
    """No term runs yet: the ten working days are counted from its service."""
    row = locked_line(disposition)
    if waits(row.demand):
        raise Refused("催告书已经制作，还没有送达。", CLAUSE, remedy="请登记送达，或者先作废。")
    way = worded(how, label="履行方式", field="how", most=200)
    if pay_by_on <= at.day:
        raise Refused("催告书载明的履行期限应当晚于送达之日。", CLAUSE, field="pay_by_on", remedy="请核对日期。")
    taken = step_taken(row, "issue_demand", actor=actor, at=at)
    row.demand, row.demand_due_on = make_demand(row, pay_by_on, way, actor=actor, at=at), pay_by_on
    row.save()
    told(taken, row, DispositionMoved("制作催告书", row.demand.number, "", (CLAUSE,)), actor=actor, at=at)
    return row


def make_demand(row: Disposition, pay_by_on: date, how: str, *, actor: Account, at: Moment) -> Document:
    """The numbered paper with its four items."""
    return make_document(
        kind="demand_notice", title="催告书", number_kind="监催", body=row.case.body, file_ref=row.case.public_id,
        dated_on=at.day, actor=actor, at=at,
        sheet=court_papers.demand_notice(
            row.case, number=decision_of(row).number, party=row.party.name, pay_by_on=pay_by_on, how=how, on=at.day,
            kind="行政处理决定书", amount=court_papers.wages_amount(left_of(row)),
        ),
    )  # fmt: skip

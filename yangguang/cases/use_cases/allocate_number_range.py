"""Give an officer or a unit a run of numbers for decisions on the spot (领用号段)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger, number_ranges
from yangguang.base.models import NumberRange
from yangguang.cases.events.summary import NumberRangeAllocated
from yangguang.cases.kinds.labour.queries import in_whose_name
from yangguang.cases.kinds.summary.numbers import NUMBER_KIND, pattern_of
from yangguang.cases.kinds.summary.policy import may_allocate_numbers
from yangguang.directory.api import Account, Officer, Unit
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "APL-2021:52.1"


@transaction.atomic
def allocate_number_range(*, holder: Officer | Unit, size: int, actor: Account, at: Moment) -> NumberRange:
    """The next numbers of this year's series of the body in whose name the officers decide."""
    if not may_allocate_numbers(actor):
        raise Refused("您不能发放号段。", CLAUSE, remedy="请由承办机构负责人发放。")
    if holder.body_id != actor.body_id:
        raise Refused("领用人不是本机关的执法人员或者内设机构。", CLAUSE, field="holder", remedy="请另选。")
    body, _ = in_whose_name(actor, at.day)
    kind = "officer" if isinstance(holder, Officer) else "unit"
    row = number_ranges.allocate(
        chain=body.public_id, kind=NUMBER_KIND, year=at.day.year, pattern=pattern_of(body), size=size,
        holder=(kind, holder.public_id, holder.name), on=at.day, by_name=actor.name,
    )  # fmt: skip
    ledger.record(NumberRangeAllocated(row.first, row.last, row.holder_name), subject=row.subject, actor=actor, at=at)
    return row

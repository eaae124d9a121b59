"""Take a run of numbers back: what was not used is voided."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger, number_ranges
from yangguang.base.models import NumberRange
from yangguang.cases.events.summary import NumberRangeEnded
from yangguang.cases.kinds.summary.policy import may_end_range
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "APL-2021:52.1"


@transaction.atomic
def end_number_range(*, run: NumberRange, reason: str, actor: Account, at: Moment) -> NumberRange:
    """Nothing of the run can be used afterwards."""
    if not may_end_range(actor, run):
        raise Refused("您不能收回这个号段。", CLAUSE, remedy="请由承办机构负责人办理。")
    if not reason.strip():
        raise Refused("请写明交回的原因。", CLAUSE, field="reason")
    voided = number_ranges.end(run, reason=reason, on=at.day)
    run.refresh_from_db()
    event = NumberRangeEnded(run.first, run.last, voided, run.end_reason)
    ledger.record(event, subject=run.subject, actor=actor, at=at)
    return run

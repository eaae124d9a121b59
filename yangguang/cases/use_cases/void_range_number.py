"""Void a number whose preprinted form was spoiled before it was used."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger, number_ranges
from yangguang.base.models import IssuedNumber, NumberRange
from yangguang.cases.events.summary import RangeNumberVoided
from yangguang.cases.kinds.summary.policy import may_void_number
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "APL-2021:52.1"


@transaction.atomic
def void_range_number(*, run: NumberRange, number: int, reason: str, actor: Account, at: Moment) -> IssuedNumber:
    """The number stays with its reason and is never given out."""
    if not may_void_number(actor, run):
        raise Refused("您不能作废这个号段的号码。", CLAUSE, remedy="请由领用人或者承办机构负责人办理。")
    issued = number_ranges.void_unused(run, number, reason=reason)
    ledger.record(RangeNumberVoided(issued.text, issued.void_reason), subject=run.subject, actor=actor, at=at)
    return issued

"""Put down from which day a counterpart is called otherwise, sits elsewhere, or somebody else stands for it."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.base import ledger
from yangguang.cases.events.counterparts import CounterpartFactRecorded
from yangguang.cases.models import Counterpart, CounterpartFact, FactOf
from yangguang.cases.policy import may_keep_register, of_register
from yangguang.cases.use_cases._counterparts import locked, named
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_days import in_words
from yangguang.kernel.written_text import clean

MOST = {FactOf.NAME: 120, FactOf.ADDRESS: 200, FactOf.REPRESENTATIVE: 60}


@transaction.atomic
def record_counterpart_fact(
    *, counterpart: Counterpart, what: str, text: str, from_on: date, source: str, actor: Account, at: Moment
) -> CounterpartFact:
    """What was before stays in the history; the paper it is known from is named."""
    row = locked(counterpart)
    if not may_keep_register(actor):
        raise Refused("您不能登记相对人变更。", remedy="请由承办人或者承办机构负责人登记。")
    if what not in FactOf.values:
        raise Refused("请选择变更事项。", field="what")
    if from_on > at.day:
        raise Refused("变更日期不能晚于今天。", field="from_on", remedy="请核对日期。")
    label = FactOf(what).label
    told = clean(text, label=str(label), most=MOST[FactOf(what)], least=1, field="text")
    words = clean(source, label="来源", most=160, least=1, field="source")
    fact = CounterpartFact.objects.create(
        counterpart=row, what=what, text=told, from_on=from_on, source=words, established=True, body=actor.body,
        recorded_at=at.recorded_at, recorded_by_name=actor.actor_name,
    )  # fmt: skip
    if what == FactOf.NAME:
        named(row)
    event = CounterpartFactRecorded(str(label), told, in_words(from_on), words)
    ledger.record(event, subject=of_register(row, actor), actor=actor, at=at)
    return fact

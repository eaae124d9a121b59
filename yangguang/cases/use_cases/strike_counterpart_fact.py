"""Strike a row of a counterpart's history that was wrong; it stays to be read, with the reason."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.cases.events.counterparts import CounterpartFactStruck
from yangguang.cases.models import Counterpart, CounterpartFact, FactOf
from yangguang.cases.policy import may_keep_register, of_register
from yangguang.cases.use_cases._counterparts import locked, named
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean


@transaction.atomic
def strike_counterpart_fact(
    *, counterpart: Counterpart, fact: CounterpartFact, reason: str, actor: Account, at: Moment
) -> CounterpartFact:
    """Only the body that put it down strikes it. A counterpart keeps at least one name."""
    owner = locked(fact.counterpart)
    row = CounterpartFact.objects.select_for_update().get(pk=fact.pk)
    if not may_keep_register(actor) or row.body_id not in {actor.body_id}:
        raise Refused("您不能划去这条记录。", remedy="请由登记这条记录的机关办理。")
    if counterpart.pk not in {owner.pk, owner.stands_as_id} or row.struck_on is not None:
        raise Refused("这条记录已经划去，或者不属于这个相对人。", field="fact", remedy="请刷新页面后再选。")
    words = clean(reason, label="理由", most=400, least=1, lines=True, field="reason")
    names = CounterpartFact.objects.filter(counterpart=owner, what=FactOf.NAME, struck_on=None)
    if row.what == FactOf.NAME and not names.exclude(pk=row.pk).exists():
        raise Refused("相对人至少要有一个名称。", field="fact", remedy="请先登记正确的名称。")
    row.struck_on, row.struck_reason = at.day, words
    row.save(update_fields=["struck_on", "struck_reason"])
    named(owner)
    event = CounterpartFactStruck(row.get_what_display(), row.text, words)
    ledger.record(event, subject=of_register(owner, actor), actor=actor, at=at)
    return row

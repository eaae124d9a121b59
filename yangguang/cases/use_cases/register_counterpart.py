"""Register a counterpart by hand, or take one that other files brought into one's own body's view."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.cases.events.counterparts import CounterpartRegistered
from yangguang.cases.models import Counterpart, CounterpartFact, CounterpartKind
from yangguang.cases.policy import may_keep_register, of_register
from yangguang.cases.rules.counterpart_facts import Told
from yangguang.cases.use_cases._counterparts import Source, tied
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean


@transaction.atomic
def register_counterpart(
    *, told: Told, source: str, actor: Account, at: Moment, chosen: Counterpart | None = None
) -> Counterpart:
    """`chosen` is the look-alike somebody recognised. A code that is known already brings its counterpart back."""
    if not may_keep_register(actor):
        raise Refused("您不能登记行政相对人。", remedy="请由承办人或者承办机构负责人登记。")
    if told.kind not in CounterpartKind.values:
        raise Refused("请选择相对人类别。", field="kind")
    known = told.checked(at.day)
    words = clean(source, label="来源", most=160, least=1, field="source")
    row = tied(
        known, Source(actor.body, words, actor.actor_name, at, established=True),
        chosen_ref=chosen.public_id if chosen else "",
    )  # fmt: skip
    if not CounterpartFact.objects.filter(counterpart=row, case=None, lead=None, body=actor.body).exists():
        raise Refused("没有登记任何情况。", field="name")
    ledger.record(
        CounterpartRegistered(row.name, row.get_kind_display()), subject=of_register(row, actor), actor=actor, at=at
    )
    return row

"""Undo a merger: each counterpart stands for itself again, with the cases, leads and history that were its own."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.cases.events.counterparts import CounterpartsSeparated
from yangguang.cases.models import Counterpart, CounterpartMerger
from yangguang.cases.policy import may_merge, of_register
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean


@transaction.atomic
def separate_counterparts(
    *, counterpart: Counterpart, merger: CounterpartMerger, reason: str, actor: Account, at: Moment
) -> Counterpart:
    """The merger stays on record with the reason it was undone. What was merged into the absorbed one goes with it."""
    row = CounterpartMerger.objects.select_for_update().select_related("absorbed", "into").get(pk=merger.pk)
    if not may_merge(actor) or row.body_id != actor.body_id:
        raise Refused("您不能撤销这次合并。", remedy="请由办理合并的机关的承办机构负责人撤销。")
    if row.undone_on is not None or counterpart.pk not in {row.absorbed_id, row.into_id, row.into.stands_as_id}:
        raise Refused("这次合并已经撤销，或者不属于这个相对人。", field="merger", remedy="请刷新页面后再选。")
    words = clean(reason, label="撤销理由", most=400, least=1, lines=True, field="reason")
    row.undone_on, row.undone_reason, row.undone_by_name = at.day, words, actor.actor_name
    row.save(update_fields=["undone_on", "undone_reason", "undone_by_name"])
    absorbed = Counterpart.objects.select_for_update().get(pk=row.absorbed_id)
    own = _merged_into(absorbed)
    absorbed.stands_as = None
    absorbed.save(update_fields=["stands_as"])
    Counterpart.objects.filter(pk__in=own).update(stands_as=absorbed)
    event = CounterpartsSeparated(absorbed.name, row.into.name, words)
    ledger.record(event, subject=of_register(row.into, actor), actor=actor, at=at)
    return absorbed


def _merged_into(row: Counterpart) -> set[int]:
    """Everything that was merged into a row, and into those, by mergers that stand."""
    pairs = list(CounterpartMerger.objects.filter(undone_on=None).values_list("absorbed_id", "into_id"))
    found: set[int] = set()
    waiting = {row.pk}
    while waiting:
        waiting = {absorbed for absorbed, into in pairs if into in waiting} - found
        found |= waiting
    return found

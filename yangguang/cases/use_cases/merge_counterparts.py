"""Merge two rows of the register that are one counterpart: an act with a reason, undone by another."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.cases.counterparts import counterparts_visible_to
from yangguang.cases.events.counterparts import CounterpartsMerged
from yangguang.cases.models import Counterpart, CounterpartMerger
from yangguang.cases.policy import may_merge, of_register
from yangguang.cases.rules.counterpart_facts import same_sort
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean


@transaction.atomic
def merge_counterparts(
    *, counterpart: Counterpart, into: Counterpart, reason: str, actor: Account, at: Moment
) -> Counterpart:
    """No row of a case or lead moves: the absorbed one stands as the other, so that undoing brings all of it back."""
    rows = {one.pk: one for one in Counterpart.objects.select_for_update().filter(pk__in=[counterpart.pk, into.pk])}
    absorbed, kept = rows[counterpart.pk], rows[into.pk]
    if not may_merge(actor) or counterparts_visible_to(actor).filter(pk__in=rows).count() != len(rows):
        raise Refused("您不能合并行政相对人。", remedy="请由看得到双方的承办机构负责人办理。")
    if absorbed.pk == kept.pk or absorbed.stands_as_id or kept.stands_as_id:
        raise Refused("请选择另一个没有被合并的相对人。", field="into")
    if not same_sort(absorbed.kind, kept.kind):
        raise Refused("公民和单位不能合并。", field="into", remedy="请核对类别。")
    if absorbed.code_digest and kept.code_digest:
        raise Refused("双方各有代码，是两个相对人，不能合并。", field="into", remedy="请核对代码。")
    if absorbed.code_digest:
        raise Refused("应当把没有代码的并入有代码的。", field="into", remedy="请到对方的页面办理合并。")
    words = clean(reason, label="合并理由", most=400, least=1, lines=True, field="reason")
    for one in (absorbed, *Counterpart.objects.filter(stands_as=absorbed)):
        one.stands_as = kept
        one.save(update_fields=["stands_as"])
    CounterpartMerger.objects.create(
        absorbed=absorbed, into=kept, body=actor.body, reason=words, merged_on=at.day, merged_by_name=actor.actor_name
    )
    event = CounterpartsMerged(absorbed.name, kept.name, absorbed.public_id, kept.public_id, words)
    ledger.record(event, subject=of_register(kept, actor), actor=actor, at=at)
    return kept

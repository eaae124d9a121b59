"""Somebody else looks whether what was ordered was put right."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.supervision.events import FixingVerified
from yangguang.supervision.models import FixingOrder, RoundState
from yangguang.supervision.rules.flow import HOUSE
from yangguang.supervision.use_cases._round import led


@transaction.atomic
def verify_fixing(*, order: FixingOrder, fixed: bool, verdict: str, actor: Account, at: Moment) -> FixingOrder:
    """Verified; what was not put right is left to supervision and said so. Raises Refused for whoever reported it."""
    round_ = led(order.file.evaluation, "verify_fixing", actor)
    held = FixingOrder.objects.select_for_update(of=("self",)).select_related("file").get(pk=order.pk)
    if held.reported_on is None or held.verified_on is not None:
        raise Refused("没有等候核查的整改报告。", HOUSE, remedy="请等被评查单位报告。")
    if held.reported_by_ref == actor.actor_ref:
        raise Refused("核查的人应当是报告人以外的人。", HOUSE, remedy="请由另一人核查。")
    held.fixed, held.verified_on, held.verified_by_name = fixed, at.day, actor.actor_name
    held.verdict = clean(verdict, label="核查意见", most=400, least=1, field="verdict")
    held.save(update_fields=["fixed", "verified_on", "verified_by_name", "verdict"])
    if not FixingOrder.objects.filter(file__evaluation=round_, verified_on=None).exists():
        round_.state = RoundState.VERIFIED
        round_.save(update_fields=["state"])
    ledger.record(FixingVerified(str(held.file), fixed), subject=held.file.subject, actor=actor, at=at)
    return held

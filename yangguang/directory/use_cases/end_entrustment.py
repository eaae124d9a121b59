"""End an entrustment before its term."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.directory.events import EntrustmentEnded
from yangguang.directory.models import Entrustment
from yangguang.directory.models.locked import locked_entrustment
from yangguang.directory.policy import may_entrust
from yangguang.directory.rules import entries
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def end_entrustment(*, entrustment: Entrustment, ended_on: date, reason: str, actor: Actor, at: Moment) -> Entrustment:
    """End it from a day on: that day it carries nothing any more. Raises Refused for a day outside the term."""
    locked, subject = locked_entrustment(entrustment)
    if not may_entrust(actor, locked.entrusting):
        raise Refused("您不能终止这项委托。", remedy="请委托机关的负责人办理。")
    if locked.ended_on is not None:
        raise Refused("这项委托已经终止。", remedy="请查看终止日期。")
    if not locked.starts_on <= ended_on <= locked.ends_on:
        raise Refused("终止日期不在委托期限内。", field="ended_on", remedy="请核对日期。")

    locked.end_reason = entries.required(reason, label="终止原因", field="reason")
    locked.ended_on = ended_on
    locked.save(update_fields=["end_reason", "ended_on"])

    ledger.record(EntrustmentEnded(ended_on, locked.end_reason), subject=subject, actor=actor, at=at)
    return locked

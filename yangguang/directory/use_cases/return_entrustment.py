"""Return an entrustment that was reported for filing, with the reason: it is not public and carries nothing (APL-2021:20.2)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.directory.events import EntrustmentReturned
from yangguang.directory.models import Account, Entrustment
from yangguang.directory.models.locked import locked_entrustment
from yangguang.directory.policy import may_review_entry
from yangguang.directory.rules import entries
from yangguang.directory.use_cases._entrustments import must_stand
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def return_entrustment(*, entrustment: Entrustment, reason: str, actor: Actor, at: Moment) -> Entrustment:
    """Say why it is not filed. Raises Refused for anyone but the bureau's supervisor, or once it is filed."""
    locked, subject = locked_entrustment(entrustment)
    if not isinstance(actor, Account) or not may_review_entry(actor, locked.entrusting, None):
        raise Refused("您不能退回这项委托的备案。", "APL-2021:20.2", remedy="请由本级司法行政部门的监督人员办理。")
    must_stand(locked)
    if locked.filed_on is not None or locked.returned_on is not None:
        raise Refused("这项委托的备案已经办完。", "APL-2021:20.2", remedy="请查看备案的结果。")
    locked.return_reason = entries.required(reason, label="退回理由", field="reason", most=500, lines=True)
    locked.returned_on = at.day
    locked.save(update_fields=["return_reason", "returned_on"])
    ledger.record(EntrustmentReturned(locked.return_reason), subject=subject, actor=actor, at=at)
    return locked

"""File an entrustment with the judicial bureau above: before it is filed it is not public and carries nothing (D06)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.directory.events import EntrustmentFiled
from yangguang.directory.models import Entrustment
from yangguang.directory.models.locked import locked_entrustment
from yangguang.directory.models.scope import judicial_bureau_of
from yangguang.directory.policy import may_file_entrustment
from yangguang.directory.rules import entries
from yangguang.directory.use_cases._entrustments import must_stand
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def file_entrustment(
    *, entrustment: Entrustment, filing_number: str, filed_on: date, actor: Actor, at: Moment
) -> Entrustment:
    """Record number and day of the filing, once: by the bureau's supervisor, or from the letter of a bureau not in this system."""
    locked, subject = locked_entrustment(entrustment)
    if not may_file_entrustment(actor, locked.entrusting):
        bureau = judicial_bureau_of(locked.entrusting)
        who = f"{bureau}监督人员" if bureau else "委托机关的负责人或者公示员"
        raise Refused("您不能登记这项委托的备案。", "APL-2021:20.2", remedy=f"请{who}办理。")
    must_stand(locked)
    if locked.filed_on is not None:
        raise Refused("这项委托已经备案。", remedy="请查看备案编号。")
    if locked.returned_on is not None:
        raise Refused("这项委托的备案已经退回。", "APL-2021:20.2", remedy="请委托机关终止后按退回理由重新签订。")
    if filed_on > at.day or (locked.signed_on and filed_on < locked.signed_on):
        raise Refused("备案日期不能早于签订日期，也不能晚于今天。", field="filed_on", remedy="请核对日期。")

    locked.filing_number = entries.required(filing_number, label="备案编号", field="filing_number", most=80)
    locked.filed_on = filed_on
    locked.save(update_fields=["filing_number", "filed_on"])

    ledger.record(EntrustmentFiled(locked.filing_number, filed_on), subject=subject, actor=actor, at=at)
    return locked

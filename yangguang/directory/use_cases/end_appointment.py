"""End a person's appointment to a role; open sessions of that person end."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.directory.events import AppointmentEnded
from yangguang.directory.models import Appointment
from yangguang.directory.models.locked import locked_account
from yangguang.directory.policy import may_keep_roles
from yangguang.directory.rules import entries
from yangguang.directory.rules.roles import LABELS, Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def end_appointment(*, appointment: Appointment, last_day: date, reason: str, actor: Actor, at: Moment) -> Appointment:
    """End it after a last day. Raises Refused when it ended before, or would end before it began."""
    account, subject = locked_account(appointment.account)
    locked = Appointment.objects.select_for_update().get(pk=appointment.pk)
    if not may_keep_roles(actor, account.body):
        raise Refused("角色由安全管理员授予和免去，您不能办理。", remedy="请联系安全管理员。")
    if locked.ends_on is not None and locked.ends_on <= last_day:
        raise Refused("这项任职届时已经结束。", field="last_day", remedy="请查看任职止日。")
    if last_day < locked.starts_on:
        raise Refused("任职止日早于任职起日。", field="last_day", remedy="请核对日期。")
    reason = entries.required(reason, label="原因", field="reason")

    locked.ends_on = last_day
    locked.save(update_fields=["ends_on"])
    account.session_generation += 1
    account.save(update_fields=["session_generation"])

    event = AppointmentEnded(account.name, LABELS[Role(locked.role)], last_day, reason)
    ledger.record(event, subject=subject, actor=actor, at=at)
    appointment.account.forget_standing()
    return locked

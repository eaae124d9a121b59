"""Appoint a person to a role; open sessions of that person end."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.directory.events import AccountAppointed
from yangguang.directory.models import Account, Appointment
from yangguang.directory.models.locked import locked_account
from yangguang.directory.policy import may_keep_roles
from yangguang.directory.rules import entries
from yangguang.directory.rules.roles import LABELS, Role, conflict
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import chosen


@transaction.atomic
def appoint(
    *, account: Account, role: Role, starts_on: date | None = None, ends_on: date | None = None,
    basis: str, is_principal: bool = False, actor: Actor, at: Moment,
) -> Appointment:  # fmt: skip
    """Appoint from a day on. Raises Refused when roles exclude each other, also for days yet to come."""
    chosen(role, frozenset(Role), label="角色", field="role")
    locked, subject = locked_account(account)
    if not may_keep_roles(actor, locked.body):
        raise Refused("角色由安全管理员授予，您不能授予。", remedy="请联系安全管理员。")
    if actor.actor_ref == locked.actor_ref:
        raise Refused("不能给自己授予角色。", remedy="请由另一名安全管理员办理。")
    starts_on = starts_on or at.day
    if ends_on is not None:
        entries.term(starts_on, ends_on, label="任职期限", field="ends_on")
    fault = conflict(_held_during(locked, starts_on, ends_on), Role(role))
    if fault:
        raise Refused(fault, field="role", remedy="请先免去原来的角色，或者由另一人担任。")
    if is_principal and role != Role.AGENCY_HEAD:
        raise Refused("只有机关负责人可以标明为正职或主持工作。", field="is_principal")

    appointment = Appointment.objects.create(
        account=locked, role=Role(role).value, starts_on=starts_on, ends_on=ends_on, is_principal=is_principal,
        basis=entries.required(basis, label="任职依据", field="basis"),
    )  # fmt: skip
    locked.session_generation += 1
    locked.save(update_fields=["session_generation"])

    event = AccountAppointed(locked.name, LABELS[Role(role)], appointment.basis, starts_on, ends_on, is_principal)
    ledger.record(event, subject=subject, actor=actor, at=at)
    account.session_generation = locked.session_generation
    account.forget_standing()
    return appointment


def _held_during(account: Account, starts_on: date, ends_on: date | None) -> frozenset[Role]:
    rows = account.appointments.exclude(ends_on__lt=starts_on)
    if ends_on is not None:
        rows = rows.filter(starts_on__lte=ends_on)
    return frozenset(Role(role) for role in rows.values_list("role", flat=True))

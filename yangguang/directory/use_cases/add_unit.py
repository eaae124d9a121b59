"""Add an inner unit to a body."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor, Subject
from yangguang.directory.events import UnitAdded
from yangguang.directory.models import Body, Unit
from yangguang.directory.policy import may_keep_bodies
from yangguang.directory.rules import entries
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def add_unit(*, body: Body, name: str, reviews: bool = False, actor: Actor, at: Moment) -> Unit:
    """Add a unit; `reviews` marks the legal review unit. Raises Refused when the body has one of that name."""
    locked = Body.objects.select_for_update().get(pk=body.pk)
    if not may_keep_bodies(actor, locked):
        raise Refused("您不能增设这个机关的内设机构。", remedy="请联系系统管理员。")
    name = entries.required(name, label="名称", field="name", most=80)
    if locked.units.filter(name=name).exists():
        raise Refused("已有同名的内设机构。", field="name", remedy="请更正名称。")

    unit = Unit.objects.create(body=locked, name=name, reviews=reviews)

    subject = Subject("unit", unit.public_id, locked.public_id)
    ledger.record(UnitAdded(name), subject=subject, actor=actor, at=at)
    return unit

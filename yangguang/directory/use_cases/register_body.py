"""Put an enforcement body into the register (D06)."""

from __future__ import annotations

from typing import Unpack

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor, Subject
from yangguang.directory.events import BodyRegistered
from yangguang.directory.models import Body
from yangguang.directory.policy import may_keep_bodies
from yangguang.directory.rules.body_facts import LABELS, MARK_IN_USE, OTHER_MARK, BodyFacts, checked
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

MAY_MISS = {"credit_code", "supervises", "office_hours"}


@transaction.atomic
def register_body(*, parent: Body | None = None, actor: Actor, at: Moment, **facts: Unpack[BodyFacts]) -> Body:
    """Register one body with every fact of the public list. Raises Refused for a missing fact, a name or a mark in use."""
    if not may_keep_bodies(actor, parent):
        raise Refused("您不能登记执法主体。", remedy="请联系本级司法行政部门。")
    for field in LABELS:
        if field not in MAY_MISS and field not in facts:
            raise Refused(f"没有填写{LABELS[field]}。", field=field, remedy="请补充后保存。")
    kept = checked(facts)
    if Body.objects.filter(name=kept["name"]).exists():
        raise Refused("这个名称的执法主体已经登记。", field="name", remedy="请查看已有的登记，或者更正名称。")
    if Body.objects.filter(mark=kept["mark"]).exists():
        raise Refused(MARK_IN_USE, field="mark", remedy=OTHER_MARK)

    body = Body.objects.create(parent=parent, registered_on=at.day, **kept)

    ledger.record(
        BodyRegistered(body.name), subject=Subject("body", body.public_id, body.public_id), actor=actor, at=at
    )
    return body

"""Put an enforcement body into the register when a site is founded; every later one is proposed and reviewed (D06)."""

from __future__ import annotations

from typing import Unpack

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor, Subject, SystemActor
from yangguang.directory.events import BodyRegistered
from yangguang.directory.models import Body
from yangguang.directory.rules.body_facts import BodyFacts
from yangguang.directory.use_cases._entries import whole
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def register_body(*, parent: Body | None = None, actor: Actor, at: Moment, **facts: Unpack[BodyFacts]) -> Body:
    """Register one body with every fact of the public list. Raises Refused for a person, a missing fact, a name in use."""
    if not isinstance(actor, SystemActor):
        raise Refused(
            "执法主体的登记应当先经司法行政部门审核，不能直接登记。", "APL-2021:39",
            remedy="请填写登记内容，送本级司法行政部门审核。",
        )  # fmt: skip
    body = Body.objects.create(parent=parent, registered_on=at.day, **whole(facts))

    subject = Subject("body", body.public_id, body.public_id)
    ledger.record(BodyRegistered(body.name), subject=subject, actor=actor, at=at)
    return body

"""Change facts of a registered body that wait for nobody's review; the ledger keeps what stood before."""

from __future__ import annotations

from typing import Unpack

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor, Subject, SystemActor
from yangguang.directory.events import BodyChanged
from yangguang.directory.models import Body
from yangguang.directory.policy import may_keep_bodies
from yangguang.directory.rules.body_facts import BodyFacts
from yangguang.directory.rules.body_proposals import to_review
from yangguang.directory.use_cases._entries import amend, differing
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def change_body(*, body: Body, actor: Actor, at: Moment, **facts: Unpack[BodyFacts]) -> Body:
    """Change what differs. Raises Refused when nothing does, for a name or mark in use, and for what is to be reviewed."""
    locked = Body.objects.select_for_update().get(pk=body.pk)
    if not may_keep_bodies(actor, locked):
        raise Refused("您不能变更这个执法主体的登记。", remedy="请联系本级司法行政部门。")
    new = differing(locked, facts)
    if (waiting := to_review(vars(locked), new)) and not isinstance(actor, SystemActor):
        raise Refused(
            f"主体资格的变更应当先经司法行政部门审核：{'、'.join(waiting)}。", "APL-2021:39",
            remedy="请写明变更的依据，送本级司法行政部门审核。",
        )  # fmt: skip
    changes = amend(locked, new)

    subject = Subject("body", locked.public_id, locked.public_id)
    ledger.record(BodyChanged(locked.name, changes), subject=subject, actor=actor, at=at)
    return locked

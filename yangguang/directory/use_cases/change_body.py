"""Change facts of a registered body; the ledger keeps what stood before."""

from __future__ import annotations

from typing import Any, Unpack

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor, Subject, plain
from yangguang.directory.events import BodyChanged
from yangguang.directory.models import Body
from yangguang.directory.policy import may_keep_bodies
from yangguang.directory.rules.body_facts import LABELS, MARK_IN_USE, OTHER_MARK, BodyFacts, checked
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def change_body(*, body: Body, actor: Actor, at: Moment, **facts: Unpack[BodyFacts]) -> Body:
    """Change what differs. Raises Refused when nothing does, or the new name or mark is taken."""
    locked = Body.objects.select_for_update().get(pk=body.pk)
    if not may_keep_bodies(actor, locked):
        raise Refused("您不能变更这个执法主体的登记。", remedy="请联系本级司法行政部门。")
    new = {field: value for field, value in checked(facts).items() if getattr(locked, field) != value}
    if not new:
        raise Refused("没有改动。", remedy="请修改后再保存，或者返回。")
    if "name" in new and Body.objects.filter(name=new["name"]).exclude(pk=locked.pk).exists():
        raise Refused("这个名称的执法主体已经登记。", field="name", remedy="请查看已有的登记，或者更正名称。")
    if "mark" in new and Body.objects.filter(mark=new["mark"]).exclude(pk=locked.pk).exists():
        raise Refused(MARK_IN_USE, field="mark", remedy=OTHER_MARK)

    changes: dict[str, list[Any]] = {}
    for field, value in new.items():
        changes[LABELS[field]] = [plain(getattr(locked, field)), plain(value)]
        setattr(locked, field, value)
    locked.save(update_fields=list(new))

    subject = Subject("body", locked.public_id, locked.public_id)
    ledger.record(BodyChanged(locked.name, changes), subject=subject, actor=actor, at=at)
    return locked

"""An officer leaves the post: still findable, but no certificate carries anything from that day on."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor, Subject
from yangguang.directory.events import OfficerLeft
from yangguang.directory.models import Officer, OfficerPhoto
from yangguang.directory.policy import may_keep_officers
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def leave_post(*, officer: Officer, left_on: date, actor: Actor, at: Moment) -> Officer:
    """Record the day from which the person is no officer any more. Raises Refused for a second time."""
    locked = Officer.objects.select_for_update(of=("self",)).select_related("body").get(pk=officer.pk)
    if not may_keep_officers(actor, locked.body):
        raise Refused("您不能办理这名执法人员的离岗。", remedy="请联系系统管理员或者本级司法行政部门。")
    if locked.left_on is not None:
        raise Refused("该执法人员已经离岗。", remedy="请查看离岗日期。")
    if left_on < locked.enrolled_on:
        raise Refused("离岗日期早于登记日期。", field="left_on", remedy="请核对日期。")

    locked.left_on = left_on
    locked.save(update_fields=["left_on"])

    OfficerPhoto.objects.filter(officer=locked).delete()  # what was for the card goes with it

    subject = Subject("officer", locked.public_id, locked.body.public_id)
    ledger.record(OfficerLeft(locked.name, left_on), subject=subject, actor=actor, at=at)
    return locked

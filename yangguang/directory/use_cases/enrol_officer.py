"""Enrol an officer of a body (D07)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor, Subject
from yangguang.directory.events import OfficerEnrolled
from yangguang.directory.models import Account, Body, Officer, Unit
from yangguang.directory.policy import may_keep_officers
from yangguang.directory.rules import entries
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def enrol_officer(
    *, body: Body, name: str, post: str, unit: Unit | None = None, account: Account | None = None,
    actor: Actor, at: Moment,
) -> Officer:  # fmt: skip
    """Enrol one person, with the account the person works under if there is one. Refused for a foreign unit or account."""
    if not may_keep_officers(actor, body):
        raise Refused("您不能登记这个机关的执法人员。", remedy="请联系系统管理员或者本级司法行政部门。")
    if unit is not None and unit.body_id != body.pk:
        raise Refused("这个内设机构不属于该机关。", field="unit", remedy="请重新选择。")
    if account is not None:
        locked = Account.objects.select_for_update().get(pk=account.pk)
        if locked.body_id != body.pk:
            raise Refused("这个账号不属于该机关。", field="account", remedy="请重新选择。")
        if Officer.objects.filter(account=locked).exists():
            raise Refused("这个账号已经登记为执法人员。", field="account", remedy="请查看已有的登记。")

    officer = Officer.objects.create(
        account=account, body=body, unit=unit, enrolled_on=at.day,
        name=entries.required(name, label="姓名", field="name", most=60),
        post=entries.required(post, label="职务", field="post", most=60),
    )  # fmt: skip

    subject = Subject("officer", officer.public_id, body.public_id)
    ledger.record(OfficerEnrolled(officer.name, officer.post), subject=subject, actor=actor, at=at)
    return officer

"""Put an officer's entry right: name, post, unit, and the account the person works under. The body and the certificates stay."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor, Subject
from yangguang.directory.events import OfficerChanged
from yangguang.directory.models import Account, Officer, Unit
from yangguang.directory.policy import may_keep_officers
from yangguang.directory.rules import entries
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

LABELS = {"name": "姓名", "post": "职务", "unit": "内设机构", "account": "办案账号"}


@transaction.atomic
def change_officer(
    *, officer: Officer, name: str, post: str, unit: Unit | None, account: Account | None, actor: Actor, at: Moment
) -> Officer:
    """Change what differs. Raises Refused when nothing does, the officer has left, or for a foreign unit or account."""
    rows = Officer.objects.select_for_update(of=("self",)).select_related("body", "unit", "account")
    locked = rows.get(pk=officer.pk)
    if not may_keep_officers(actor, locked.body):
        raise Refused("您不能变更这名执法人员的登记。", remedy="请联系系统管理员或者本级司法行政部门。")
    if locked.left_on is not None:
        raise Refused("该执法人员已经离岗，登记不再变更。", remedy="请查看离岗日期。")
    if unit is not None and unit.body_id != locked.body_id:
        raise Refused("这个内设机构不属于该机关。", field="unit", remedy="请重新选择。")
    _may_work_under(locked, account)
    given = {
        "name": entries.required(name, label="姓名", field="name", most=60), "unit": unit, "account": account,
        "post": entries.required(post, label="职务", field="post", most=60),
    }  # fmt: skip
    changes = {
        LABELS[field]: [str(getattr(locked, field) or ""), str(value or "")]
        for field, value in given.items()
        if getattr(locked, field) != value
    }
    if not changes:
        raise Refused("没有改动。", remedy="请修改后再保存，或者返回。")

    for field, value in given.items():
        setattr(locked, field, value)
    locked.save(update_fields=list(given))

    subject = Subject("officer", locked.public_id, locked.body.public_id)
    ledger.record(OfficerChanged(locked.name, changes), subject=subject, actor=actor, at=at)
    return locked


def _may_work_under(officer: Officer, account: Account | None) -> None:
    if account is None:
        return
    locked = Account.objects.select_for_update().get(pk=account.pk)
    if locked.body_id != officer.body_id:
        raise Refused("这个账号不属于该机关。", field="account", remedy="请重新选择。")
    if Officer.objects.filter(account=locked).exclude(pk=officer.pk).exists():
        raise Refused("这个账号已经登记为执法人员。", field="account", remedy="请查看已有的登记。")

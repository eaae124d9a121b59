"""Put right what is written on a person's account: name, unit, post, phone. The sign-in name and the body stay."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.directory.events import AccountChanged
from yangguang.directory.models import Account, Unit
from yangguang.directory.models.locked import locked_account
from yangguang.directory.policy import may_keep_accounts
from yangguang.directory.rules import entries
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

LABELS = {"name": "姓名", "unit": "内设机构", "post": "职务", "phone": "联系电话"}


@transaction.atomic
def change_account(
    *, account: Account, name: str, unit: Unit | None, post: str, phone: str, actor: Actor, at: Moment
) -> Account:
    """Change what differs. Raises Refused when nothing does, or for a unit of another body."""
    locked, subject = locked_account(account)
    if not may_keep_accounts(actor, locked.body):
        raise Refused("您不能更正这个账号的资料。", remedy="请联系系统管理员。")
    if unit is not None and unit.body_id != locked.body_id:
        raise Refused("这个内设机构不属于该机关。", field="unit", remedy="请重新选择。")
    given = {
        "name": entries.required(name, label="姓名", field="name", most=60), "unit": unit,
        "post": entries.optional(post, label="职务", field="post", most=60),
        "phone": entries.optional(phone, label="联系电话", field="phone", most=40),
    }  # fmt: skip
    new = {field: value for field, value in given.items() if getattr(locked, field) != value}
    if not new:
        raise Refused("没有改动。", remedy="请修改后再保存，或者返回。")

    for field, value in new.items():
        setattr(locked, field, value)
    locked.save(update_fields=list(new))

    changed = [LABELS[field] for field in new]
    ledger.record(AccountChanged(locked.name, changed), subject=subject, actor=actor, at=at)
    return locked

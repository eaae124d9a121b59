"""Set a password: one's own with the present one, or an administrator's for the next sign-in only."""

from __future__ import annotations

from django.contrib.auth.hashers import check_password
from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.directory.events import PasswordSet
from yangguang.directory.models import Account
from yangguang.directory.models.locked import locked_account
from yangguang.directory.passwords import check_password_rules
from yangguang.directory.policy import may_keep_accounts
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def set_password(*, account: Account, password: str, current: str = "", actor: Actor, at: Moment) -> Account:
    """Set it and end other sessions. Raises Refused for a wrong present password, a weak or an unchanged one."""
    locked, subject = locked_account(account)
    is_own = actor.actor_ref == locked.actor_ref
    if is_own and not check_password(current, locked.password):
        raise Refused("现在的密码不对。", field="current", remedy="请重新输入。")
    if not is_own and not may_keep_accounts(actor, locked.body):
        raise Refused("您不能为别人设置密码。", remedy="请联系系统管理员。")
    check_password_rules(password, locked)
    if check_password(password, locked.password):
        raise Refused("新密码和现在的密码相同。", field="password", remedy="请换一个密码。")

    locked.set_password(password)
    locked.must_change_password = not is_own
    locked.session_generation += 1
    locked.save(update_fields=["password", "must_change_password", "session_generation"])

    ledger.record(PasswordSet(locked.name), subject=subject, actor=actor, at=at)
    return locked

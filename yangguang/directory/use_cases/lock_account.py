"""Lock an account: no sign-in, and open sessions end."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.directory.events import AccountLocked
from yangguang.directory.models import Account
from yangguang.directory.models.locked import locked_account
from yangguang.directory.policy import may_keep_accounts
from yangguang.directory.rules import entries
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def lock_account(*, account: Account, reason: str, actor: Actor, at: Moment) -> Account:
    """Lock it, with a reason. Nobody locks the own account."""
    locked, subject = locked_account(account)
    if not may_keep_accounts(actor, locked.body):
        raise Refused("您不能停用这个账号。", remedy="请联系系统管理员。")
    if actor.actor_ref == locked.actor_ref:
        raise Refused("不能停用自己的账号。", remedy="请由另一名系统管理员办理。")
    if not locked.is_active:
        raise Refused("这个账号已经停用。")
    reason = entries.required(reason, label="原因", field="reason")

    locked.is_active = False
    locked.session_generation += 1
    locked.save(update_fields=["is_active", "session_generation"])

    ledger.record(AccountLocked(locked.name, reason), subject=subject, actor=actor, at=at)
    return locked

"""Let a locked account sign in again."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.directory.events import AccountUnlocked
from yangguang.directory.models import Account
from yangguang.directory.models.locked import locked_account
from yangguang.directory.policy import may_keep_accounts
from yangguang.directory.rules import entries
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def unlock_account(*, account: Account, reason: str, actor: Actor, at: Moment) -> Account:
    """Unlock it, with a reason."""
    locked, subject = locked_account(account)
    if not may_keep_accounts(actor, locked.body):
        raise Refused("您不能恢复这个账号。", remedy="请联系系统管理员。")
    if locked.is_active:
        raise Refused("这个账号没有停用。")
    reason = entries.required(reason, label="原因", field="reason")

    locked.is_active = True
    locked.session_generation += 1
    locked.save(update_fields=["is_active", "session_generation"])

    ledger.record(AccountUnlocked(locked.name, reason), subject=subject, actor=actor, at=at)
    return locked

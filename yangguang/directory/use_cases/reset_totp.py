"""Unbind a lost authenticator; the person binds a new one at the next sign-in."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.directory.events import SecondFactorReset
from yangguang.directory.models import Account
from yangguang.directory.models.locked import locked_account
from yangguang.directory.policy import may_keep_roles
from yangguang.directory.rules import entries
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def reset_totp(*, account: Account, reason: str, actor: Actor, at: Moment) -> Account:
    """Forget the secret and end open sessions. Only the security administrator, and not the own one."""
    locked, subject = locked_account(account)
    if not may_keep_roles(actor, locked.body) or actor.actor_ref == locked.actor_ref:
        raise Refused("动态验证码由安全管理员重置，本人不能重置。", remedy="请联系安全管理员。")
    if not locked.has_authenticator:
        raise Refused("这个账号没有启用动态验证码。", remedy="下次登录时按提示启用即可。")
    reason = entries.required(reason, label="原因", field="reason")

    locked.totp_sealed, locked.totp_last_step = "", 0
    locked.wrong_codes, locked.codes_paused_until = 0, None
    locked.session_generation += 1
    locked.save(
        update_fields=["totp_sealed", "totp_last_step", "wrong_codes", "codes_paused_until", "session_generation"]
    )

    ledger.record(SecondFactorReset(locked.name, reason), subject=subject, actor=actor, at=at)
    return locked

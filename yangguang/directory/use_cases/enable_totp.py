"""Bind an authenticator to an account: the person proves the first code."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.directory.events import SecondFactorEnabled
from yangguang.directory.models import Account
from yangguang.directory.models.locked import locked_account
from yangguang.directory.rules import totp
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def enable_totp(*, account: Account, secret: str, code: str, actor: Actor, at: Moment) -> Account:
    """Keep the secret once the code made from it is right. Raises Refused for a wrong code or a second binding."""
    locked, subject = locked_account(account)
    if actor.actor_ref != locked.actor_ref:
        raise Refused("动态验证码只能由本人启用。")
    if locked.has_authenticator:
        raise Refused("动态验证码已经启用。", remedy="更换手机的，请先联系系统管理员重置。")
    step = totp.matching_step(secret, code, now=clock.now(), after=0)
    if step is None:
        raise Refused("验证码不对。", field="code", remedy="请核对手机时间后，输入验证器上现在显示的六位数字。")

    locked.totp_secret, locked.totp_last_step = secret, step
    locked.save(update_fields=["totp_sealed", "totp_last_step"])
    account.totp_sealed, account.totp_last_step = locked.totp_sealed, step

    ledger.record(SecondFactorEnabled(locked.name), subject=subject, actor=actor, at=at)
    return locked

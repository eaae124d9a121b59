"""A person signs in: the password and, where the roles ask for it, the code have been checked."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.directory.events import SignedIn
from yangguang.directory.models import Account
from yangguang.directory.models.locked import locked_account
from yangguang.directory.rules.roles import SECOND_FACTOR
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def sign_in(*, account: Account, second_factor: bool, actor: Actor, at: Moment) -> Account:
    """Put a sign-in on record. Raises Refused for a locked account or a missing second factor."""
    locked, subject = locked_account(account)
    if actor.actor_ref != locked.actor_ref:
        raise Refused("只能以自己的账号登录。")
    if not locked.is_active:
        raise Refused("这个账号已经停用。", remedy="请联系系统管理员。")
    if locked.role_names & SECOND_FACTOR and not second_factor:
        raise Refused("您的岗位须用动态验证码登录。", field="code", remedy="请输入动态验证码。")

    ledger.record(SignedIn(locked.name, second_factor), subject=subject, actor=actor, at=at)
    return locked

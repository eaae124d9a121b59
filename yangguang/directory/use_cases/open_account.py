"""Open an account for one person."""

from __future__ import annotations

import re

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor, Subject
from yangguang.directory.events import AccountOpened
from yangguang.directory.models import Account, Body, Unit
from yangguang.directory.passwords import check_password_rules
from yangguang.directory.policy import may_keep_accounts
from yangguang.directory.rules import entries
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,59}")


@transaction.atomic
def open_account(
    *, body: Body, username: str, name: str, unit: Unit | None = None, post: str = "", phone: str = "",
    password: str, encoded: str = "", must_change_password: bool = True, actor: Actor, at: Moment,
) -> Account:  # fmt: skip
    """Open one account, without any role. Raises Refused for a name in use or a weak password.

    `encoded` is that password hashed before, where the accounts of a demonstration all share the one it prints.
    """
    if not may_keep_accounts(actor, body):
        raise Refused("您不能为这个机关开立账号。", remedy="请联系系统管理员。")
    username = entries.required(username, label="登录名", field="username", most=60).lower()
    if not USERNAME.fullmatch(username):
        raise Refused("登录名只能用小写字母、数字和 . _ -，至少两位。", field="username", remedy="请更改登录名。")
    if Account.objects.filter(username=username).exists():
        raise Refused("这个登录名已有人使用。", field="username", remedy="请换一个登录名。")
    if unit is not None and unit.body_id != body.pk:
        raise Refused("这个内设机构不属于该机关。", field="unit", remedy="请重新选择。")

    account = Account(
        username=username, body=body, unit=unit, must_change_password=must_change_password,
        name=entries.required(name, label="姓名", field="name", most=60),
        post=entries.optional(post, label="职务", field="post", most=60),
        phone=entries.optional(phone, label="联系电话", field="phone", most=40),
    )  # fmt: skip
    check_password_rules(password, account)
    if encoded:
        account.password = encoded
    else:
        account.set_password(password)
    account.save(force_insert=True)

    subject = Subject("account", account.public_id, body.public_id)
    ledger.record(AccountOpened(account.name, username), subject=subject, actor=actor, at=at)
    return account

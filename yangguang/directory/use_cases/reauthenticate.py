"""Prove once more who is acting: a fresh code for decide, publish, withdraw, draw and sign-in."""

from __future__ import annotations

from django.core.cache import cache
from django.db import transaction

from yangguang.directory.models import Account
from yangguang.directory.rules import totp
from yangguang.kernel import clock
from yangguang.kernel.refusal import Refused

WRONG_CODES = 5
PAUSE_SECONDS = 900


@transaction.atomic
def reauthenticate(account: Account, code: str) -> None:
    """Accept a code once. Raises Refused (field `code`) for a wrong, used or missing code, and after five wrong ones.

    Wrong codes are counted outside the database: the act they were given for is rolled back.
    """
    counter = f"wrong-codes:{account.public_id}"
    if cache.get(counter, 0) >= WRONG_CODES:
        raise Refused("验证码连续输错5次，暂停15分钟。", field="code", remedy="请稍后再试，或者联系系统管理员。")
    locked = Account.objects.select_for_update().get(pk=account.pk)
    if not locked.totp_secret:
        raise Refused("您还没有启用动态验证码。", field="code", remedy="请先在“我的”中启用。")
    step = totp.matching_step(locked.totp_secret, code, now=clock.now(), after=locked.totp_last_step)
    if step is None:
        if totp.matching_step(locked.totp_secret, code, now=clock.now(), after=0) is not None:
            raise Refused("这个验证码已经用过。", field="code", remedy="请等验证器显示下一个验证码后再输入。")
        cache.add(counter, 0, PAUSE_SECONDS)
        cache.incr(counter)
        raise Refused("验证码不对。", field="code", remedy="请核对手机时间后，输入验证器上现在显示的六位数字。")
    cache.delete(counter)
    locked.totp_last_step = step
    locked.save(update_fields=["totp_last_step"])

"""Prove once more who is acting: a fresh code for decide, publish, withdraw, draw and sign-in.

An act that asks for a code is decorated with `asks_code` and calls `reauthenticate` itself, so that no door leads around
it. The wrapper looks at the code before the act begins: a wrong one stays counted although the act is rolled back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.conf import settings
from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.events import WrongCodeGiven
from yangguang.directory.models import Account
from yangguang.directory.models.locked import locked_account
from yangguang.directory.rules import totp
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

P = ParamSpec("P")
R = TypeVar("R")
STANDS_FOR = timedelta(minutes=1)
_MADE_HERE = object()


@dataclass(frozen=True)
class Proof:
    """That one account gave a fresh code, at one instant, for one kind of act. Only `reauthenticate` makes one that holds."""

    account_ref: str
    purpose: str
    given_at: datetime
    made_by: object = field(default=None, repr=False, compare=False)

    def holds_for(self, actor: Any, purpose: str) -> bool:
        """Whether this very person may do this very kind of act on the strength of it, now."""
        fresh = self.given_at <= clock.now() <= self.given_at + STANDS_FOR
        return self.made_by is _MADE_HERE and fresh and (self.account_ref, self.purpose) == (actor.actor_ref, purpose)


def asks_code(act: Callable[P, R]) -> Callable[P, R]:
    """A use case, in one transaction, that is given a `code`: a wrong one is counted before anything else happens."""

    @wraps(act)
    def carried_out(*args: P.args, **given: P.kwargs) -> R:
        code, actor = given.get("code"), given.get("actor")
        if code and isinstance(actor, Account):
            examine(actor, str(code))
        with transaction.atomic():
            return act(*args, **given)

    return carried_out


def examine(account: Account, code: str) -> None:
    """Look at a code without using it up; count a wrong one, with a line in the ledger, in a transaction of its own."""
    with transaction.atomic():
        locked, subject = locked_account(account)
        step, refusal = _looked_at(locked, code)
        if step is None and refusal is None:
            refusal = Refused("验证码不对。", field="code", remedy="请核对手机时间后，输入验证器上现在显示的六位数字。")
            locked.wrong_codes += 1
            if locked.wrong_codes >= settings.WRONG_PROOFS:
                locked.wrong_codes, locked.codes_paused_until = 0, clock.now() + settings.PAUSE_AFTER_WRONG_PROOFS
            locked.save(update_fields=["wrong_codes", "codes_paused_until"])
            event = WrongCodeGiven(locked.name, locked.wrong_codes or settings.WRONG_PROOFS, not locked.wrong_codes)
            ledger.record(event, subject=subject, actor=account, at=Moment.now())
    if refusal is not None:
        raise refusal


@transaction.atomic
def reauthenticate(account: Any, code: str, *, purpose: str) -> Proof:
    """Accept a code once. Raises Refused (field `code`) for a wrong, used or missing one, and while codes are paused."""
    if not isinstance(account, Account):
        raise Refused("这件事须由本人凭动态验证码办理。", field="code")
    locked, _ = locked_account(account)
    step, refusal = _looked_at(locked, code)
    if step is None:
        raise refusal or Refused("验证码不对。", field="code", remedy="请输入验证器上现在显示的六位数字。")
    locked.totp_last_step, locked.wrong_codes = step, 0
    locked.save(update_fields=["totp_last_step", "wrong_codes"])
    return Proof(locked.actor_ref, purpose, clock.now(), _MADE_HERE)


def proven(actor: Any, proof: Proof | None, *, purpose: str) -> None:
    """Refuse an act nobody gave a fresh code for: for use cases that another one calls with the proof it was given."""
    if proof is None or not proof.holds_for(actor, purpose):
        raise Refused("作出决定前须以动态验证码再次核对身份。", field="code", remedy="请在签署时输入动态验证码。")


def _looked_at(account: Account, code: str) -> tuple[int | None, Refused | None]:
    """The time step of a right code, or why no code will do; both None for a wrong one."""
    now = clock.now()
    if account.codes_paused_until is not None and now < account.codes_paused_until:
        return None, Refused(
            f"验证码连续输错{settings.WRONG_PROOFS}次，暂停15分钟。",
            field="code",
            remedy="请稍后再试，或者联系安全管理员。",
        )
    if not account.has_authenticator:
        return None, Refused("您还没有启用动态验证码。", field="code", remedy="请先在“我的”中启用。")
    if not code.strip():
        return None, Refused("请输入动态验证码。", field="code", remedy="打开手机上的验证器，输入现在显示的六位数字。")
    secret = account.totp_secret
    step = totp.matching_step(secret, code, now=now, after=account.totp_last_step)
    if step is None and totp.matching_step(secret, code, now=now, after=0) is not None:
        return None, Refused("这个验证码已经用过。", field="code", remedy="请等验证器显示下一个验证码后再输入。")
    return step, None

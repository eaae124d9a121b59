"""The two proofs of a sign-in as Django backends, so that wrong passwords and wrong codes count towards one lock-out."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.db.models import QuerySet
from django.http import HttpRequest

from yangguang.base.worded_once import worded_once
from yangguang.directory.models import Account, Appointment
from yangguang.directory.sealing import KeyMissing
from yangguang.directory.use_cases.reauthenticate import examine, reauthenticate
from yangguang.kernel import clock
from yangguang.kernel.refusal import Refused


@worded_once
def _standing(account: int, day: date) -> QuerySet[Appointment]:
    held = Appointment.objects.standing_on(day).filter(account_id=account, account__is_active=True)
    return held.select_related("account__body")  # type: ignore[no-any-return]


class PasswordBackend(ModelBackend):
    """Sign-in name and password; no permissions of Django's own."""

    def authenticate(self, request: HttpRequest | None, username: str | None = None, password: str | None = None,
                     **proofs: Any) -> Any:  # fmt: skip
        """The account whose password this is, or None."""
        return super().authenticate(request, username=username, password=password) if password else None

    def get_user(self, user_id: int) -> Account | None:
        """The account of a session, with its body and today's appointments: every page asks for all three, in one statement."""
        standing = _standing(user_id, clock.today())
        if not standing:  # appointed to nothing today
            return Account.objects.select_related("body").filter(pk=user_id, is_active=True).first()
        account = standing[0].account
        account.standing = standing
        return account


class CodeBackend:
    """Sign-in name and one-time code, asked after the password."""

    def authenticate(self, request: HttpRequest | None, username: str = "", code: str = "", **proofs: Any) -> Any:
        """The account whose code this is, or None. The code is used up. Raises KeyMissing when no code can be checked."""
        account = Account.objects.filter(username=username, is_active=True).first() if code else None
        if account is None:
            return None
        try:
            examine(account, code)
            reauthenticate(account, code, purpose="sign in")
        except KeyMissing:
            raise
        except Refused:
            return None
        return account

    def get_user(self, pk: int) -> Account | None:
        """The account of a session."""
        return Account.objects.filter(pk=pk, is_active=True).first()

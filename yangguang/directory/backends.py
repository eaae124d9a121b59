"""The two proofs of a sign-in as Django backends, so that wrong passwords and wrong codes count towards one lock-out."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest

from yangguang.directory.models import Account, Appointment
from yangguang.directory.sealing import KeyMissing
from yangguang.directory.use_cases.reauthenticate import examine, reauthenticate
from yangguang.kernel import clock
from yangguang.kernel.refusal import Refused


class PasswordBackend(ModelBackend):
    """Sign-in name and password; no permissions of Django's own."""

    def authenticate(self, request: HttpRequest | None, username: str | None = None, password: str | None = None,
                     **proofs: Any) -> Any:  # fmt: skip
        """The account whose password this is, or None."""
        return super().authenticate(request, username=username, password=password) if password else None

    def get_user(self, user_id: int) -> Account | None:
        """The account of a session, with its body and today's appointments: every page asks for all three, in one statement."""
        held = Appointment.objects.standing_on(clock.today()).filter(account_id=user_id, account__is_active=True)
        standing = list(held.select_related("account__body"))
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

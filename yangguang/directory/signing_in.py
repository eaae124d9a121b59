"""The way into the desk: password, then whatever the account still owes – a new password, a code, an authenticator.

Nobody is signed in before the last step; what has been proved so far is kept in the session for ten minutes.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.contrib.auth import login
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from yangguang.directory.models import Account
from yangguang.directory.rules.roles import SECOND_FACTOR
from yangguang.directory.use_cases.sign_in import sign_in
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment

KEY = "signing_in"
PATIENCE = timedelta(seconds=600)
BACKEND = "yangguang.directory.backends.PasswordBackend"


def begin(request: HttpRequest, account: Account, *, code_given: bool = False) -> str:
    """The password was right: remember it, and say where to go next."""
    request.session.cycle_key()
    request.session[KEY] = {
        "account": account.public_id,
        "at": clock.now().isoformat(),
        "code_given": code_given,
        "next": request.POST.get("next") or request.GET.get("next", ""),
    }
    return go_on(request, account)


def pending(request: HttpRequest) -> Account | None:
    """The account whose password was given in this session within the last ten minutes, or None."""
    kept = request.session.get(KEY)
    if not kept or datetime.fromisoformat(kept["at"]) + PATIENCE < clock.now():
        return None
    return Account.objects.filter(public_id=kept["account"], is_active=True).first()


def code_given(request: HttpRequest) -> None:
    """The second factor was right."""
    request.session[KEY] = request.session[KEY] | {"code_given": True}


def go_on(request: HttpRequest, account: Account) -> str:
    """The address of the next step; when nothing is owed any more, sign in and go where the person wanted to go."""
    kept = request.session[KEY]
    if account.has_authenticator and not kept["code_given"]:
        return reverse("directory:second_factor")
    if account.must_change_password:
        return reverse("directory:first_password")
    if not account.has_authenticator and account.role_names & SECOND_FACTOR:
        return reverse("directory:first_code")
    sign_in(account=account, second_factor=kept["code_given"], actor=account, at=Moment.now())
    wanted = kept["next"]
    del request.session[KEY]
    login(request, account, backend=BACKEND)
    if url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()):
        return wanted
    return "/desk/"

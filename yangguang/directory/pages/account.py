"""One account: facts, appointments, and the acts of the two administrators who keep it."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from yangguang.base import ledger
from yangguang.base.pages import Expect, page
from yangguang.directory.presentation import account_state
from yangguang.directory.queries import accounts_visible_to
from yangguang.directory.requests import DeskRequest
from yangguang.directory.rules.roles import Role

SYSTEM, SECURITY = {Role.SYSTEM_ADMINISTRATOR}, {Role.SECURITY_ADMINISTRATOR}


@page(
    "accounts/<ref:ref>", name="directory:account", title="账号", allow=SYSTEM | SECURITY, subject="account",
    expects=Expect(own=200, other=404, superior=200),
)  # fmt: skip
def account(request: DeskRequest, ref: str) -> HttpResponse:
    """The account as its keepers see it; never its password or secret."""
    one = get_object_or_404(accounts_visible_to(request.user), public_id=ref)
    return render(request, "directory/account.html", {
        "account": one, "state": account_state(one),
        "facts": [
            ("登录名", one.username), ("机关", one.body.name), ("内设机构", one.unit.name if one.unit else ""),
            ("职务", one.post), ("联系电话", one.phone), ("动态验证码", "已启用" if one.has_authenticator else "没有启用"),
        ],
        "appointments": one.appointments.order_by("-starts_on", "-pk"),
        "keeps_account": request.user.holds(Role.SYSTEM_ADMINISTRATOR),
        "keeps_roles": request.user.holds(Role.SECURITY_ADMINISTRATOR),
        "is_self": one.pk == request.user.pk,
        "acts": [
            {"at": e.occurred_at, "title": e.label, "who": e.actor_name, "words": e.summary}
            for e in reversed(ledger.entries_about("account", one.public_id))
        ],
    })  # fmt: skip

"""The accounts and roles of the bodies an administrator keeps."""

from __future__ import annotations

from django.db.models import Prefetch, Q
from django.http import HttpResponse
from django.shortcuts import render

from yangguang.base import listing
from yangguang.base.pages import page
from yangguang.base.sheets import Column
from yangguang.directory.models import Account, Appointment
from yangguang.directory.presentation import account_state
from yangguang.directory.queries import accounts_visible_to
from yangguang.directory.requests import DeskRequest
from yangguang.directory.rules.roles import LABELS, Role
from yangguang.kernel import clock

KEEPERS = {Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR}
VIEWS = [("", "全部"), ("active", "在用"), ("locked", "已停用"), ("without_code", "没有动态验证码")]
COLUMNS = [
    Column("name", "姓名"), Column("username", "登录名"), Column("body", "机关", width=30), Column("unit", "内设机构"),
    Column("post", "职务"), Column("roles", "角色", width=36), Column("state", "状态"), Column("code", "动态验证码"),
]  # fmt: skip


@page("accounts", name="directory:accounts", title="账号与角色", allow=KEEPERS)
def accounts(request: DeskRequest) -> HttpResponse:
    """The list: who can sign in, as what, with which proof."""
    wanted, view, role = (request.GET.get(key, "").strip()[:60] for key in ("q", "view", "role"))
    rows = accounts_visible_to(request.user)
    if wanted:
        rows = rows.filter(Q(name__icontains=wanted) | Q(username__icontains=wanted))
    standing = Appointment.objects.standing_on(clock.today()).order_by("pk")
    if role in set(Role):
        rows = rows.filter(pk__in=standing.filter(role=role).values("account_id"))
    narrowed = {
        "active": rows.filter(is_active=True),
        "locked": rows.filter(is_active=False),
        "without_code": rows.filter(totp_sealed=""),
    }
    shown = narrowed.get(view, rows).prefetch_related(Prefetch("appointments", standing, to_attr="today"))
    if listing.is_export(request):
        told = "，".join(
            x for x in (dict(VIEWS).get(view, "全部"), LABELS[Role(role)] if role in set(Role) else "") if x
        )
        return listing.workbook(
            request, title="账号与角色", columns=COLUMNS, rows=[_cells(one) for one in shown], filters=told
        )
    found = listing.page_of(request, shown)
    return render(request, "directory/accounts.html", {
        "page": found,
        "rows": [(one, _roles(one), account_state(one)) for one in found],
        "views": listing.views(request, "view", VIEWS, lambda key: narrowed.get(key, rows).count()),
        "roles": LABELS.items(), "role": role, "q": wanted, "view": view,
        "may_open": request.user.holds(Role.SYSTEM_ADMINISTRATOR),
    })  # fmt: skip


def _roles(account: Account) -> str:
    return "、".join(one.get_role_display() for one in vars(account)["today"])


def _cells(account: Account) -> dict[str, str]:
    return {
        "name": account.name, "username": account.username, "body": account.body.name, "post": account.post,
        "unit": account.unit.name if account.unit else "", "roles": _roles(account),
        "state": account_state(account)[0], "code": "已启用" if account.has_authenticator else "没有",
    }  # fmt: skip

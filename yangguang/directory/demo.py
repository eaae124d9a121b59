"""The accounts a demonstration offers on its sign-in page: one for each role, two publishers, password and code included."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from django.conf import settings

from yangguang.directory.models import Account
from yangguang.directory.queries import accounts_holding
from yangguang.directory.rules import totp
from yangguang.directory.rules.roles import LABELS, Role
from yangguang.directory.sealing import KeyMissing
from yangguang.kernel import clock

PASSWORD = "yangguang-2026"  # noqa: S105 – printed on the sign-in page of every demonstration
WORDS = {
    Role.CASE_HANDLER: "办理案件、调查取证",
    Role.UNIT_HEAD: "审批立案、告知，指派人员",
    Role.LEGAL_REVIEWER: "审核重大执法决定",
    Role.AGENCY_HEAD: "作出决定，须再次验证",
    Role.PUBLISHER: "公开、更正、撤回",
    Role.ARCHIVIST: "立卷归档",
    Role.WINDOW_CLERK: "登记投诉，查进度",
    Role.SUPERVISOR: "看本级各机关，管证件",
    Role.COUNSEL: "受邀出具意见",
    Role.SYSTEM_ADMINISTRATOR: "无业务权限，管账号",
    Role.SECURITY_ADMINISTRATOR: "无业务权限，管角色",
    Role.AUDIT_ADMINISTRATOR: "无业务权限，看操作记录",
}

HANDS = {Role.PUBLISHER: 2}  # who prepares a public text may not release it


def account_of(username: str) -> Account | None:
    """The account behind one of the offered names; None outside a demonstration."""
    return next((account for account, _ in _offered() if account.username == username), None)


def rows() -> list[dict[str, Any]]:
    """One row a role as the sign-in page shows it; empty outside a demonstration."""
    return [
        {
            "name": account.name,
            "role": LABELS[role] if role != Role.SUPERVISOR else f"{LABELS[role]}（{account.body.name}）",
            "words": f"{WORDS[role]}（{account.username}）",
            "username": account.username,
            "code": current_code(account),
        }
        for account, role in _offered()
    ]


def current_code(account: Account) -> str:
    """The code the account's authenticator shows and that has not been used; empty without an authenticator."""
    with suppress(KeyMissing):
        secret = account.totp_secret
        return totp.next_usable_code(secret, now=clock.now(), after=account.totp_last_step) if secret else ""
    return ""


def seconds_to_wait(account: Account) -> int:
    """How long nobody can enter as this account because its codes have been used; zero when one can be."""
    return totp.seconds_until_usable(now=clock.now(), after=account.totp_last_step) if account.has_authenticator else 0


def _offered() -> list[tuple[Account, Role]]:
    if not settings.DEMO:
        return []
    taken: set[int] = set()
    offered = []
    for role in WORDS:
        for holder in accounts_holding(role, None, clock.today()).exclude(pk__in=taken)[: HANDS.get(role, 1)]:
            taken.add(holder.pk)
            offered.append((holder, role))
    return offered

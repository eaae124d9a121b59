"""The roles a person may hold, and which of them exclude each other (design: three administrators, no business role)."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a person may be appointed as in a body."""

    CASE_HANDLER = "case_handler"
    UNIT_HEAD = "unit_head"
    LEGAL_REVIEWER = "legal_reviewer"
    AGENCY_HEAD = "agency_head"
    PUBLISHER = "publisher"
    ARCHIVIST = "archivist"
    WINDOW_CLERK = "window_clerk"
    SUPERVISOR = "supervisor"
    COUNSEL = "counsel"
    SYSTEM_ADMINISTRATOR = "system_administrator"
    SECURITY_ADMINISTRATOR = "security_administrator"
    AUDIT_ADMINISTRATOR = "audit_administrator"
    MACHINE_CLIENT = "machine_client"


LABELS = {
    Role.CASE_HANDLER: "承办人",
    Role.UNIT_HEAD: "承办机构负责人",
    Role.LEGAL_REVIEWER: "法制审核人员",
    Role.AGENCY_HEAD: "机关负责人",
    Role.PUBLISHER: "公示员",
    Role.ARCHIVIST: "档案员",
    Role.WINDOW_CLERK: "窗口人员",
    Role.SUPERVISOR: "监督人员",
    Role.COUNSEL: "法律顾问、公职律师",
    Role.SYSTEM_ADMINISTRATOR: "系统管理员",
    Role.SECURITY_ADMINISTRATOR: "安全管理员",
    Role.AUDIT_ADMINISTRATOR: "审计管理员",
    Role.MACHINE_CLIENT: "接口账号",
}

ADMINISTRATORS = frozenset({Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR})
BUSINESS = frozenset(Role) - ADMINISTRATORS - {Role.MACHINE_CLIENT}
READERS = frozenset(Role) - {Role.AUDIT_ADMINISTRATOR, Role.MACHINE_CLIENT}  # who reads the registers of the directory
SECOND_FACTOR = frozenset({Role.LEGAL_REVIEWER, Role.AGENCY_HEAD, Role.PUBLISHER}) | ADMINISTRATORS


def conflict(held: frozenset[Role], added: Role) -> str:
    """Why a further role may not be held together with those held, in words; empty when it may."""
    if added in held:
        return f"已经是{LABELS[added]}。"
    for role in sorted(held):
        pair = {role, added}
        if pair <= ADMINISTRATORS:
            return f"{LABELS[role]}与{LABELS[added]}不能由同一人担任。"
        if pair & ADMINISTRATORS:
            return f"管理员不能兼任业务角色：已是{LABELS[role]}。"
        if Role.SUPERVISOR in pair or Role.MACHINE_CLIENT in pair:
            return f"{LABELS[role]}与{LABELS[added]}不能由同一人担任。"
    return ""

"""How bodies, certificates and people read on a page and in a sheet."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.urls import reverse

from yangguang.base.components.texts import cn_date
from yangguang.directory.models import Account, Certificate, Entrustment, Officer
from yangguang.directory.models.officer import CertificateState
from yangguang.directory.queries import certificates_of
from yangguang.directory.rules.qualification import days_left, expires_within


def state_of(certificate: Certificate, on: date) -> tuple[str, str, str]:
    """A certificate's state on a day as words, tint and icon: the words alone say everything."""
    left = certificate.officer.left_on
    if certificate.state == CertificateState.DEREGISTERED or (left and left <= on):
        return "已注销" if certificate.state == CertificateState.DEREGISTERED else "已离岗", "rest", "x"
    if certificate.state == CertificateState.SUSPENDED:
        return "暂停使用", "rest", "player-pause"
    if on < certificate.valid_from:
        return "还没有生效", "rest", "clock"
    if on > certificate.valid_until:
        return "已过期", "late", "x"
    if expires_within(certificate.valid_until, settings.CERTIFICATES_EXPIRE_SOON.days, on=on):
        return f"剩 {days_left(certificate.valid_until, on=on)} 天到期", "soon", "alert-triangle"
    return "有效", "ok", "check"


def certificate_rows(officer: Officer, on: date, *, keeper: bool = False) -> list[dict[str, Any]]:
    """An officer's certificates as cards, with the acts a keeper may do now."""
    return [_certificate_row(one, on, keeper) for one in certificates_of(officer).prefetch_related("checks")]


def _certificate_row(one: Certificate, on: date, keeper: bool) -> dict[str, Any]:
    words, tint, shape = state_of(one, on)
    since = f"{words}，自{cn_date(one.state_since)}：{one.state_reason}" if one.state != CertificateState.ACTIVE else ""
    return {
        "kind": one.get_kind_display(), "number": one.number, "state_words": words, "tint": tint, "shape": shape,
        "notice": since, "checks": list(one.checks.order_by("-year")),
        "acts": _acts_on(one) if keeper else [],
        "facts": [
            ("执法类别", "、".join(one.fields)),
            ("执法区域", "、".join(one.areas)),
            ("有效期", f"{cn_date(one.valid_from)}至{cn_date(one.valid_until)}"),
            ("发证机关", one.issued_by),
            ("资格", "，".join(word for word in (one.get_qualified_by_display(), one.qualification_number) if word)),
        ],
    }  # fmt: skip


def _acts_on(one: Certificate) -> list[dict[str, str]]:
    acts = {
        CertificateState.ACTIVE: [("check", "年度审核"), ("suspend", "暂停使用"), ("deregister", "注销")],
        CertificateState.SUSPENDED: [("check", "年度审核"), ("resume", "恢复使用"), ("deregister", "注销")],
        CertificateState.DEREGISTERED: [],
    }[CertificateState(one.state)]
    return [
        {"label": label, "href": reverse(f"directory:{act}_certificate", args=[one.public_id])} for act, label in acts
    ]


def entrustment_steps(one: Entrustment, on: date) -> list[dict[str, str]]:
    """The agreement as a strip: signed, filed, published by both, in force, ended; what is missing comes next."""
    steps = [
        ("签订", cn_date(one.signed_on) or cn_date(one.starts_on) + "起", True),
        ("备案", _filing(one), bool(one.filed_on)),
        ("委托机关公布", cn_date(one.published_on) if one.published_on else "还没有公布", bool(one.published_on)),
        (
            "受委托组织公布",
            cn_date(one.entrusted_published_on) if one.entrusted_published_on else "还没有公布",
            bool(one.entrusted_published_on),
        ),
        ("期满或者终止", cn_date(one.last_day) + ("止" if one.last_day >= on else "已止"), one.last_day < on),
    ]
    first_open = next((index for index, step in enumerate(steps) if not step[2]), -1)
    return [
        {"label": label, "note": note, "state": "done" if done else "current" if index == first_open else "ahead"}
        for index, (label, note, done) in enumerate(steps)
    ]


def _filing(one: Entrustment) -> str:
    if one.filed_on:
        return f"{one.filing_number}，{cn_date(one.filed_on)}"
    return f"{cn_date(one.returned_on)}退回" if one.returned_on else "等司法行政部门审核备案"


def entrustment_state(one: Entrustment, on: date) -> tuple[str, str, str]:
    """Whether an agreement carries acts on a day, as words, tint and icon."""
    if one.last_day < on:
        return ("已终止" if one.ended_on else "已期满"), "rest", "clock-off"
    if one.starts_on > on:
        return "还没有生效", "rest", "clock"
    if one.returned_on and one.filed_on is None:
        return "备案被退回，不能实施", "late", "x"
    if one.filed_on is None and one.published_on is None:
        return "等候备案，不能实施", "soon", "clock"
    if not (one.published_on and one.entrusted_published_on):
        return "没有公布，不能实施", "late", "x"
    if one.filed_on is None:
        return "有效，还没有备案", "soon", "alert-triangle"
    return "有效", "ok", "check"


def account_state(account: Account) -> tuple[str, str, str]:
    """Whether an account can be used, as words, tint and icon."""
    if not account.is_active:
        return "已停用", "rest", "lock"
    if account.must_change_password:
        return "待本人改密码", "soon", "key"
    return "在用", "ok", "check"

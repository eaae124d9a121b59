"""The desk's left bar: what this person's roles open, in the order of the house, with what waits for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.http import HttpRequest
from django.urls import get_urlconf
from django.utils.functional import SimpleLazyObject

from yangguang.base import pages
from yangguang.base.addresses import address_of
from yangguang.base.components.frame import NavigationGroups
from yangguang.desk.today.rows import counts_for
from yangguang.directory.api import Account


@dataclass(frozen=True)
class Entry:
    """One entry: its page, icon, short word for the phone bar, and the count that stands beside it."""

    page: str
    label: str
    icon: str
    phone: str = ""
    count: str = ""


GROUPS: tuple[tuple[str, tuple[Entry, ...]], ...] = (
    ("", (
        Entry("desk:today", "今日", "home", "今日", "today"),
        Entry("desk:oversight", "监督总览", "chart-bar"),
        Entry("desk:schedule", "日程", "calendar-time"),
        Entry("cases:list", "案件", "folders", "案件"),
        Entry("cases:gaps", "案件缺口", "alert-triangle", "", "caring"),
        Entry("cases:leads", "投诉与线索", "message-report", "线索"),
        Entry("voice:voices", "网上来件", "message-2"),
        Entry("cases:counterparts", "行政相对人", "building"),
        Entry("cases:number_ranges", "当场处罚号段", "list-details"),
        Entry("cases:approvals", "待我审批", "writing", "", "approvals"),
        Entry("cases:criminal_transfers", "移送公安", "gavel"),
        Entry("records:accesses", "调阅", "eye", "", "accesses"),
    )),
    ("审核与公示", (
        Entry("legal_review:queue", "法制审核", "gavel", "", "reviews"),
        Entry("disclosure:queue", "公示", "world", "", "publications"),
        Entry("disclosure:standings", "清单公示", "list-check", "", "standings"),
        Entry("disclosure:withdrawals", "撤回与更正", "arrow-back-up", "", "withdrawals"),
        Entry("disclosure:windows", "窗口公示牌", "layout-columns"),
        Entry("disclosure:channels", "推送通道", "rss"),
        Entry("disclosure:objections", "公示异议", "message-report", "", "objections"),
        Entry("disclosure:repairs", "信用修复", "circle-check", "", "repairs"),
        Entry("reporting:reports", "统计年报", "chart-bar"),
        Entry("exchange:batches", "上报与回执", "send"),
    )),
    ("依据", (
        Entry("catalogues:lists", "清单", "list-details", "", "editions"),
        Entry("disclosure:flowcharts", "流程图", "layout-columns"),
        Entry("desk:clauses", "法条与期限", "book"),
        Entry("directory:officers", "人员与证件", "id-badge-2", "", "certificates"),
        Entry("directory:bodies", "执法主体", "building-bank"),
    )),
    ("管理", (
        Entry("directory:accounts", "账号与角色", "users"),
        Entry("desk:local_values", "本地参数", "adjustments-horizontal"),
        Entry("desk:calendar", "工作日历", "calendar-event"),
        Entry("desk:jobs", "后台作业", "clock"),
        Entry("desk:ledger", "账目", "list-check"),
        Entry("records:access_log", "调阅日志", "file-search"),
        Entry("records:custody", "存件巡检", "fingerprint"),
    )),
    ("", (Entry("directory:my_account", "我的账号", "user", "我的"),)),
)  # fmt: skip


def for_request(request: HttpRequest) -> dict[str, Any]:
    """A template variable: worked out only when a desk page asks for it."""
    if not getattr(request, "user", None) or not request.user.is_authenticated:
        return {"navigation": []}
    return {"navigation": SimpleLazyObject(lambda: groups_for(request))}


def groups_for(request: HttpRequest) -> NavigationGroups:
    """The groups with the entries this person may open."""
    account: Account = request.user  # type: ignore[assignment]
    roles, site = account.role_names, get_urlconf()
    there = [address for address in _addresses(roles, site) if _is_within(request.path, address)]
    return _groups(roles, max(there, key=len, default=""), tuple(counts_for(account).items()), site)


def _is_within(path: str, address: str) -> bool:
    return path == address if address == "/desk/" else path.startswith(address)


def _opened_to(roles: frozenset[str], entries: Iterable[Entry]) -> list[Entry]:
    known = pages.register()
    return [entry for entry in entries if entry.page in known and pages.open_to(roles, known[entry.page].allow)]


@lru_cache(maxsize=128)
def _addresses(roles: frozenset[str], _site: str | None) -> list[str]:
    return [address_of(entry.page) for _, entries in GROUPS for entry in _opened_to(roles, entries)]


@lru_cache(maxsize=512)
def _groups(
    roles: frozenset[str], here: str, counted: tuple[tuple[str, tuple[int, bool]], ...], _site: str | None
) -> NavigationGroups:
    """Nothing else than what is given decides how the bar looks: each is put together once."""
    shown, counts = NavigationGroups(), dict(counted)
    for label, entries in GROUPS:
        if rows := [_row(entry, here, *counts.get(entry.count, (0, False))) for entry in _opened_to(roles, entries)]:
            shown.append({"label": label, "entries": rows})
    return shown


def _row(entry: Entry, here: str, waiting: int, urgent: bool) -> dict[str, Any]:
    href = address_of(entry.page)
    return {
        "label": entry.label, "icon": entry.icon, "phone": entry.phone, "href": href, "count": waiting, "urgent": urgent,
        "current": href == here,
    }  # fmt: skip

"""Offices outside the body that review a list before it is adopted (D03, D05, D06)."""

from __future__ import annotations

from enum import StrEnum


class Office(StrEnum):
    """Which office it is."""

    JUSTICE = "justice"
    MARKET = "market"


OFFICES = {Office.JUSTICE: "司法行政部门", Office.MARKET: "市场监管部门"}


def lacking(title: str, office: Office, *, reviewed: bool, agreed: bool, unchanged: bool) -> str:
    """Why a list may not be adopted yet, in one sentence; empty when the office agreed to exactly this content."""
    name = OFFICES[office]
    if not reviewed:
        return f"{title}应当先经{name}审核，还没有审核意见，不能审定。"
    if not agreed:
        return f"{name}没有同意{title}，不能审定。"
    return "" if unchanged else f"{name}审核以后{title}的内容或者生效日改过，不能审定。"

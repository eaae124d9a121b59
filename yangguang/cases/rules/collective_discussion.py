"""When the heads of the agency must discuss a penalty together (APL-2021:57.2)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yangguang.statutes import keeps

WEIGHTY = frozenset({
    "licence_revocation", "business_halt", "closure", "employment_ban", "qualification_downgrade", "business_restriction",
})  # fmt: skip


def needs_threshold(content: Mapping[str, Any]) -> bool:
    """Whether the body's own figure decides: there is money, and nothing else settles it already."""
    return bool(_money(content)) and not _plain_grounds(content)


@keeps("APL-2021:57.2")
def discussion_grounds(content: Mapping[str, Any], threshold_fen: int | None) -> tuple[str, ...]:
    """Why this penalty must be discussed; none when it need not. A question nobody answered counts as yes."""
    found = list(_plain_grounds(content))
    if threshold_fen is not None and _money(content) >= threshold_fen:
        found.append("达到本机关规定的集体讨论数额")
    return tuple(found)


def _plain_grounds(content: Mapping[str, Any]) -> tuple[str, ...]:
    asked: Mapping[str, Any] = content.get("review_facts") or {}
    complicated = asked.get("complex", True) or int(asked.get("legal_relations") or 1) > 1
    weighty = bool(WEIGHTY & set(content.get("penalties") or ()))
    return (*(("情节复杂",) if complicated else ()), *(("处罚种类重大",) if weighty else ()))


def _money(content: Mapping[str, Any]) -> int:
    return max(int(content.get("fine_fen") or 0), int(content.get("confiscated_fen") or 0))

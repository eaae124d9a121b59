"""Which penalties the heads of an agency must discuss together (APL-2021:57.2), and what a discussion must hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

COMPLEX = "complex"
GRAVEST = {
    "licence_penalty": "拟处罚涉及许可证件", "business_penalty": "拟处罚限制开展生产经营活动",
}  # fmt: skip


def is_told(content: Mapping[str, Any]) -> bool:
    """The draft answers whether its circumstances are complex and what kinds of penalty it holds. Silence is not a no."""
    facts = content.get("review_facts") or {}
    return all(name in facts for name in (COMPLEX, *GRAVEST))


def needs_threshold(content: Mapping[str, Any]) -> bool:
    """Money is at stake: from which amount on a violation is major is what the body has set."""
    return bool(content.get("fine_fen") or content.get("confiscated_fen"))


def reasons(content: Mapping[str, Any], threshold_fen: int | None) -> tuple[str, ...]:
    """Why this penalty has to be discussed; empty when it need not. Kinds no amount can measure count as major."""
    facts = content.get("review_facts") or {}
    found = ["情节复杂"] if facts.get(COMPLEX) else []
    found += [words for name, words in GRAVEST.items() if facts.get(name)]
    amount = int(content.get("fine_fen") or 0) + int(content.get("confiscated_fen") or 0)
    if threshold_fen is not None and needs_threshold(content) and amount >= threshold_fen:
        found.append("达到本机关集体讨论的数额标准")
    return tuple(found)

"""Who may review: not a handler of the case, and with the qualification the law asks for (APL-2021:58.2)."""

from __future__ import annotations

from collections.abc import Collection


def handler_fault(reviewer_ref: str, handler_refs: Collection[str]) -> str:
    """Why this person may not review this case; empty when they may."""
    return "本案承办人员不得审核本案。" if reviewer_ref in handler_refs else ""

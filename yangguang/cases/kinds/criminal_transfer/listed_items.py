"""Things on the list that goes with a file: none, or the party was told in writing where they go."""

from __future__ import annotations

from yangguang.cases.gates import Attempt


def listed_items_were_told(attempt: Attempt) -> bool:
    """What the list of this sending or handing over names, its owner knows of."""
    line = attempt.given.get("criminal_transfer")
    items = str(attempt.given.get("items") or (line.items if line else "")).strip()
    told_on = attempt.given.get("items_told_on") or (line.items_told_on if line else None)
    if items.rstrip("。") in {"", "无", "不适用"}:
        return True
    return told_on is not None and told_on <= attempt.at.day

"""How heads who decide together voted: for, against, abstaining; what most of those present want is carried."""

from __future__ import annotations

from collections.abc import Collection

FOR, AGAINST, ABSTAINED = "for", "against", "abstained"
LABELS = {FOR: "赞成", AGAINST: "反对", ABSTAINED: "弃权"}


def count(votes: Collection[str], vote: str) -> int:
    """How many voted so."""
    return sum(one == vote for one in votes)


def is_carried(votes: Collection[str]) -> bool:
    """More than half of those who took part are for it; who abstains took part."""
    return has_most(votes, FOR)


def has_most(votes: Collection[str], vote: str) -> bool:
    """More than half of those who took part voted so."""
    return count(votes, vote) * 2 > len(votes)


def told(votes: Collection[str]) -> str:
    """The count in words: 赞成3票、反对1票、弃权0票."""
    return "、".join(f"{label}{count(votes, vote)}票" for vote, label in LABELS.items())

"""Which penalties the heads of an agency must discuss together (APL-2021:57.2), and what a discussion must hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from yangguang.cases.rules import votes

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


AGREED, CHANGED, UNDECIDED = "agreed", "changed", "undecided"
MAJORITY, PRINCIPAL = "majority", "principal"
FOLLOWS = {votes.FOR: AGREED, votes.AGAINST: CHANGED}


def votes_in(opinions: Iterable[Mapping[str, str]]) -> list[str]:
    """The votes of those who took part; an opinion without one tells none."""
    return [one["vote"] for one in opinions if one.get("vote")]


def voted(opinions: Sequence[Mapping[str, str]]) -> bool:
    """Everybody who took part has voted, and somebody took part."""
    return bool(opinions) and len(votes_in(opinions)) == len(opinions)


def counted(opinions: Iterable[Mapping[str, str]]) -> dict[str, int]:
    """How many voted each way, by the names the ledger has for it."""
    given = votes_in(opinions)
    return {
        "in_favour": votes.count(given, votes.FOR), "against": votes.count(given, votes.AGAINST),
        "abstained": votes.count(given, votes.ABSTAINED),
    }  # fmt: skip


def counted_words(opinions: Iterable[Mapping[str, str]]) -> str:
    """The count as papers and pages say it."""
    return votes.told(votes_in(opinions))


def follows(opinions: Sequence[Mapping[str, str]], settled_by: str = MAJORITY) -> str:
    """The conclusion the votes lead to. By majority: more than half of those who took part, so that abstaining helps
    neither side; where the principal head answers for the agency: what that one votes, having heard the others.
    """
    if settled_by == PRINCIPAL:
        return FOLLOWS.get(next((one["vote"] for one in opinions if one.get("principal")), ""), UNDECIDED)
    return next((led_to for vote, led_to in FOLLOWS.items() if votes.has_most(votes_in(opinions), vote)), UNDECIDED)


def minority(opinions: Sequence[Mapping[str, str]], conclusion: str) -> str:
    """What those said who did not vote for what was concluded; where nothing was, nobody is in the minority."""
    return "\n".join(
        f"{one['name']}：{one['opinion']}" for one in opinions
        if conclusion != UNDECIDED and FOLLOWS.get(one["vote"]) != conclusion
    )  # fmt: skip

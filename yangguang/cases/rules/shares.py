"""A draft that decides for several parties apart: each party's own share of it, and the whole they make together.

MWR-2019:54 fines the employer and its responsible person in one case, with two decisions. The draft is reviewed, discussed
and signed as a whole; each share becomes a decision of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

OWN = ("penalties", "fine_fen", "confiscated_fen", "basis", "reasons", "discretion")
Content = Mapping[str, Any]


def shares_of(content: Content) -> list[dict[str, Any]]:
    """What is decided for each party apart, everything they have in common filled in; the content itself when undivided."""
    shares = content.get("shares") or ()
    common = {name: value for name, value in content.items() if name != "shares"}
    return [{**common, **share} for share in shares] if shares else [common]


def share_for(content: Content, party_ref: str) -> dict[str, Any]:
    """The share of one party; nothing when the content is divided and leaves that party out."""
    found = shares_of(content)
    if not content.get("shares"):
        return found[0]
    return next((one for one in found if any(party.get("ref") == party_ref for party in one["parties"])), {})


def joined(shares: Iterable[Content]) -> dict[str, Any]:
    """What the shares amount to together: every kind of penalty and every basis once, the highest amounts."""
    every = list(shares)
    return {
        "penalties": list(dict.fromkeys(kind for one in every for kind in one["penalties"])),
        "basis": list(dict.fromkeys(law for one in every for law in one["basis"])),
        "fine_fen": max((int(one["fine_fen"]) for one in every), default=0),
        "confiscated_fen": max((int(one["confiscated_fen"]) for one in every), default=0),
    }


def is_for(content: Content, party_refs: Collection[str]) -> bool:
    """Whether a decision is for one of these parties; one that names nobody by reference is for all of its case."""
    named = {str(party["ref"]) for party in content.get("parties") or () if party.get("ref")}
    return not named or not named.isdisjoint(party_refs)


def whom(share: Content) -> str:
    """Whose share it is, for a refusal or a row; empty where nothing is divided."""
    return "、".join(str(party.get("name") or "") for party in share.get("parties") or ())

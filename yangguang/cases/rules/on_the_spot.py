"""What may be decided on the spot: kinds and amount, what the printed decision must say, and that one act is not split."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from yangguang.cases.rules.decision_content import missing_remedies
from yangguang.kernel.money import FEN_IN_YUAN
from yangguang.statutes import clause, keeps

CITIZEN, ORGANISATION, SMALL = "APL-2021:51#citizen", "APL-2021:51#organisation", "APL-2021:68.1.1"
KINDS = frozenset({"warning", "fine"})
STRAIGHT_TO_COURT = re.compile(r"直接[^，。；,;]{0,20}?(?:起诉|诉讼)")
Content = Mapping[str, Any]


def clause_of(party_kind: str) -> str:
    """The limit that holds for a party: a sole trader counts as a person."""
    return ORGANISATION if party_kind == "organisation" else CITIZEN


def cap_fen(party_kind: str, on: date) -> int:
    """The highest fine on the spot for such a party on a day."""
    return _cap(clause_of(party_kind), on)


def small_fine_fen(on: date) -> int:
    """Up to which fine an officer may collect on the spot without a further reason."""
    return _cap(SMALL, on)


def beyond_summary(content: Content, party_kind: str, on: date) -> bool:
    """Another kind of penalty than warning and fine, none at all, money confiscated, or a fine above the limit."""
    kinds = frozenset(content.get("penalties") or ())
    if not kinds or kinds - KINDS or int(content.get("confiscated_fen") or 0):
        return True
    return int(content.get("fine_fen") or 0) > cap_fen(party_kind, on)


def is_split(this_fen: int, others: Iterable[tuple[bool, int]], cap: int) -> bool:
    """Whether decisions against one party are one act cut up: `others` tells of each whether it is the same act, and its
    fine. The same act twice always is; several items of one check are when together they pass the limit.
    """
    told = list(others)
    if any(same for same, _ in told):
        return True
    return bool(told) and this_fen + sum(fine for _, fine in told) > cap


@keeps("APL-2021:52.2")
def missing_on_the_spot(content: Content) -> tuple[str, ...]:
    """Which of the statutory items of a decision on the spot are missing, in words."""
    facts, signers = content.get("facts") or (), content.get("signed_by") or ()
    items = {
        "违法行为": bool(facts) and all(str(fact.get("text") or "").strip() for fact in facts),
        "处罚的种类和依据": bool(content.get("penalties")) and bool(content.get("basis")),
        "罚款数额": "fine" not in (content.get("penalties") or ()) or int(content.get("fine_fen") or 0) > 0,
        "时间": _says(content, "happened_at"),
        "地点": _says(content, "place"),
        "申请行政复议、提起行政诉讼的途径和期限": not missing_remedies(content),
        "行政机关名称": _says(content, "body_name"),
        "执法人员签名": len(signers) > 1,
    }
    return tuple(label for label, there in items.items() if not there)


def names_reconsideration_first(content: Content) -> bool:
    """Whether the party is told to ask for reconsideration first, and nothing typed says that it may go to court at once."""
    remedies = content.get("remedies") or {}
    told = [str(fact.get("text") or "") for fact in content.get("facts") or ()]
    told += [str(content.get(name) or "") for name in ("reasons", "fulfilment", "response")]
    told += [str((content.get("rectification") or {}).get("note") or "")]
    return remedies.get("first") == "reconsideration" and not any(STRAIGHT_TO_COURT.search(text) for text in told)


def _cap(clause_id: str, on: date) -> int:
    return int(clause(clause_id).on(on).amount("cap", unit="yuan")) * FEN_IN_YUAN


def _says(content: Content, name: str) -> bool:
    return bool(str(content.get(name) or "").strip())

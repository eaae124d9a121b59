"""What is typed on the spot: the things listed one by one, and how the party was called, told and heard."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from yangguang.cases.rules.witnesses import NOBODY, REFUSED_TO_SIGN, SIGNED, Signing, Witness

__all__ = ["REFUSED_TO_SIGN", "SIGNED", "ItemEntry", "OnTheSpot", "are_listed"]


@dataclass(frozen=True)
class ItemEntry:
    """One thing of a list as entered. `proves` is asked of evidence, the last three of what is sealed or seized."""

    name: str
    quantity: str
    condition: str
    kept_at: str
    spec: str = ""
    photo: str = ""
    proves: str = ""
    case_related: bool = True
    daily_necessity: bool = False
    sealed_by: str = ""


@dataclass(frozen=True)
class OnTheSpot:
    """What the officers did at the place, as the record of the scene says it."""

    place: str
    certificate_shown: bool = False
    party_called: bool = False
    party_came: bool = True
    witness: Witness = NOBODY
    rights_told: bool = False
    heard: str = ""
    signature: str = ""  # signed, or refused with a note
    refusal_note: str = ""
    delivered: bool = False
    copies: int = 0
    sealed: bool = False

    @property
    def signing(self) -> Signing:
        """How the list and the record of the scene were signed."""
        return Signing(self.signature, self.refusal_note, self.witness)


def are_listed(items: Iterable[ItemEntry]) -> bool:
    """Every thing stands with name, quantity, condition and place; an empty list lists nothing."""
    rows = list(items)
    told = ((one.name, one.quantity, one.condition, one.kept_at) for one in rows)
    return bool(rows) and all(all(word.strip() for word in words) for words in told)

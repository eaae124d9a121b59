"""What a case opening proposes: plain values that travel through the approval and come back unchanged."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

DAYS = ("violation_began_on", "violation_ended_on", "discovered_on", "reported_on")


@dataclass(frozen=True)
class PartyFacts:
    """Who a party is, as typed."""

    kind: str
    name: str
    code: str = ""
    legal_representative: str = ""
    address: str = ""
    phone: str = ""
    birth_date: date | None = None
    code_kind: str = ""
    counterpart_ref: str = ""


@dataclass(frozen=True)
class Opening:
    """One proposal to open a case. References are public ids."""

    body_ref: str
    kind: str
    title: str
    field: str
    area: str
    matter_code: str
    facts: str
    source: str
    discovered_on: date
    reported_on: date
    violation_began_on: date | None
    officer_refs: tuple[str, ...]
    parties: tuple[PartyFacts, ...]
    unit_ref: str = ""
    acting_body_ref: str = ""
    violation_code: str = ""
    violation_ended_on: date | None = None
    conflicted_refs: tuple[str, ...] = ()
    lead_ref: str = ""
    circumstances: Mapping[str, Any] = dataclasses.field(default_factory=dict)

    def as_proposal(self) -> dict[str, Any]:
        """Plain values for the approval."""
        return asdict(self)

    @classmethod
    def of(cls, proposal: Mapping[str, Any]) -> Opening:
        """From what `as_proposal` gave and the approval kept as JSON."""
        values = dict(proposal)
        for name in DAYS:
            values[name] = _day(values.get(name))
        values["officer_refs"] = tuple(values["officer_refs"])
        values["conflicted_refs"] = tuple(values.get("conflicted_refs", ()))
        values["parties"] = tuple(
            PartyFacts(**{**party, "birth_date": _day(party.get("birth_date"))}) for party in values["parties"]
        )
        return cls(**values)


def _day(value: Any) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) and value else value or None

"""What a published copy consists of when it travels: plain values that fit a bundle as well as a function call."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True)
class NoticeCopy:
    """One decision as the public may read it: redacted already, with a random reference of its own."""

    ref: str
    kind: str
    kind_label: str
    number: str
    title: str
    body_ref: str
    body_name: str
    party_name: str
    party_kind: str
    conclusion: str
    basis: str
    decided_on: date
    published_on: date
    published_in: str = ""
    until: date | None = None
    fulfilment: str = ""
    summary: list[list[str]] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    attachments: list[list[str]] = field(default_factory=list)  # what each is called, and its SHA-256
    clarifications: list[list[str]] = field(default_factory=list)  # day, title and words of each
    register_number: str = ""  # gapless a body and year; what was public before there were any has none

    def canonical(self) -> bytes:
        """Everything the copy says as canonical JSON: what anyone can download and hash; what came later only where it is."""
        told = asdict(self)
        for name in ("attachments", "clarifications", "register_number"):
            if not told[name]:
                del told[name]
        return json.dumps(
            told, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=date.isoformat
        ).encode()

    def digest(self) -> str:
        """SHA-256 over the canonical JSON."""
        return hashlib.sha256(self.canonical()).hexdigest()


PEOPLE = "officers"  # the kind of list whose rows are people: they leave the public one by one


@dataclass(frozen=True)
class ListCopy:
    """One edition of a list as the public may read it; rows hold a code and cells by the name of their column."""

    ref: str
    list_kind: str
    list_label: str
    body_ref: str
    body_name: str
    title: str
    in_force_from: date
    published_on: date
    columns: list[dict[str, Any]] = field(default_factory=list)
    rows: list[dict[str, Any]] = field(default_factory=list)

    def canonical(self) -> bytes:
        """What the edition says as canonical JSON. Of a list of people the rows are left out: who leaves is not kept public,
        not as the content of a fingerprint either.
        """
        told = asdict(self)
        if self.list_kind == PEOPLE:
            del told["rows"]
        return json.dumps(
            told, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=date.isoformat
        ).encode()

    def digest(self) -> str:
        """SHA-256 over the canonical JSON."""
        return hashlib.sha256(self.canonical()).hexdigest()

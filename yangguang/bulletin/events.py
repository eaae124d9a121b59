"""What a published copy consists of when it travels: plain values that fit a bundle as well as a function call."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from datetime import date


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
    register_number: str = ""  # gapless a body and year; what was public before there were any has none

    def canonical(self) -> bytes:
        """Everything the copy says as canonical JSON: what anyone can download and hash; what came later only where it is."""
        told = asdict(self)
        for name in ("attachments", "register_number"):
            if not told[name]:
                del told[name]
        return json.dumps(
            told, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=date.isoformat
        ).encode()

    def digest(self) -> str:
        """SHA-256 over the canonical JSON."""
        return hashlib.sha256(self.canonical()).hexdigest()

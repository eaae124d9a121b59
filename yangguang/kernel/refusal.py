"""The one way to say no: what is not done, why (clause), and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Verdict:
    """What one gate answered: whether it holds, in words an officer understands, with its clause and its way out."""

    gate: str
    label: str
    holds: bool
    reason: str
    clauses: tuple[str, ...] = ()
    remedy: str = ""
    warns_only: bool = False


class Refused(Exception):
    """An act that may not happen. `reason` is a Chinese sentence; `clause` the id it rests on; `remedy` what to do.

    `field` names the form field the reason belongs to; `verdicts` lists every gate when several were asked.
    """

    def __init__(
        self,
        reason: str,
        clause: str | tuple[str, ...] | None = None,
        *,
        remedy: str = "",
        field: str | None = None,
        verdicts: tuple[Verdict, ...] = (),
    ) -> None:
        self.reason = reason
        self.clauses = (clause,) if isinstance(clause, str) else tuple(clause or ())
        self.remedy = remedy
        self.field = field
        self.verdicts = verdicts
        cited = "".join(f"（{c}）" for c in self.clauses)
        super().__init__(f"{reason}{cited}{remedy}")

    @property
    def clause(self) -> str:
        """The first clause this refusal rests on, or an empty string."""
        return self.clauses[0] if self.clauses else ""

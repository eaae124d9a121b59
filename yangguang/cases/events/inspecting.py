"""What is announced about the approval of visits to enterprises."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from yangguang.base.events import Event


@dataclass(frozen=True)
class InspectionAsked(Event):
    """A visit was put before the head of the body, or reported after an urgent one."""

    label: ClassVar[str] = "提请检查审批"
    clauses: ClassVar[tuple[str, ...]] = ("INS-2024:approve",)
    title: str
    digest: str

    def summary(self) -> str:
        """What was asked."""
        return self.title


@dataclass(frozen=True)
class InspectionApproved(Event):
    """The head of the body agreed to a visit, before it or to the report of an urgent one."""

    label: ClassVar[str] = "批准检查"
    clauses: ClassVar[tuple[str, ...]] = ("INS-2024:approve",)
    place: str
    afterwards: bool

    def summary(self) -> str:
        """Where, and whether afterwards."""
        return f"{self.place}{'，事后补报' if self.afterwards else ''}"


def signed_words(unsigned: bool, witness: str, signer: str = "在场人") -> str:
    """Who would not sign a record, in words; never a name."""
    told = {"signed": "有见证人签名", "refused": "见证人拒绝签名"}.get(witness, "")
    return "".join(f"，{words}" for words in (f"{signer}拒绝签名" if unsigned else "", told) if words)

"""What is announced about counterparts and agents. No event ever holds a person's number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from yangguang.base.events import Event


@dataclass(frozen=True)
class CounterpartRegistered(Event):
    """A counterpart was put into the register by hand, or put into it again by another body."""

    label: ClassVar[str] = "登记行政相对人"
    told: ClassVar[str] = "{name}（{kind}）"
    name: str
    kind: str


@dataclass(frozen=True)
class CounterpartFactRecorded(Event):
    """A counterpart is called otherwise, sits elsewhere, or somebody else stands for it, from a day on."""

    label: ClassVar[str] = "登记相对人变更"
    told: ClassVar[str] = "{what}：{text}，自{from_on}起（{source}）"
    what: str
    text: str
    from_on: str
    source: str


@dataclass(frozen=True)
class CounterpartFactStruck(Event):
    """A row of the history was wrong; it stays, struck, with the reason."""

    label: ClassVar[str] = "划去相对人情况"
    told: ClassVar[str] = "{what}：{text}。{reason}"
    what: str
    text: str
    reason: str


@dataclass(frozen=True)
class CounterpartIdentified(Event):
    """What kind of counterpart it is, its code or its superior became known. The code itself is not told."""

    label: ClassVar[str] = "核定相对人身份"
    name: str
    kind: str
    code_found: bool
    superior: str
    reason: str

    def summary(self) -> str:
        """Kind, whether the code is known, the superior, why."""
        parts = [self.kind, "已登记代码" if self.code_found else "", f"上级：{self.superior}" if self.superior else ""]
        return f"{'，'.join(filter(None, parts))}。{self.reason}"


@dataclass(frozen=True)
class CounterpartsMerged(Event):
    """Two rows of the register were found to be one counterpart."""

    label: ClassVar[str] = "合并行政相对人"
    told: ClassVar[str] = "“{absorbed}”并入“{into}”。{reason}"
    absorbed: str
    into: str
    absorbed_ref: str
    into_ref: str
    reason: str


@dataclass(frozen=True)
class CounterpartsSeparated(Event):
    """A merger was undone: each row stands for itself again, with everything that was its own."""

    label: ClassVar[str] = "撤销合并相对人"
    told: ClassVar[str] = "“{absorbed}”与“{into}”分开。{reason}"
    absorbed: str
    into: str
    reason: str


@dataclass(frozen=True)
class GradeProposed(Event):
    """A grade of compliance and integrity was put before its signers."""

    label: ClassVar[str] = "提请评定守法诚信等级"
    told: ClassVar[str] = "{name}　{year}年度　{grade}级"
    clauses: ClassVar[tuple[str, ...]] = ("LSR-2004:22",)
    name: str
    year: int
    grade: str


@dataclass(frozen=True)
class GradeAssessed(Event):
    """An employer has its grade for a year."""

    label: ClassVar[str] = "评定守法诚信等级"
    told: ClassVar[str] = "{name}　{year}年度　{grade}级"
    clauses: ClassVar[tuple[str, ...]] = ("LSR-2004:22",)
    name: str
    year: int
    grade: str


@dataclass(frozen=True)
class AgentAppointed(Event):
    """A party sent an agent with a power of attorney."""

    label: ClassVar[str] = "登记委托代理人"
    told: ClassVar[str] = "{party}委托{agent}，{authority}：{powers}"
    party: str
    agent: str
    authority: str
    powers: str


@dataclass(frozen=True)
class AgencyEnded(Event):
    """An agent acts no longer for the party."""

    label: ClassVar[str] = "解除委托代理"
    told: ClassVar[str] = "{party}不再委托{agent}。{reason}"
    party: str
    agent: str
    reason: str

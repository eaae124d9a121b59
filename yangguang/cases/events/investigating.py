"""What is announced from the opening of a case to the end of its investigation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from yangguang.base.events import Event
from yangguang.cases.events.inspecting import signed_words


@dataclass(frozen=True)
class CaseOpened(Event):
    """A case was opened."""

    label: ClassVar[str] = "立案"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:54.2", "LSR-2004:14.2")
    number: str
    title: str
    kind: str
    officers: list[str]
    lead_ref: str

    def summary(self) -> str:
        """Number and handlers."""
        return f"{self.number}，承办：{'、'.join(self.officers)}"


@dataclass(frozen=True)
class OfficersAssigned(Event):
    """The officers of a case were named or replaced."""

    label: ClassVar[str] = "指定承办人"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:42.1#officers",)
    officers: list[str]
    reason: str

    def summary(self) -> str:
        """Who, and why they changed."""
        return f"{'、'.join(self.officers)}{f'，{self.reason}' if self.reason else ''}"


@dataclass(frozen=True)
class PartyAdded(Event):
    """The investigation found another party."""

    label: ClassVar[str] = "追加当事人"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:54.1",)
    kind: str
    reason: str

    def summary(self) -> str:
        """What kind of party, and why."""
        return f"{self.kind}，{self.reason}"


@dataclass(frozen=True)
class RecusalRequested(Event):
    """A party asked that somebody withdraw, or they declared an interest themselves."""

    label: ClassVar[str] = "提出回避"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:43.2",)
    officer: str
    by_officer: bool
    role: str = "执法人员"

    def summary(self) -> str:
        """About whom."""
        return f"{self.role}{self.officer}{'，本人声明' if self.by_officer else '，当事人申请'}"


@dataclass(frozen=True)
class RecusalDecided(Event):
    """A recusal was decided: by the head, or about a head by the others together or the body above."""

    label: ClassVar[str] = "决定回避"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:43.3",)
    officer: str
    granted: bool
    role: str = "执法人员"
    decided_by: str = "行政机关负责人"

    def summary(self) -> str:
        """About whom, by whom, and how."""
        return f"{self.role}{self.officer}，{self.decided_by}决定{'应当回避' if self.granted else '不需回避'}"


@dataclass(frozen=True)
class InquiryRecorded(Event):
    """Somebody was questioned."""

    label: ClassVar[str] = "询问"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:55.1", "APL-2021:55.2")
    person_role: str
    officers: list[str]
    place: str
    unsigned: bool = False
    witness: str = ""

    def summary(self) -> str:
        """Whom by role, and by whom; never the name."""
        signed = signed_words(self.unsigned, self.witness, "被询问人")
        return f"{self.person_role}，询问人：{'、'.join(self.officers)}{signed}"


@dataclass(frozen=True)
class SiteInspected(Event):
    """A place was inspected."""

    label: ClassVar[str] = "现场检查"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:54.1", "LSR-2004:15.1")
    place: str
    officers: list[str]
    unsigned: bool = False
    witness: str = ""

    def summary(self) -> str:
        """Where and by whom."""
        return f"{self.place}，检查人：{'、'.join(self.officers)}{signed_words(self.unsigned, self.witness)}"


@dataclass(frozen=True)
class EvidenceTaken(Event):
    """Evidence was collected for the case."""

    label: ClassVar[str] = "调取证据"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:46.1",)
    name: str
    kind: str

    def summary(self) -> str:
        """What was collected."""
        return self.name


@dataclass(frozen=True)
class FactsFound(Event):
    """The facts the investigation holds found were set down."""

    label: ClassVar[str] = "认定事实"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:40",)
    count: int

    def summary(self) -> str:
        """How many facts."""
        return f"{self.count} 项"


@dataclass(frozen=True)
class InvestigationConcluded(Event):
    """The investigation ended with a report."""

    label: ClassVar[str] = "调查终结"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:57.1", "LSR-2004:17#initial")
    suggestion: str

    def summary(self) -> str:
        """What the report suggests."""
        return self.suggestion


@dataclass(frozen=True)
class InvestigationSupplemented(Event):
    """The file went back for more investigation."""

    label: ClassVar[str] = "退回补充调查"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:40", "APL-2021:57.1")
    wanted: str

    def summary(self) -> str:
        """What has to be found out."""
        return self.wanted


@dataclass(frozen=True)
class CircumstancesFound(Event):
    """The circumstances that weigh were set down, each with its evidence."""

    label: ClassVar[str] = "认定情节"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:32", "APL-2021:33.1#minor", "APL-2021:34")
    names: list[str]

    def summary(self) -> str:
        """Which."""
        return "、".join(self.names) or "没有"


@dataclass(frozen=True)
class JurisdictionDisputed(Event):
    """Another body claims or declines the case, or that was settled."""

    label: ClassVar[str] = "登记管辖争议"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:25.2",)
    state: str
    other_body: str

    def summary(self) -> str:
        """How it stands, and with whom."""
        return f"{self.state}（{self.other_body}）"


@dataclass(frozen=True)
class PartySucceeded(Event):
    """A party merged, split, was renamed or dissolved; somebody goes on in its place."""

    label: ClassVar[str] = "登记当事人变更"
    clauses: ClassVar[tuple[str, ...]] = ("ACL-2011:40",)
    party_ref: str
    before: str
    after: str
    how: str

    def summary(self) -> str:
        """Who became whom."""
        return f"{self.before}变更为{self.after}（{self.how}）"


@dataclass(frozen=True)
class MaterialAdded(Event):
    """Something was added to the file after the investigation had ended."""

    label: ClassVar[str] = "补充材料入卷"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:47", "APL-2021:44")
    name: str
    kind: str
    stage: str
    reason: str
    against_party: bool

    def summary(self) -> str:
        """What, at which stage, why, and whether the party has to be told."""
        told = "；不利于当事人的新证据" if self.against_party else ""
        return f"{self.name}（{self.stage}）：{self.reason}{told}"

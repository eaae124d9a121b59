"""What supervision announces."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from yangguang.base.events import Event

HOUSE, YEARLY, STANDARD = "BODY-HOUSE:evaluation", "SEED-002:yearly", "CHF-STD:veto"
REGULAR, SUPERVISED = "SD-SUP-2014:14.2", "HNE-2016:40"


@dataclass(frozen=True)
class StandardDrafted(Event):
    """An edition of a sheet was put before the head."""

    label: ClassVar[str] = "拟订评查标准"
    told: ClassVar[str] = "{title}"
    clauses: ClassVar[tuple[str, ...]] = (YEARLY,)
    title: str
    digest: str


@dataclass(frozen=True)
class StandardAdopted(Event):
    """The head put an edition in force; the one before is superseded."""

    label: ClassVar[str] = "审定评查标准"
    told: ClassVar[str] = "{title}，{in_force}起施行"
    clauses: ClassVar[tuple[str, ...]] = (YEARLY,)
    title: str
    digest: str
    in_force: date


@dataclass(frozen=True)
class ProposalReturned(Event):
    """The head sent a standard, a plan or a result back."""

    label: ClassVar[str] = "退回"
    told: ClassVar[str] = "{what}：{reason}"
    clauses: ClassVar[tuple[str, ...]] = (HOUSE,)
    what: str
    reason: str


@dataclass(frozen=True)
class EvaluationProposed(Event):
    """A round was planned and put before the head."""

    label: ClassVar[str] = "拟订评查方案"
    told: ClassVar[str] = "{title}"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = (YEARLY, SUPERVISED)
    title: str


@dataclass(frozen=True)
class EvaluationPlanned(Event):
    """The head approved the plan."""

    label: ClassVar[str] = "批准评查方案"
    told: ClassVar[str] = "{title}"
    clauses: ClassVar[tuple[str, ...]] = (YEARLY, SUPERVISED)
    title: str


@dataclass(frozen=True)
class SampleDrawn(Event):
    """The list was frozen and a sample drawn; seed and fingerprint let anybody repeat it."""

    label: ClassVar[str] = "抽取案卷"
    told: ClassVar[str] = "名单{listed}件，抽取{drawn}件"
    clauses: ClassVar[tuple[str, ...]] = (REGULAR, HOUSE)
    listed: int
    drawn: int
    seed: str
    list_digest: str
    witness: str


@dataclass(frozen=True)
class FileTargeted(Event):
    """A file was added on purpose."""

    label: ClassVar[str] = "指定加入评查"
    told: ClassVar[str] = "{number}：{reason}"
    clauses: ClassVar[tuple[str, ...]] = (REGULAR, HOUSE)
    number: str
    reason: str


@dataclass(frozen=True)
class FileExcluded(Event):
    """A file was left out and the next one took its place."""

    label: ClassVar[str] = "剔除案卷"
    told: ClassVar[str] = "{number}：{reason}"
    clauses: ClassVar[tuple[str, ...]] = (REGULAR,)
    number: str
    reason: str
    substitute: str = ""


@dataclass(frozen=True)
class EvaluatorsAssigned(Event):
    """Every file has somebody who evaluates it."""

    label: ClassVar[str] = "分派评查人"
    told: ClassVar[str] = "{files}件"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = (HOUSE,)
    files: int


@dataclass(frozen=True)
class FilesChecked(Event):
    """The automatic checks went over every file."""

    label: ClassVar[str] = "自动核查"
    told: ClassVar[str] = "{files}件，提示{findings}处"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:47",)
    files: int
    findings: int


@dataclass(frozen=True)
class FileScored(Event):
    """An evaluator handed in a sheet."""

    label: ClassVar[str] = "案卷评分"
    told: ClassVar[str] = "{file}，第{number}次"
    clauses: ClassVar[tuple[str, ...]] = (STANDARD,)
    file: str
    number: int
    score: int
    vetoed: bool


@dataclass(frozen=True)
class VetoSettled(Event):
    """A second person confirmed a veto, or did not."""

    label: ClassVar[str] = "确认一票否决"
    told: ClassVar[str] = "{file}"
    clauses: ClassVar[tuple[str, ...]] = (STANDARD,)
    file: str
    confirmed: bool
    reason: str = ""


@dataclass(frozen=True)
class FeedbackGiven(Event):
    """The evaluated bodies were told what was found."""

    label: ClassVar[str] = "反馈评查结果"
    told: ClassVar[str] = "异议截止{until}"
    clauses: ClassVar[tuple[str, ...]] = (HOUSE,)
    until: date


@dataclass(frozen=True)
class ScoreObjected(Event):
    """An evaluated body objects."""

    label: ClassVar[str] = "提出评查异议"
    told: ClassVar[str] = "{file}"
    clauses: ClassVar[tuple[str, ...]] = (HOUSE,)
    file: str


@dataclass(frozen=True)
class FileRechecked(Event):
    """Another evaluator looked at the file again; both scores stay."""

    label: ClassVar[str] = "复评"
    told: ClassVar[str] = "{file}"
    clauses: ClassVar[tuple[str, ...]] = (HOUSE,)
    file: str
    before: int
    score: int


@dataclass(frozen=True)
class ResultProposed(Event):
    """The leader put the grades before the head."""

    label: ClassVar[str] = "提请定档"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = (REGULAR, HOUSE)
    digest: str


@dataclass(frozen=True)
class EvaluationFinalised(Event):
    """The head fixed the grades."""

    label: ClassVar[str] = "评查定档"
    told: ClassVar[str] = "{files}件"
    clauses: ClassVar[tuple[str, ...]] = (REGULAR, HOUSE)
    files: int
    digest: str


@dataclass(frozen=True)
class FixingOrdered(Event):
    """Something about a file is to be put right by a day."""

    label: ClassVar[str] = "责令整改"
    told: ClassVar[str] = "{file}，期限{due_on}"
    clauses: ClassVar[tuple[str, ...]] = (SUPERVISED, "SD-SUP-2014:31")
    file: str
    due_on: date


@dataclass(frozen=True)
class FixingReported(Event):
    """The body reported what it put right."""

    label: ClassVar[str] = "报告整改"
    told: ClassVar[str] = "{file}"
    clauses: ClassVar[tuple[str, ...]] = (HOUSE,)
    file: str


@dataclass(frozen=True)
class FixingVerified(Event):
    """Somebody else looked whether it was put right."""

    label: ClassVar[str] = "核查整改"
    told: ClassVar[str] = "{file}"
    clauses: ClassVar[tuple[str, ...]] = (HOUSE,)
    file: str
    fixed: bool


@dataclass(frozen=True)
class ResultPublished(Event):
    """The result was made known within the body, parties hidden."""

    label: ClassVar[str] = "公布评查结果"
    told: ClassVar[str] = "{title}"
    clauses: ClassVar[tuple[str, ...]] = (REGULAR, "APL-2021:74.3")
    title: str


@dataclass(frozen=True)
class EvaluationCancelled(Event):
    """A round was given up; the yearly duty stays."""

    label: ClassVar[str] = "取消评查"
    told: ClassVar[str] = "{reason}"
    clauses: ClassVar[tuple[str, ...]] = (YEARLY,)
    reason: str

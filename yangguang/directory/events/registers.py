"""What happens in the registers of bodies, entrustments, officers and certificates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from yangguang.base.events import Event


@dataclass(frozen=True)
class BodyRegistered(Event):
    """A body entered the register of enforcement bodies (D06)."""

    label: ClassVar[str] = "登记执法主体"
    told: ClassVar[str] = "{name}"
    name: str
    proposed_by: str = ""
    reviewed_by: str = ""
    document_number: str = ""


@dataclass(frozen=True)
class BodyChanged(Event):
    """Facts of a body changed; `changes` holds the old and the new value of each."""

    label: ClassVar[str] = "变更执法主体"
    name: str
    changes: dict[str, list[Any]]
    proposed_by: str = ""
    reviewed_by: str = ""
    document_number: str = ""

    def summary(self) -> str:
        """The names of the changed facts."""
        return f"{self.name}：{'、'.join(self.changes)}"


@dataclass(frozen=True)
class BodyProposed(Event):
    """A new body, or a change of a registered one, was put before the judicial bureau."""

    label: ClassVar[str] = "送审执法主体登记"
    told: ClassVar[str] = "{name}，第{round}次送审"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:39",)
    name: str
    content: dict[str, Any]
    reason: str
    round: int


@dataclass(frozen=True)
class BodyProposalReturned(Event):
    """The judicial bureau does not agree to an entry, and says why."""

    label: ClassVar[str] = "退回执法主体登记"
    told: ClassVar[str] = "{name}：{reason}"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:39",)
    name: str
    reason: str
    reviewed_by: str
    document_number: str = ""


@dataclass(frozen=True)
class BodyProposalWithdrawn(Event):
    """Whoever proposed an entry took it back."""

    label: ClassVar[str] = "撤回执法主体登记申请"
    told: ClassVar[str] = "{name}"
    name: str


@dataclass(frozen=True)
class UnitAdded(Event):
    """A body gained an inner unit."""

    label: ClassVar[str] = "增设内设机构"
    told: ClassVar[str] = "{name}"
    name: str


@dataclass(frozen=True)
class PowerEntrusted(Event):
    """A body entrusted its enforcement to another in writing."""

    label: ClassVar[str] = "设立委托"
    told: ClassVar[str] = "委托{entrusted}，{agreement_number}，至{ends_on}"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:20.1", "APL-2021:20.2")
    entrusted: str
    agreement_number: str
    matters: list[str]
    starts_on: date
    ends_on: date
    powers: str = ""
    signed_on: date | None = None


@dataclass(frozen=True)
class EntrustmentFiled(Event):
    """An entrustment was filed with the authority above."""

    label: ClassVar[str] = "委托备案"
    told: ClassVar[str] = "{filing_number}"
    filing_number: str
    filed_on: date


@dataclass(frozen=True)
class EntrustmentReturned(Event):
    """The judicial bureau does not file an entrustment, and says why."""

    label: ClassVar[str] = "退回委托备案"
    told: ClassVar[str] = "{reason}"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:20.2",)
    reason: str


@dataclass(frozen=True)
class EntrustmentPublished(Event):
    """One side of an entrustment made the instrument public."""

    label: ClassVar[str] = "公布委托书"
    told: ClassVar[str] = "{published_by}，{published_on}"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:20.2",)
    published_by: str
    published_on: date
    where: str = ""


@dataclass(frozen=True)
class EntrustmentEnded(Event):
    """An entrustment ended before its term."""

    label: ClassVar[str] = "终止委托"
    told: ClassVar[str] = "{reason}"
    ended_on: date
    reason: str


@dataclass(frozen=True)
class OfficerEnrolled(Event):
    """A person entered the register of officers (D07)."""

    label: ClassVar[str] = "登记执法人员"
    told: ClassVar[str] = "{name}，{post}"
    name: str
    post: str


@dataclass(frozen=True)
class OfficerChanged(Event):
    """An officer's entry was put right; `changes` holds the old and the new value of each fact."""

    label: ClassVar[str] = "变更执法人员登记"
    name: str
    changes: dict[str, list[str]]

    def summary(self) -> str:
        """The names of the changed facts."""
        return f"{self.name}：{'、'.join(self.changes)}"


@dataclass(frozen=True)
class OfficerPhotoSet(Event):
    """The photo for an officer's card was taken in, by its fingerprint; the photo itself is no part of the ledger."""

    label: ClassVar[str] = "登记证件照片"
    weighty: ClassVar[bool] = False
    told: ClassVar[str] = "{name}"
    name: str
    sha256: str


@dataclass(frozen=True)
class OfficerPhotoRemoved(Event):
    """The photo for an officer's card was deleted."""

    label: ClassVar[str] = "删除证件照片"
    weighty: ClassVar[bool] = False
    told: ClassVar[str] = "{name}"
    name: str


@dataclass(frozen=True)
class OfficerLeft(Event):
    """An officer left the post; certificates carry nothing from that day."""

    label: ClassVar[str] = "执法人员离岗"
    told: ClassVar[str] = "{name}，{left_on}"
    name: str
    left_on: date


@dataclass(frozen=True)
class CertificateIssued(Event):
    """An enforcement certificate was issued (D10)."""

    label: ClassVar[str] = "核发执法证件"
    told: ClassVar[str] = "{number}，有效期至{valid_until}"
    number: str
    fields: list[str]
    areas: list[str]
    valid_from: date
    valid_until: date
    qualified_by: str = ""


@dataclass(frozen=True)
class CertificateSuspended(Event):
    """A certificate may not be used for the time being."""

    label: ClassVar[str] = "暂停使用执法证件"
    told: ClassVar[str] = "{number}：{reason}"
    number: str
    reason: str


@dataclass(frozen=True)
class CertificateResumed(CertificateSuspended):
    """A suspended certificate may be used again."""

    label: ClassVar[str] = "恢复使用执法证件"


@dataclass(frozen=True)
class CertificateDeregistered(CertificateSuspended):
    """A certificate ended for good."""

    label: ClassVar[str] = "注销执法证件"


@dataclass(frozen=True)
class AnnualCheckRecorded(Event):
    """A certificate went through its annual check."""

    label: ClassVar[str] = "执法证件年度审核"
    number: str
    year: int
    passed: bool
    note: str

    def summary(self) -> str:
        """Number, year and result."""
        return f"{self.number}，{self.year}年度{'合格' if self.passed else '不合格'}"


@dataclass(frozen=True)
class CardsMade(Event):
    """Cards of certificates were made, to be printed and carried (D12)."""

    label: ClassVar[str] = "制作证件卡"
    weighty: ClassVar[bool] = False
    numbers: list[str]

    def summary(self) -> str:
        """How many, and of which certificates."""
        return f"{len(self.numbers)}张：{'、'.join(self.numbers)}"

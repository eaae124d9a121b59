"""What lists announce."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from yangguang.base.events import Event


@dataclass(frozen=True)
class EditionEvent(Event):
    """Something that happened to an edition of a list."""

    list_kind: str
    list_title: str
    version: str

    def summary(self) -> str:
        """List and version."""
        return f"{self.list_title} {self.version}"


@dataclass(frozen=True)
class EditionDrafted(EditionEvent):
    """A draft edition was begun."""

    label: ClassVar[str] = "起草清单"
    weighty: ClassVar[bool] = False
    copied_from: str = ""


@dataclass(frozen=True)
class EntryChanged(EditionEvent):
    """A row of a draft was added, changed or taken out."""

    label: ClassVar[str] = "修改清单草案"
    weighty: ClassVar[bool] = False
    code: str = ""
    change: str = "changed"


@dataclass(frozen=True)
class SampleFormAdded(EditionEvent):
    """A file of a sample form was put beside a guide of a draft; `replaces` is the fingerprint of the one before."""

    label: ClassVar[str] = "上传示范文本"
    weighty: ClassVar[bool] = False
    code: str = ""
    form: str = ""
    sha256: str = ""
    replaces: str = ""


@dataclass(frozen=True)
class SampleFormRemoved(EditionEvent):
    """A file of a sample form was taken out of a draft."""

    label: ClassVar[str] = "删去示范文本"
    weighty: ClassVar[bool] = False
    code: str = ""
    form: str = ""
    sha256: str = ""


@dataclass(frozen=True)
class WorkbookUploaded(EditionEvent):
    """A workbook was kept beside a draft to be examined."""

    label: ClassVar[str] = "上传清单工作簿"
    weighty: ClassVar[bool] = False
    sha256: str = ""


@dataclass(frozen=True)
class EditionImported(EditionEvent):
    """The rows of a draft were replaced by those of a workbook."""

    label: ClassVar[str] = "导入清单"
    weighty: ClassVar[bool] = False
    rows: int = 0
    sha256: str = ""


@dataclass(frozen=True)
class GuidesDrawn(EditionEvent):
    """The guides of a draft were brought in line with the matters list."""

    label: ClassVar[str] = "按事项清单编制服务指南"
    weighty: ClassVar[bool] = False
    added: int = 0
    changed: int = 0
    removed: int = 0


@dataclass(frozen=True)
class EditionSubmitted(EditionEvent):
    """A draft was put before the agency head."""

    label: ClassVar[str] = "清单送审"


@dataclass(frozen=True)
class EditionReviewedOutside(EditionEvent):
    """The office the duty names said whether it agrees to the edition."""

    label: ClassVar[str] = "清单外部审核"
    office: str = ""
    agrees: bool = False
    document_number: str = ""


@dataclass(frozen=True)
class PolicyReviewed(EditionEvent):
    """The body's own legal office agreed to its rules, or sent them back."""

    label: ClassVar[str] = "制度法制审核"
    agrees: bool = False
    rests_on: tuple[str, ...] = ()

    def cited(self) -> tuple[str, ...]:
        """The clauses the rules rest on."""
        return self.rests_on


@dataclass(frozen=True)
class EditionReturned(EditionEvent):
    """A draft came back with a reason."""

    label: ClassVar[str] = "清单退回"
    reason: str = ""


@dataclass(frozen=True)
class EditionDiscarded(EditionEvent):
    """A draft was given up before it was adopted."""

    label: ClassVar[str] = "放弃清单草案"
    weighty: ClassVar[bool] = False


@dataclass(frozen=True)
class EditionAdopted(EditionEvent):
    """An edition was adopted and is in force from a day; the public sees it from then on."""

    label: ClassVar[str] = "审定清单"
    edition_ref: str = ""
    in_force_from: str = ""
    supersedes: str = ""
    rests_on: tuple[str, ...] = ()

    def cited(self) -> tuple[str, ...]:
        """The clauses the list itself rests on."""
        return self.rests_on


@dataclass(frozen=True)
class EditionFiled(EditionEvent):
    """An adopted edition was filed with the judicial bureau; the public sees number and day."""

    label: ClassVar[str] = "清单备案"
    edition_ref: str = ""
    number: str = ""
    filed_on: str = ""
    office_name: str = ""


@dataclass(frozen=True)
class EditionRepealed(EditionEvent):
    """An edition was repealed without a successor."""

    label: ClassVar[str] = "废止清单"
    edition_ref: str = ""
    ends_on: str = ""
    reason: str = ""


@dataclass(frozen=True)
class BasisChangesFound(EditionEvent):
    """What entries of an edition rest on has changed: they wait until somebody deals with it."""

    label: ClassVar[str] = "发现依据变化"
    codes: tuple[str, ...] = ()
    rests_on: tuple[str, ...] = ()
    due_on: str = ""


@dataclass(frozen=True)
class BasisChangesSettled(EditionEvent):
    """Somebody dealt with changes of basis: adjusted in an edition, or no change needed and why."""

    label: ClassVar[str] = "处理依据变化"
    codes: tuple[str, ...] = ()
    rests_on: tuple[str, ...] = ()
    outcome: str = ""
    reason: str = ""

"""What records announce."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from yangguang.base.events import Event


@dataclass(frozen=True)
class DocumentIssued(Event):
    """A document has been made and, where its kind has numbers, numbered."""

    label: ClassVar[str] = "制作文书"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:47",)
    kind: str
    title: str
    number: str
    digest: str

    def summary(self) -> str:
        """The document and its number."""
        return f"《{self.title}》{self.number}"


@dataclass(frozen=True)
class DocumentVoided(Event):
    """A numbered document has been voided; its number stays."""

    label: ClassVar[str] = "作废文书"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:47",)
    title: str
    number: str
    reason: str

    def summary(self) -> str:
        """What was voided and why."""
        return f"《{self.title}》{self.number}：{self.reason}"


@dataclass(frozen=True)
class DocumentSigned(Event):
    """Signed pages have been attached: the paper form of a document is effective."""

    label: ClassVar[str] = "归入签名页"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:47",)
    title: str
    page: int | None
    digest: str
    refusal_note: str

    def summary(self) -> str:
        """Which page of which document."""
        where = f"第{self.page}页" if self.page else "全部页"
        return f"《{self.title}》{where}{self.refusal_note}"


@dataclass(frozen=True)
class EvidenceAdded(Event):
    """Evidence has entered the file."""

    label: ClassVar[str] = "收集证据"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:46.1", "APL-2021:54.1")
    kind: str
    name: str
    source: str
    digest: str

    def summary(self) -> str:
        """Its name."""
        return self.name


@dataclass(frozen=True)
class EvidenceVerified(Event):
    """Evidence has been verified (查证属实)."""

    label: ClassVar[str] = "查证证据"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:46.2",)
    name: str
    verification: str

    def summary(self) -> str:
        """What was verified and how."""
        return f"{self.name}：{self.verification}"


@dataclass(frozen=True)
class EvidenceExcluded(Event):
    """Evidence has been excluded (以非法手段取得)."""

    label: ClassVar[str] = "排除证据"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:46.3",)
    name: str
    reason: str

    def summary(self) -> str:
        """What was excluded and why."""
        return f"{self.name}：{self.reason}"


@dataclass(frozen=True)
class BoundFileAsked(Event):
    """Somebody asked for a file as one PDF."""

    label: ClassVar[str] = "提请生成案卷"
    told: ClassVar[str] = "{purpose}"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:47",)
    purpose: str


@dataclass(frozen=True)
class FileBound(Event):
    """A file was bound into one PDF and is kept with its fingerprint."""

    label: ClassVar[str] = "装订案卷"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:47",)
    purpose: str
    pages: int
    sha256: str

    def summary(self) -> str:
        """What was bound, how thick it is, and its fingerprint."""
        return f"{self.purpose}，{self.pages}页，SHA-256 {self.sha256}"


@dataclass(frozen=True)
class UploadBegun(Event):
    """Somebody began to bring a recording or picture; nothing of it has come yet."""

    label: ClassVar[str] = "开始上传"
    told: ClassVar[str] = "{name}，{size}字节"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:47",)
    name: str
    size: int


@dataclass(frozen=True)
class UploadEnded(Event):
    """An upload ended before the file was whole, or its file could not be taken; what had come was removed."""

    label: ClassVar[str] = "上传终止"
    told: ClassVar[str] = "{name}：{reason}"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:47",)
    name: str
    reason: str


@dataclass(frozen=True)
class MediaArrived(Event):
    """An original arrived whole, and is kept under its fingerprints."""

    label: ClassVar[str] = "录音录像入库"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:47",)
    name: str
    size: int
    media_type: str
    sha256: str
    tree_root: str
    chunk_bytes: int
    trust_origin: str
    origin_words: str
    device_number: str
    officer_name: str
    clock_offset_seconds: int | None
    made_by: str

    def summary(self) -> str:
        """What came, by which way, and its fingerprint."""
        return f"{self.name}，{self.size}字节，{self.origin_words}，SHA-256 {self.sha256}"

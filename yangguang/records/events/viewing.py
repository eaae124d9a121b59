"""What is announced about looking at recordings: previews, marks, cuttings, the catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from yangguang.base.events import Event


@dataclass(frozen=True)
class PreviewMade(Event):
    """Something to look at was made of an original, which stays as it is."""

    label: ClassVar[str] = "制作预览"
    told: ClassVar[str] = "{name}，{tool}，SHA-256 {sha256}"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:47",)
    name: str
    source: str
    tool: str
    sha256: str


@dataclass(frozen=True)
class PreviewFailed(Event):
    """Nothing could be made of an original, or not what was asked for."""

    label: ClassVar[str] = "没有做成预览"
    told: ClassVar[str] = "{name}：{fault}"
    weighty: ClassVar[bool] = False
    name: str
    fault: str


@dataclass(frozen=True)
class PreviewAskedAgain(Event):
    """Somebody asked that what failed be tried again."""

    label: ClassVar[str] = "重新制作预览"
    told: ClassVar[str] = "{name}"
    weighty: ClassVar[bool] = False
    name: str


@dataclass(frozen=True)
class CuttingAsked(Event):
    """Somebody asked for a picture or a stretch of a recording as a file of its own."""

    label: ClassVar[str] = "制作截图、片段"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:47",)
    purpose: str
    name: str
    stretch: str
    words: str

    def summary(self) -> str:
        """Of what, from where to where."""
        return f"{self.purpose}，{self.name} {self.stretch}：{self.words}"


@dataclass(frozen=True)
class CuttingMade(Event):
    """A picture or a stretch of a recording lies in the file, with the watermark written into it."""

    label: ClassVar[str] = "截图、片段入卷"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:47",)
    purpose: str
    name: str
    stretch: str
    source: str
    tool: str
    sha256: str

    def summary(self) -> str:
        """Of what, and both fingerprints."""
        return f"{self.purpose}，{self.name} {self.stretch}，SHA-256 {self.sha256}，原件 {self.source}"


@dataclass(frozen=True)
class CuttingRetired(Event):
    """A picture or stretch that was made wrongly is no longer used; it stays."""

    label: ClassVar[str] = "停用截图、片段"
    told: ClassVar[str] = "{purpose}，{name}：{reason}"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:47",)
    purpose: str
    name: str
    reason: str


@dataclass(frozen=True)
class RecordingMarked(Event):
    """Somebody noted what happens at an instant of a recording."""

    label: ClassVar[str] = "标记录音录像"
    told: ClassVar[str] = "{name} {instant} {kind}：{words}"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:47",)
    name: str
    instant: str
    kind: str
    words: str


@dataclass(frozen=True)
class MarkRetired(Event):
    """A wrong mark is no longer used; it stays with the reason."""

    label: ClassVar[str] = "停用标记"
    told: ClassVar[str] = "{name} {instant} {kind}：{reason}"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:47",)
    name: str
    instant: str
    kind: str
    reason: str


@dataclass(frozen=True)
class RecordingCatalogued(Event):
    """A recording has its entry in the catalogue, or a new version of it."""

    label: ClassVar[str] = "音像编目"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:47",)
    name: str
    version: int
    stage: str
    place: str
    people: str
    points: str
    reason: str

    def summary(self) -> str:
        """Which stage, which version."""
        return f"{self.name}：{self.stage}，第{self.version}版{f'，{self.reason}' if self.reason else ''}"


@dataclass(frozen=True)
class RecordingViewed(Event):
    """Somebody looked at a recording, what for."""

    label: ClassVar[str] = "调阅录音录像"
    told: ClassVar[str] = "{name}，{purpose}"
    weighty: ClassVar[bool] = False
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:47",)
    name: str
    purpose: str

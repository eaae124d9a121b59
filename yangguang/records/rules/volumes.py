"""Volumes of a file: what lies in which, in which order, and on which pages. Plain arithmetic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

MAIN, SIDE = "main", "side"


@dataclass(frozen=True)
class Entry:
    """One line of the contents: a paper, a piece of evidence, or the list of what cannot be printed."""

    title: str
    author: str
    dated_on: date | None
    kind: str  # document, evidence, list
    row: int = 0
    rows: tuple[int, ...] = ()  # of what a list lists
    number: str = ""
    pages: int | None = None  # None while a paper has not been rendered
    first: int | None = None
    names_informant: bool = False  # nobody outside reads it

    @property
    def last(self) -> int | None:
        """The page it ends on."""
        return self.first + self.pages - 1 if self.first and self.pages else None

    @property
    def span(self) -> str:
        """Its pages as the contents write them."""
        if not self.first or not self.pages:
            return "待编"
        return str(self.first) if self.pages == 1 else f"{self.first}—{self.last}"


@dataclass(frozen=True)
class VolumePlan:
    """One volume with its entries in order; its pages run from 1 and leave out cover, contents and back note."""

    name: str
    entries: tuple[Entry, ...]

    @property
    def label(self) -> str:
        """What the volume is called."""
        return label_of(self.name)

    @property
    def pages(self) -> int:
        """How many numbered pages it has."""
        return sum(entry.pages or 0 for entry in self.entries)

    @property
    def unrendered(self) -> int:
        """How many papers have no pages yet."""
        return sum(entry.pages is None for entry in self.entries)


def main_of(round_: int) -> str:
    """The volume for the parties and the world: of the file itself, or of its continuation since it was archived."""
    return f"cont-{round_}" if round_ else MAIN


def side_of(round_: int) -> str:
    """The internal volume beside it."""
    return f"side-{round_}" if round_ else SIDE


def round_of(volume: str) -> int:
    """Which continuation a volume belongs to; 0 for the file itself."""
    _, _, number = volume.partition("-")
    return int(number) if number else 0


def label_of(volume: str) -> str:
    """正卷, 副卷; 续卷1（正卷） once the file was archived and went on."""
    label = "副卷" if volume.startswith(SIDE) else "正卷"
    return f"续卷{round_of(volume)}（{label}）" if round_of(volume) else label


def paged(name: str, entries: Iterable[Entry]) -> VolumePlan:
    """The volume with the page each entry begins on; unknown after the first whose pages are unknown."""
    return VolumePlan(name, tuple(_paged(entries)))


def _paged(entries: Iterable[Entry]) -> Iterator[Entry]:
    first: int | None = 1
    for entry in entries:
        yield replace(entry, first=first if entry.pages else None)
        first = first + entry.pages if first and entry.pages else None

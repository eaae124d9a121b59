"""Volumes of a file: what lies in which, in which order, and on which pages. Plain arithmetic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

MAIN, SIDE, CONTINUATION = "main", "side", "continuation"
LABELS = {MAIN: "正卷", SIDE: "副卷", CONTINUATION: "续卷"}


@dataclass(frozen=True)
class Entry:
    """One line of the contents: a paper, a piece of evidence, or the list of what cannot be printed."""

    title: str
    author: str
    dated_on: date | None
    kind: str  # document, evidence, list
    row: int = 0
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
        return LABELS[self.name]

    @property
    def pages(self) -> int:
        """How many numbered pages it has."""
        return sum(entry.pages or 0 for entry in self.entries)

    @property
    def unrendered(self) -> int:
        """How many papers have no pages yet."""
        return sum(entry.pages is None for entry in self.entries)


def paged(name: str, entries: Iterable[Entry]) -> VolumePlan:
    """The volume with the page each entry begins on; unknown after the first whose pages are unknown."""
    return VolumePlan(name, tuple(_paged(entries)))


def _paged(entries: Iterable[Entry]) -> Iterator[Entry]:
    first: int | None = 1
    for entry in entries:
        yield replace(entry, first=first if entry.pages else None)
        first = first + entry.pages if first and entry.pages else None

"""The two texts beside each other: what the file says with every place marked, and what the public reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from yangguang.disclosure.collecting import known_of, original_copy, version_copy
from yangguang.disclosure.models import Publication, PublishedVersion
from yangguang.disclosure.rules.public_copy import Copy, open_questions
from yangguang.disclosure.rules.redaction import Known, Span, find, hide, redacted, with_aliases
from yangguang.disclosure.rules.sheet_lines import RIGHT, TITLE

ASKED, HIDDEN, KEPT = "asked", "hidden", "kept"
STATES = {ASKED: "待判断", HIDDEN: "隐去", KEPT: "保留"}
BY_A_PERSON = "编制人判断"


@dataclass
class Place:
    """One text that is hidden, kept or asked about: what kind of thing, why, and under which numbers it stands in the text.

    `locked`: the file knows it or its own check gives it away, so that nobody may keep it.
    """

    key: str
    kind: str
    original: str
    how: str
    state: str
    locked: bool
    numbers: list[int] = field(default_factory=list)

    @property
    def told(self) -> str:
        """Its state in words."""
        return STATES[self.state]


@dataclass
class Comparison:
    """Both texts line by line, the places found, and what is still asked."""

    lines: list[dict[str, Any]] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    rows: list[tuple[str, str]] = field(default_factory=list)
    marks: int = 0

    @property
    def ordered(self) -> list[Place]:
        """What needs a person first, then what a person may change, then the rest."""
        return sorted(self.places, key=lambda one: (one.state != ASKED, one.locked))

    @property
    def counts(self) -> list[tuple[str, int]]:
        """How many places of each kind are hidden, the most first."""
        counted: Counter[str] = Counter()
        for one in self.places:
            if one.state == HIDDEN:
                counted[one.kind] += max(1, len(one.numbers))
        return counted.most_common()

    @property
    def asked(self) -> int:
        """How many texts nobody has judged yet."""
        return sum(1 for one in self.places if one.state == ASKED)

    @property
    def loose(self) -> list[str]:
        """What is hidden by its shape alone: a person may judge that it is nothing private."""
        told = (one.original for one in self.places if not one.locked and one.original not in self.questions)
        return list(dict.fromkeys(told))


@dataclass(frozen=True)
class Judged:
    """What a person answered so far, saved or not: texts to hide, texts to keep."""

    private: Sequence[str] = ()
    harmless: Sequence[str] = ()


def questions_of(publication: Publication) -> list[str]:
    """What looks private in the decision as it stands, and a person has to judge."""
    return open_questions(original_copy(publication), known_of(publication.case), ())


def comparison_of(
    publication: Publication, version: PublishedVersion | None, judged: Judged | None = None
) -> Comparison:
    """From the version in hand, or from the decision as it stands; `judged` is what somebody has answered and not sent."""
    copy = version_copy(publication, version) if version else original_copy(publication)
    given = Judged(version.private, version.harmless) if version else Judged()
    told = judged or Judged()
    private, harmless = frozenset((*given.private, *told.private)), frozenset((*given.harmless, *told.harmless))
    known = with_aliases((*known_of(publication.case), *(Known(name) for name in sorted(private))), copy.words())
    asked = with_aliases((*known_of(publication.case), *(Known(name) for name in given.private)), copy.words())
    compared = Comparison(questions=open_questions(copy, asked, given.harmless))
    reader = _Reader(compared, known, private, harmless)
    compared.lines = [reader.line(line) for line in copy.text]
    compared.rows = reader.rows(copy)
    if version and version.released_on:
        _as_released(compared, version.copy)
    return compared


def read_only(compared: Comparison) -> list[tuple[Place, None]]:
    """The places for a page on which nothing is answered."""
    return [(one, None) for one in compared.ordered]


class _Reader:
    """Reads the lines of a copy one after another and keeps what it finds."""

    def __init__(
        self, compared: Comparison, known: Sequence[Known], private: frozenset[str], harmless: frozenset[str]
    ) -> None:
        self.compared, self.known, self.private, self.harmless = compared, known, private, harmless
        self.held: dict[tuple[str, str], Place] = {}

    def line(self, line: str) -> dict[str, Any]:
        """One line as pieces, each with its place where it has one."""
        kind = "title" if line.startswith(TITLE) else "right" if line.startswith(RIGHT) else "plain"
        text = line.removeprefix(TITLE).removeprefix(RIGHT)
        pieces: list[dict[str, Any]] = []
        spans, reached = find(text, self.known), 0
        for span in spans:
            self.compared.marks += 1
            place = self.place(span)
            place.numbers.append(self.compared.marks)
            pieces.append({"text": text[reached : span.start]})
            pieces.append({"text": span.original, "place": place, "number": self.compared.marks, "shown": span.shown})
            reached = span.end
        pieces.append({"text": text[reached:]})
        public = self.read(text)
        changed = [span for span in spans if self.place(span).state == HIDDEN]
        return {"kind": kind, "pieces": pieces, "public": "" if hide(text, changed) == public else public,
                "changed": bool(spans)}  # fmt: skip

    def rows(self, copy: Copy) -> list[tuple[str, str]]:
        """The summary as the public reads it; what only the summary says is a place without a number."""
        told = (("案件名称", copy.title), ("对象", copy.party_name), ("结论", copy.conclusion), *copy.summary)
        for text in copy.words():
            for span in find(text, self.known):
                self.place(span)
        return [(label, self.read(value)) for label, value in told if value]

    def read(self, text: str) -> str:
        """What the public reads of it."""
        return redacted(text, self.known, self.private, self.harmless)

    def place(self, span: Span) -> Place:
        """The place of a text, the same wherever it stands."""
        asked = not span.certain
        key = (span.original, span.kind)
        if key not in self.held:
            judged = span.original in self.private
            kept = span.original in self.harmless and (asked or span.may_stay)
            state = KEPT if kept else ASKED if asked else HIDDEN
            locked = not asked and not span.may_stay and span.original not in self.compared.questions
            how = BY_A_PERSON if judged else span.how
            self.held[key] = Place(f"place-{len(self.held) + 1}", span.kind, span.original, how, state, locked)
            self.compared.places.append(self.held[key])
        return self.held[key]


def _as_released(compared: Comparison, stored: dict[str, Any]) -> None:
    """Beside the file stands what was released, whatever is known or asked for since then."""
    text = [line.removeprefix(TITLE).removeprefix(RIGHT) for line in stored.get("text") or ()]
    if len(text) == len(compared.lines):
        for line, shown in zip(compared.lines, text, strict=True):
            line["public"] = shown
    told = (("案件名称", "title"), ("对象", "party_name"), ("结论", "conclusion"))
    rows = [*((label, stored.get(name, "")) for label, name in told), *map(tuple, stored.get("summary") or ())]
    compared.rows = [(str(label), str(value)) for label, value in rows if value]

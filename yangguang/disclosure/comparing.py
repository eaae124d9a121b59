"""The two texts beside each other: what the file says with every place marked, and what the public reads."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from yangguang.disclosure.collecting import known_of, original_copy, version_copy
from yangguang.disclosure.models import Publication, PublishedVersion
from yangguang.disclosure.rules.public_copy import Copy, open_questions
from yangguang.disclosure.rules.redaction import Known, Span, find, redacted, with_aliases
from yangguang.disclosure.rules.sheet_lines import RIGHT, TITLE


@dataclass
class Comparison:
    """Both texts line by line, the places found, and what is still asked."""

    lines: list[dict[str, Any]] = field(default_factory=list)
    places: list[tuple[int, Span]] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    rows: list[tuple[str, str]] = field(default_factory=list)

    @property
    def certain(self) -> int:
        """How many places are hidden without asking."""
        return sum(1 for _, span in self.places if span.certain)


def questions_of(publication: Publication) -> list[str]:
    """What looks private in the decision as it stands, and a person has to judge."""
    return open_questions(original_copy(publication.decision), known_of(publication.case), ())


def comparison_of(publication: Publication, version: PublishedVersion | None) -> Comparison:
    """From the version in hand, or from the decision as it stands."""
    decision = publication.decision
    copy = version_copy(decision, version) if version else original_copy(decision)
    private = tuple(version.private) if version else ()
    known = with_aliases((*known_of(publication.case), *(Known(name) for name in private)), copy.words())
    compared = Comparison(questions=open_questions(copy, known, version.harmless if version else ()))
    for line in copy.text:
        compared.lines.append(_line(line, known, compared))
    compared.rows = _rows(copy, known)
    if version and version.released_on:
        _as_released(compared, version.copy)
    return compared


def _as_released(compared: Comparison, stored: dict[str, Any]) -> None:
    """Beside the file stands what was released, whatever is known or asked for since then."""
    text = [line.removeprefix(TITLE).removeprefix(RIGHT) for line in stored.get("text") or ()]
    if len(text) == len(compared.lines):
        for line, shown in zip(compared.lines, text, strict=True):
            line["public"] = shown
    told = (("案件名称", "title"), ("对象", "party_name"), ("结论", "conclusion"))
    rows = [*((label, stored.get(name, "")) for label, name in told), *map(tuple, stored.get("summary") or ())]
    compared.rows = [(str(label), str(value)) for label, value in rows if value]


def _rows(copy: Copy, known: tuple[Known, ...]) -> list[tuple[str, str]]:
    told = (("案件名称", copy.title), ("对象", copy.party_name), ("结论", copy.conclusion), *copy.summary)
    return [(label, redacted(value, known)) for label, value in told if value]


def _line(line: str, known: tuple[Known, ...], compared: Comparison) -> dict[str, Any]:
    kind = "title" if line.startswith(TITLE) else "right" if line.startswith(RIGHT) else "plain"
    text = line.removeprefix(TITLE).removeprefix(RIGHT)
    pieces: list[dict[str, Any]] = []
    reached = 0
    for span in find(text, known):
        number = len(compared.places) + 1
        compared.places.append((number, span))
        pieces.append({"text": text[reached : span.start]})
        pieces.append({"text": text[span.start : span.end], "number": number, "certain": span.certain})
        reached = span.end
    pieces.append({"text": text[reached:]})
    shown = redacted(text, known)
    return {"kind": kind, "pieces": pieces, "public": shown, "changed": len(pieces) > 1}

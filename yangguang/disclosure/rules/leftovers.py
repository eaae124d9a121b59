"""What known private things a text still says after everything was hidden, and how that is told without telling them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from yangguang.disclosure.rules.folding import folded, key_of, occurrences, outside
from yangguang.disclosure.rules.names import masked_name
from yangguang.disclosure.rules.redaction import NAME, SHORTEST, Known, find

MOST_TOLD = 5
AROUND = 12  # signs before and after a place, by which a person finds it


@dataclass(frozen=True)
class Leftover:
    """Something known that can still be read: where, what kind of thing, and what it is and stands between: that is shown to
    the publisher who asked, and kept nowhere.
    """

    place: str
    kind: str
    original: str
    before: str = ""
    after: str = ""

    @property
    def told(self) -> str:
        """Where and what, without saying it."""
        hint = masked_name(self.original) if self.kind == NAME else f"{self.original[:2]}…"
        return f"{self.place}：{self.kind}“{hint}”"


def leftovers(
    place: str, text: str, known: Iterable[Known], *, lines: frozenset[tuple[str, str]] = frozenset(),
    phrases: Iterable[str] = (),
) -> list[Leftover]:  # fmt: skip
    """Every known text that a part still says, and every number that its own check gives away.

    What lies inside one of the `phrases` – the name of the body, the frame of the page – is no secret of anybody there, and
    is one everywhere else. `lines` are the ends and beginnings of lines that stand under each other: what only their meeting
    spells is nothing.
    """
    squeezed, found = folded(text, squeezed=True), {}
    for one in dict.fromkeys(k for k in known if not k.is_pattern and len(key_of(k.text)) >= SHORTEST):
        for start, end in outside(occurrences(squeezed, one.text), squeezed, phrases):
            if not _spelt_by_lines(text[start:end], lines):
                found[one.kind, key_of(one.text)] = _leftover(place, one.kind, text, start, end)
    for span in find(text):
        if span.checked and any(outside([(span.start, span.end)], squeezed, phrases)):
            told = _leftover(place, span.kind, text, span.start, span.end)
            found.setdefault((span.kind, key_of(span.original)), told)
    return list(found.values())


def _leftover(place: str, kind: str, text: str, start: int, end: int) -> Leftover:
    return Leftover(place, kind, text[start:end], text[max(0, start - AROUND) : start], text[end : end + AROUND])


def meetings(lines: Iterable[str], reach: int) -> frozenset[tuple[str, str]]:
    """How each line ends and the next begins, sign by sign: 李|明 of two lines is no name."""
    told = [key_of(line[-reach:] if len(line) > reach else line) for line in lines]
    begins = [key_of(line[:reach]) for line in lines]
    return frozenset(
        (end[-n:], begin[:m])
        for end, begin in zip(told, begins[1:], strict=False)
        for n in range(1, min(reach, len(end)) + 1)
        for m in range(1, min(reach, len(begin)) + 1)
    )


def words_of(found: list[Leftover]) -> str:
    """The first of them as one Chinese phrase."""
    told = "；".join(dict.fromkeys(one.told for one in found[:MOST_TOLD]))
    return f"{told}{' 等' if len(found) > MOST_TOLD else ''}，共 {len(found)} 处"


def _spelt_by_lines(written: str, lines: frozenset[tuple[str, str]]) -> bool:
    """Whether a known text is spelt by the end of one line and the beginning of the next alone."""
    return any((key_of(before), key_of(after)) in lines for before, _, after in _cuts(written))


def _cuts(written: str) -> Iterable[tuple[str, str, str]]:
    for at, sign in enumerate(written):
        if sign in "\r\n":
            yield written[:at], sign, written[at + 1 :]

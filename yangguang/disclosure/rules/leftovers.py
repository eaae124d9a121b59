"""What known private things a text still says after everything was hidden, and how that is told without telling them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from yangguang.disclosure.rules.folding import folded, key_of, occurrences
from yangguang.disclosure.rules.names import masked_name
from yangguang.disclosure.rules.redaction import NAME, SHORTEST, Known, find

MOST_TOLD = 5


@dataclass(frozen=True)
class Leftover:
    """Something known that can still be read: where, what kind of thing, and what it is, for nobody but the gate itself."""

    place: str
    kind: str
    original: str

    @property
    def told(self) -> str:
        """Where and what, without saying it."""
        hint = masked_name(self.original) if self.kind == NAME else f"{self.original[:2]}…"
        return f"{self.place}：{self.kind}“{hint}”"


def leftovers(
    place: str, text: str, known: Iterable[Known], *, lines: frozenset[tuple[str, str]] = frozenset()
) -> list[Leftover]:
    """Every known text that a part still says, and every number that its own check gives away.

    `lines` are the ends and beginnings of lines that stand under each other: what only their meeting spells is nothing.
    """
    squeezed, found = folded(text, squeezed=True), {}
    for one in dict.fromkeys(k for k in known if not k.is_pattern and len(key_of(k.text)) >= SHORTEST):
        for start, end in occurrences(squeezed, one.text):
            if not _spelt_by_lines(text[start:end], lines):
                found[one.kind, key_of(one.text)] = Leftover(place, one.kind, one.text)
    for span in find(text):
        if span.checked:
            found.setdefault((span.kind, key_of(span.original)), Leftover(place, span.kind, span.original))
    return list(found.values())


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

"""What the public reads of a decision: collected once from the decision, corrected, then redacted field by field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from yangguang.disclosure.rules.redaction import Known, Span, find, questions, redacted, with_aliases

FIELDS = ("title", "party_name", "conclusion", "basis", "fulfilment")


@dataclass(frozen=True)
class Copy:
    """The words of a copy before or after redaction; numbers, dates and names of bodies are added at release."""

    title: str
    party_name: str
    party_kind: str
    conclusion: str
    basis: str
    fulfilment: str
    summary: tuple[tuple[str, str], ...] = ()
    text: tuple[str, ...] = ()

    def words(self) -> Iterable[str]:
        """Every text of it."""
        yield from (getattr(self, name) for name in FIELDS)
        yield from (value for _, value in self.summary)
        yield from self.text


def corrected(copy: Copy, replacements: Sequence[Sequence[str]]) -> Copy:
    """The copy with words replaced everywhere: what a correction puts right."""

    def put_right(text: str) -> str:
        for old, new in replacements:
            text = text.replace(old, new) if old else text
        return text

    return _each(copy, put_right)


def redacted_copy(copy: Copy, known: Iterable[Known], private: Iterable[str], kept: Iterable[str] = ()) -> Copy:
    """The copy as the public reads it."""
    everything, judged, stays = with_aliases(known, copy.words()), frozenset(private), frozenset(kept)
    return _each(copy, lambda text: redacted(text, everything, judged, stays))


def open_questions(copy: Copy, known: Iterable[Known], answered: Iterable[str]) -> list[str]:
    """What looks private in any text of the copy and nobody has judged yet, each once."""
    everything, judged = with_aliases(known, copy.words()), frozenset(answered)
    found = (span.original for text in copy.words() for span in questions(text, everything))
    return list(dict.fromkeys(one for one in found if one not in judged))


def places(copy: Copy, known: Iterable[Known], private: Iterable[str], kept: Iterable[str] = ()) -> list[Span]:
    """Every place hidden or asked about in the full text, in reading order, save those judged to be nothing private."""
    everything = with_aliases((*known, *(Known(name) for name in private)), copy.words())
    found, stays = (span for text in copy.text for span in find(text, everything)), frozenset(kept)
    return [span for span in found if not (span.may_stay and span.original in stays)]


def _each(copy: Copy, change: Callable[[str], str]) -> Copy:
    return Copy(
        **{name: change(getattr(copy, name)) for name in FIELDS},
        party_kind=copy.party_kind,
        summary=tuple((label, change(value)) for label, value in copy.summary),
        text=tuple(change(line) for line in copy.text),
    )

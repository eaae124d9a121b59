"""Redaction: what of a text the public may not read, how each place was found, and the text with it hidden.

Known names and well-formed numbers are certain and hidden by themselves; names that only look like names are questions
for a person, and nothing guessed is published unseen (APL-2021:50).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from yangguang.disclosure.rules.aliases import CALLED as SAYS_ALIASES
from yangguang.disclosure.rules.aliases import aliases_of
from yangguang.disclosure.rules.folding import (
    Folded,
    all_occurrences,
    counted,
    folded,
    key_of,
    occurrences,
    outside,
    together,
)
from yangguang.disclosure.rules.names import DOTTED, GIVEN, NO_NAMES, SURNAMES, masked_name
from yangguang.disclosure.rules.numbers import BY_WORDS, TOO_MANY, numbers_in
from yangguang.disclosure.rules.shapes import shapes_in

NAME, PARTY = "自然人姓名", "当事人名称"
SHORTEST = 2  # a single sign is no name: hiding it would hide it everywhere
ROUNDS = 4


@dataclass(frozen=True)
class Known:
    """Something of the case that is known to be private: a natural person's name, a text such as an address,
    or the pattern of a kind of text that a channel hides. `spared_in`: a public name that holds it, such as the body's own;
    inside that it is no secret of anybody.
    """

    text: str
    kind: str = NAME
    is_pattern: bool = False
    spared_in: str = ""


@dataclass(frozen=True)
class Span:
    """One place to hide: where, what kind of thing, how it was found, whether that is certain, and whether by the file or a
    check of its own.
    """

    start: int
    end: int
    kind: str
    original: str
    shown: str
    how: str
    certain: bool
    checked: bool = False

    @property
    def may_stay(self) -> bool:
        """Whether a person may judge that it is none: found by its shape alone, and neither by its check nor by words beside it."""
        told = self.checked or self.kind == TOO_MANY or self.how.startswith(BY_WORDS)
        return self.certain and not told


ROLE_WORDS = (
    "劳动者|农民工|工人|员工|职工|投诉人|举报人|申请人|证人|被询问人|代理人|班组长|包工头|负责人|法定代表人|法人代表|当事人|"
    "经营者|业主|主管|经理|店长|会计|出纳|组长|队长|工头|司机|同事|配偶|妻子|丈夫|家属|代表|联系人|见证人"
)
ONE_NAME = rf"{DOTTED}|(?:{SURNAMES}){GIVEN}"
LISTED = re.compile(f'(?:{ROLE_WORDS})[：:“”"\\s]*(?P<names>(?:{ONE_NAME})(?:[、和与及](?:{ONE_NAME}))*)')
DESCRIBED = re.compile(f"(?P<names>{ONE_NAME})(?=[，,（(]\\s*(?:男|女|身份证|公民身份))")
SINGLE_NAME = re.compile(ONE_NAME)


def with_aliases(known: Iterable[Known], texts: Iterable[str]) -> tuple[Known, ...]:
    """What is known, what patterns among it find, and by what other names the texts call those who are named."""
    everything, told = tuple(dict.fromkeys(known)), "\n".join(texts)
    literal = [one for one in everything if not one.is_pattern]
    for one in everything:
        if one.is_pattern:
            literal += [Known(found.group(), one.kind) for found in re.finditer(one.text, folded(told).text)]
    if SAYS_ALIASES.search(told):
        named = [one for one in literal if one.kind in (NAME, PARTY)]
        literal += [Known(alias, one.kind) for one in named
                    for alias in aliases_of(one.text, told, organisation=one.kind == PARTY)]  # fmt: skip
    return tuple(dict.fromkeys(literal))


def find(text: str, known: Iterable[Known] = ()) -> list[Span]:
    """Every place to hide, in order, without overlaps; a certain place wins over a guess, a longer one over a shorter."""
    plain = folded(text)
    taken = _joined([*_known(text, known), *_numbers(text, plain)])
    guesses = _beside(_longest(_guesses(text, plain)), taken)
    spans = (replace(span, original=text[span.start : span.end]) for span in (*taken, *guesses))
    return sorted(spans, key=lambda span: span.start)


def hide(text: str, spans: Iterable[Span]) -> str:
    """The text with each place replaced by what is shown instead."""
    shown, reached = [], 0
    for span in sorted(spans, key=lambda s: s.start):
        shown += [text[reached : span.start], span.shown]
        reached = span.end
    return "".join([*shown, text[reached:]])


def redacted(
    text: str, known: Iterable[Known] = (), private: frozenset[str] = frozenset(), kept: frozenset[str] = frozenset()
) -> str:
    """The text as the public reads it: certain places hidden, and the guesses a person judged private. `kept`: what a person
    judged to be nothing private stays, where neither the file nor a check of its own says otherwise.

    Hiding is repeated until nothing known is left, so that what hostile text hides inside itself does not reappear.
    """
    everything = [*known, *(Known(name) for name in private)]
    for _ in range(ROUNDS):
        spans = [
            span for span in find(text, everything) if span.certain and not (span.may_stay and span.original in kept)
        ]
        if not spans:
            break
        text = hide(text, spans)
    return text


def questions(text: str, known: Iterable[Known] = ()) -> list[Span]:
    """The places that only look private: a person decides."""
    return [span for span in find(text, known) if not span.certain]


def _known(text: str, known: Iterable[Known]) -> Iterable[Span]:
    squeezed = folded(text, squeezed=True)
    for one in {k for k in known if not k.is_pattern and len(key_of(k.text)) >= SHORTEST}:
        shown = masked_name(one.text) if one.kind == NAME else _hidden(one.kind)
        for start, end in outside(occurrences(squeezed, one.text), squeezed, (one.spared_in,)):
            yield Span(start, end, one.kind, text[start:end], shown, "本案已知", True, checked=True)


def _numbers(text: str, plain: Folded) -> Iterable[Span]:
    read_as_digits = counted(plain).text
    for read in dict.fromkeys((read_as_digits, plain.text)):
        for number in numbers_in(read, plain.text):
            start, end = plain.span(number.start, number.end)
            told = number.judgement
            yield Span(start, end, told.kind, text[start:end], _hidden(told.kind), told.how, True, told.checked)
    for shape in shapes_in(plain.text, read_as_digits):
        start, end = plain.span(shape.start, shape.end)
        yield Span(start, end, shape.kind, text[start:end], _hidden(shape.kind), shape.how, True)


def _guesses(text: str, plain: Folded) -> Iterable[Span]:
    guessed: dict[str, str] = {}
    for read in dict.fromkeys((plain.text, together(plain).text)):
        for pattern, how in ((LISTED, "身份后面像是姓名"), (DESCRIBED, "像是姓名")):
            for match in pattern.finditer(read):
                for one in SINGLE_NAME.finditer(match.group("names")):
                    if not one.group().startswith(NO_NAMES):
                        guessed.setdefault(one.group(), how)
    for name, start, end in all_occurrences(folded(text, squeezed=True), guessed):
        yield Span(start, end, NAME, text[start:end], masked_name(name), guessed[name], False)


def _hidden(kind: str) -> str:
    return f"〔已隐去：{kind}〕"


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Spans without overlaps: where several meet, the longest grows over what sticks out, so that no rest stays readable."""
    result: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if not result or span.start >= result[-1].end:
            result.append(span)
            continue
        last = result[-1]
        longer = span if span.end - span.start > last.end - last.start else last
        result[-1] = replace(
            longer, start=last.start, end=max(last.end, span.end), checked=last.checked or span.checked
        )
    return result


def _longest(guesses: Iterable[Span]) -> list[Span]:
    """Guesses without overlaps: of two that meet, the longer."""
    result: list[Span] = []
    for span in sorted(guesses, key=lambda one: (one.start, -one.end)):
        if not result or span.start >= result[-1].end:
            result.append(span)
        elif span.end - span.start > result[-1].end - result[-1].start:
            result[-1] = span
    return result


def _beside(guesses: list[Span], taken: list[Span]) -> list[Span]:
    """The guesses that no certain place touches; both are in order and without overlaps."""
    ends = [one.end for one in taken]
    free = []
    for guess in guesses:
        place = bisect_right(ends, guess.start)
        if place == len(taken) or taken[place].start >= guess.end:
            free.append(guess)
    return free

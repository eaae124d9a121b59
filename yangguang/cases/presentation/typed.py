"""What is typed to find a case: words of its parties or of what it is about, its 案号 by fragments. Most of it fits few cases.

Those few are looked for once among all cases, and their keys stand in every question of the page after that, which asks besides
what the person may see.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import chain, islice

from django.db.models import F, Q, QuerySet

from yangguang.base.seeking import InOrderWithin
from yangguang.cases.models import Case, Party
from yangguang.cases.queries import Part
from yangguang.kernel.case_numbers import search_form

MOST_LISTED = 2000  # keys in one statement
LETTERS = re.compile(r"\D+")


@dataclass(frozen=True)
class Typed:
    """The keys of the cases that fit, None where nothing typed is held by few; and what too many hold to list them."""

    keys: frozenset[int] | None = None
    fits: Q = Q()
    number: str = ""

    @property
    def told_by_keys(self) -> bool:
        """Whether the keys say everything."""
        return not (self.fits or self.number)

    def narrowed(self, *keys: int) -> Typed:
        """Only these of them."""
        return replace(self, keys=frozenset(keys) if self.keys is None else self.keys & {*keys})


def looked_up(party: str, number: str) -> Typed:
    """What these two words of a filter fit."""
    typed, wanted = Typed(), search_form(number)
    if number and not wanted:
        return typed.narrowed()
    for word in party.split():
        typed = _with_word(typed, word)
    if not number:
        return typed
    keys = _numbered([Case.objects.all()], wanted)
    return typed.narrowed(*keys) if len(keys) <= MOST_LISTED else replace(typed, number=number)


def _with_word(typed: Typed, word: str) -> Typed:
    """Holding a word in a party's name or code, or in what it is about, too."""
    parties = Party.objects.filter(Q(name__icontains=word) | Q(code__icontains=word)).order_by()
    titled = Q(title__icontains=word)
    about = Case.objects.filter(titled).order_by().values_list("pk")
    few = [pk for (pk,) in parties.values_list("case_id").union(about)[: MOST_LISTED + 1]]
    if len(few) <= MOST_LISTED:
        return typed.narrowed(*few)
    return replace(typed, fits=typed.fits & (Q(pk__in=parties.values("case_id")) | titled))


def numbered(cases: list[Part], fragment: str) -> list[Part]:
    """Those whose 案号 holds what was typed, with or without brackets, 第 and 号, where too many cases of others hold it."""
    wanted = search_form(fragment)
    keys = _numbered([part.rows for part in cases], wanted)
    if len(keys) <= MOST_LISTED:
        return [part.filter(Q(pk__in=keys)) for part in cases]
    pieces = [Q(number__icontains=piece) for piece in LETTERS.findall(wanted)]  # words as they stand, digits in order
    return [part.filter(*pieces, Q(InOrderWithin(F("number"), wanted))) for part in cases]


def _numbered(among: list[QuerySet[Case]], wanted: str) -> list[int]:
    """Their keys, and no more than one beyond what is listed.

    The database picks the numbers in which what was typed stands in its order; which of them hold it is decided here.
    """
    likely = [rows.filter(InOrderWithin(F("number"), wanted)).order_by() for rows in among]
    rows = chain.from_iterable(one.values_list("pk", "number").iterator() for one in likely)
    return list(islice((pk for pk, number in rows if wanted in search_form(number)), MOST_LISTED + 1))


def in_round_numbers(keys: frozenset[int]) -> tuple[int, ...]:
    """The keys, some of them again until they are one, two, four, eight …: few lengths have few statements."""
    told = sorted(keys)
    return (*told, *told[-1:] * ((1 << (len(told) - 1).bit_length()) - len(told))) if told else ()

"""The rows of a long list of cases, a page at a time: which rows first, by the narrowest statement, then what they say.

Nearest due day first: the running terms are gone through in the order of their days, not the cases. Most of a long list is
settled, and needs no sorting. Every list can be gone on with from any of its rows (`base.seeking`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Protocol

from django.db.models import Exists, OuterRef, Q, QuerySet

from yangguang.base.seeking import JOINED_BY, Ordered, Words
from yangguang.cases.models import Case, Clock

Parts = Callable[[], Sequence[QuerySet[Case]]]
NOT_SHOWN = ("facts", "circumstances", "review_reasons")  # long, or read as JSON
WAITING = "due"  # how the place of a case with a running term begins


class Rows(Protocol):
    """Cases in an order: a slice reads what it shows, going through them reads all."""

    def __getitem__(self, wanted: slice) -> list[Case]: ...

    def __iter__(self) -> Iterator[Case]: ...


class InOrder(Ordered):
    """Cases by a column of their own."""

    def said(self, rows: QuerySet[Case]) -> QuerySet[Case]:
        """Without what no list shows."""
        return rows.defer(*NOT_SHOWN)

    def __iter__(self) -> Iterator[Case]:
        return iter(self[:])


class NextTerms(Ordered):
    """The next running terms of cases by their day, each of which brings its case."""

    def said(self, rows: QuerySet[Clock]) -> QuerySet[Clock]:
        """With its case, less what no list shows."""
        return rows.select_related("case").defer(*(f"case__{name}" for name in NOT_SHOWN))

    def whole(self, rows: Iterable[Clock]) -> list[Case]:
        """The cases, each with its term."""
        return [_with_next(term.case, term) for term in rows if term.case]


class NearestFirst:
    """Cases by their next own due day, settled ones last; `waiting` tells how many are not, where it is
    read by numbers from further on than its beginning.

    `down` puts the latest day first; what has none stays last.
    """

    def __init__(
        self, cases: Parts, running: Callable[[], QuerySet[Clock]], waiting: Callable[[], int], *, down: bool = False,
        words: Words | None = None,
    ) -> None:  # fmt: skip
        self._cases, self._terms, self._count, self._down = cases, running, waiting, down
        self._words = words

    @cached_property
    def _running(self) -> QuerySet[Clock]:
        """The running terms: put together only where the list has no kept words."""
        return self._terms()

    @cached_property
    def waiting(self) -> NextTerms:
        """Those that have a term, by it."""
        words = self._words and replace(self._words, model=Clock, part="waiting", several=False)
        return NextTerms(self._next, "-due_on" if self._down else "due_on", "-case_id", words=words)

    def _next(self) -> list[QuerySet[Clock]]:
        sooner = Q(due_on__lt=OuterRef("due_on")) | Q(due_on=OuterRef("due_on"), pk__lt=OuterRef("pk"))
        shown = Q()
        cases = self._cases()
        for part in cases:
            shown |= Q(Exists(part.order_by().filter(pk=OuterRef("case_id"))))
        first = ~Exists(self._running.filter(sooner, case_id=OuterRef("case_id")))
        return [self._running.filter(shown, first)] if cases else []

    @cached_property
    def settled(self) -> InOrder:
        """Those that have none, the newest first."""
        return InOrder(self._without, "-id", words=self._words and replace(self._words, part="settled"))

    def _without(self) -> list[QuerySet[Case]]:
        ours = Exists(self._running.filter(case_id=OuterRef("pk")))
        return [part.filter(~ours) for part in self._cases()]

    def __getitem__(self, wanted: slice) -> list[Case]:
        start, stop = wanted.start or 0, wanted.stop
        passed = self._count() if start else 0
        due = self.waiting[start:stop] if start <= passed else []
        if stop is not None and len(due) == stop - start:
            return due
        passed = start + len(due) if due else passed
        return due + self._of_settled(max(start - passed, 0), None if stop is None else stop - passed)

    def __iter__(self) -> Iterator[Case]:
        return iter(self[:])

    def place_of(self, row: Case) -> str:
        """Its next due day, or that it is settled."""
        term: Clock | None = row.next_term  # type: ignore[attr-defined]
        return f"{row.pk}" if term is None else JOINED_BY.join([WAITING, self.waiting.place_of(term)])

    def beyond(self, place: str, most: int, *, back: bool = False) -> list[Case] | None:
        """The cases after a place or before it, over the border between those with a term and the settled ones."""
        mark, _, rest = place.partition(JOINED_BY)
        if mark == WAITING:
            due = self.waiting.beyond(rest, most, back=back)
            return due if due is None or back or len(due) == most else due + self._of_settled(0, most - len(due))
        settled = self.settled.beyond(place, most, back=back)
        if settled is None:
            return None
        before = self.waiting.last(most - len(settled)) if back and len(settled) < most else []
        return before + [_with_next(case, None) for case in settled]

    def _of_settled(self, start: int, stop: int | None) -> list[Case]:
        return [_with_next(case, None) for case in self.settled[start:stop]]


def _with_next(case: Case, term: Clock | None) -> Case:
    case.next_term = term  # type: ignore[attr-defined]
    return case


def next_terms(cases: Sequence[Case], terms_of: Callable[[tuple[int, ...]], Iterable[Clock]]) -> dict[int, Clock]:
    """The next term of each case that has one: as the list was sorted by it, or asked for now, the latest day first."""
    if all(hasattr(case, "next_term") for case in cases):
        return {case.pk: term for case in cases if (term := case.next_term)}  # type: ignore[attr-defined]
    return {term.case_id: term for term in terms_of(tuple(case.pk for case in cases)) if term.case_id}

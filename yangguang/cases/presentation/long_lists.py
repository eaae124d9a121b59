"""The rows of a long list of cases, a page at a time: which rows first, by the narrowest statement, then what they say.

Nearest due day first: which day is nearest is asked only of cases with a running term. Most of a long list is settled, and
needs no sorting.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from django.db.models import F, OuterRef, QuerySet, Subquery

from yangguang.cases.models import Case, Clock


class Rows(Protocol):
    """Cases in an order: a slice reads what it shows, going through them reads all."""

    def __getitem__(self, wanted: slice) -> Sequence[Case]: ...

    def __iter__(self) -> Iterator[Case]: ...


class InOrder:
    """Cases by a column of their own: passing over rows reads their keys only."""

    def __init__(self, cases: QuerySet[Case], *keys: str) -> None:
        self._cases, self._keys = cases, keys

    def __getitem__(self, wanted: slice) -> list[Case]:
        shown = self._cases.order_by(*self._keys).values("pk")[wanted]
        return list(
            Case.objects.filter(pk__in=shown).select_related("body", "unit", "acting_body").order_by(*self._keys)
        )

    def __iter__(self) -> Iterator[Case]:
        return iter(self._cases.order_by(*self._keys))


class NearestFirst:
    """Cases by their next own due day, settled ones last, `waiting` being how many are not settled.

    `down` puts the latest day first; what has none stays last.
    """

    def __init__(self, cases: QuerySet[Case], running: QuerySet[Clock], waiting: int, *, down: bool = False) -> None:
        soonest = running.filter(case=OuterRef("pk")).order_by("due_on").values("due_on")[:1]
        day = F("next_due").desc() if down else F("next_due").asc()
        ours = running.order_by().values("case_id")
        self._waiting = cases.filter(pk__in=ours).annotate(next_due=Subquery(soonest)).order_by(day, "-pk")
        self._count = waiting
        self._settled = InOrder(cases.exclude(pk__in=ours), "-pk")

    def __getitem__(self, wanted: slice) -> list[Case]:
        start, stop = wanted.start or 0, wanted.stop
        found: list[Case] = list(self._waiting[start:stop]) if start < self._count else []
        if stop <= self._count:
            return found
        return found + self._settled[max(start - self._count, 0) : stop - self._count]

    def __iter__(self) -> Iterator[Case]:
        yield from self._waiting
        yield from self._settled

"""How many rows several lists have, in one statement that is worded once: the words are kept, each count is taken anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db.models import QuerySet

from yangguang.base.listing import Counted, counts_in, wording_of
from yangguang.base.worded_once import WordedOnce, filling, told_by

Lists = Sequence[Sequence[QuerySet[Any]]]


class WordedCounts(WordedOnce[Any]):
    """A function that returns lists, each in parts, made into one that returns how many rows each has."""

    def __init__(self, shape: Callable[..., Lists]) -> None:
        super().__init__(shape)  # type: ignore[arg-type]

    def worded(self, values: Iterable[Any], connection: Any) -> Any:
        """Their words for values of these shapes."""
        return _Counts(self.shape(*self.blanks(values)), connection)


class _Counts:
    relations: frozenset[str] = frozenset()

    def __init__(self, lists: Any, connection: Any) -> None:
        self.connection = connection
        self.which, self.sql, params = wording_of(lists)
        self.params = filling(params)

    def ask(self, values: list[Any]) -> list[Counted]:
        """Count."""
        return counts_in(self.which, told_by(self.connection, self.sql, self.params, values)[0])

"""Which invariants an act may have touched: those that read a table it wrote. The others stand as they stood before it."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from django.apps import apps
from django.db import connection

from tests.cases.any_history.invariants import EVERY
from yangguang.cases.models import Case

AT_THE_END = {name for name in EVERY if name.startswith("kept_")}
OF_THE_CASE = {name: set(re.findall(r"\bcase\.(\w+)", inspect.getsource(rule))) for name, rule in EVERY.items()}
_read_by: dict[str, set[str]] = {name: set() for name in EVERY}  # whatever each was ever seen to read


class Watched:
    """One case whose invariants are asked again where what they read may have changed; it begins with all of them to ask."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.written: set[str] = set()
        self._stood: dict[str, Any] = {}
        self._reader: str | None = None

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Hear of every statement for the length of a block."""
        with connection.execute_wrapper(self._hear):
            yield

    def broken(self) -> list[str]:
        """Every impossible history of the case as it stands, those asked that may have come about since it was asked last."""
        stands = self._stands()
        moved = {name for name, stood in stands.items() if self._stood.get(name) != stood}
        touched = [
            name for name in EVERY if moved & OF_THE_CASE[name] or self.written & _read_by[name] or not self._stood
        ]
        self.written, self._stood = set(), stands
        return [fault for name in touched if name not in AT_THE_END for fault in self._asked(name)]

    def broken_at_the_end(self) -> list[str]:
        """What is asked of a history that is over, once the jobs of the hour have run; then the others again where they wrote."""
        faults = [fault for name in sorted(AT_THE_END) for fault in self._asked(name)]
        return faults + self.broken()

    @property
    def state(self) -> dict[str, Any]:
        """What to come back to when everything is undone to this point: nothing is waiting to be asked there."""
        return self._stood

    def undone_to(self, state: dict[str, Any]) -> None:
        """All rows stand as they did then."""
        self._stood, self.written = state, set()

    def _stands(self) -> dict[str, Any]:
        """The fields of the case, each by its name."""
        return {field.name: getattr(self.case, field.attname) for field in Case._meta.concrete_fields}

    def _asked(self, name: str) -> list[str]:
        self._reader = name
        try:
            return [f"{name}: {fault}" for fault in EVERY[name](self.case)]
        finally:
            self._reader = None

    def _hear(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        writes, tables = _spoken_of(sql)
        if writes:
            self.written |= tables
        elif self._reader:
            _read_by[self._reader] |= tables
        return execute(sql, params, many, context)


@lru_cache(10_000)
def _spoken_of(sql: str) -> tuple[bool, frozenset[str]]:
    """Whether a statement writes, and which tables: the one it writes, or all it reads. The case stands for itself."""
    named = [name for name in re.findall(r'"(\w+)"', sql) if name in _tables() and name != Case._meta.db_table]
    writes = not sql.startswith(("SELECT", "SAVEPOINT", "RELEASE", "ROLLBACK"))
    return writes, frozenset(named[:1] if writes else named)


@lru_cache(1)
def _tables() -> frozenset[str]:
    return frozenset(model._meta.db_table for model in apps.get_models(include_auto_created=True))

"""A reading page cannot write: every statement that changes rows is stopped at the cursor."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from django.db import connections

WRITING = ("insert", "update", "delete", "replace", "truncate", "alter", "drop", "create")


class ReadingPageWrote(RuntimeError):
    """A page registered as reading tried to change the database: a defect, never a user's mistake."""


def _refuse_writes(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    if sql.lstrip().lower().startswith(WRITING):
        raise ReadingPageWrote(sql[:120])
    return execute(sql, params, many, context)


@contextmanager
def reading() -> Iterator[None]:
    """Let a block read every database and write none."""
    with ExitStack() as stack:
        for alias in connections:
            stack.enter_context(connections[alias].execute_wrapper(_refuse_writes))
        yield

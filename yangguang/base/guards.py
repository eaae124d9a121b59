"""A reading page cannot write: every statement that changes rows is stopped at the cursor.

As nothing changes while a page is read, a question asked twice has one answer: `asked_once` asks the database once a page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import connections

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")
_answers: ContextVar[dict[Any, Any] | None] = ContextVar("answers known while nothing changes", default=None)
_reads: ContextVar[bool] = ContextVar("whether a page is being read", default=False)
WRITING = ("insert", "update", "delete", "replace", "truncate", "alter", "drop", "create")


class ReadingPageWrote(RuntimeError):
    """A page registered as reading tried to change the database: a defect, never a user's mistake."""


def _refuse_writes(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    if sql.lstrip().lower().startswith(WRITING):
        raise ReadingPageWrote(sql[:120])
    return execute(sql, params, many, context)


def lets_pass(listening: list[Any], words: str) -> bool:
    """Whether nobody listens to statements but this guard, which has nothing against these words."""
    return all(one is _refuse_writes for one in listening) and words.startswith("SELECT")


@contextmanager
def reading() -> Iterator[None]:
    """Let a block read every database and write none."""
    with ExitStack() as stack:
        for alias in connections:
            stack.enter_context(connections[alias].execute_wrapper(_refuse_writes))
        stack.callback(_reads.reset, _reads.set(True))
        stack.callback(_answers.reset, _answers.set({}))
        yield


@contextmanager
def asking() -> Iterator[None]:
    """Let a block ask much and change nothing, in the middle of an act: what is asked twice there has one answer."""
    before = _answers.set({} if _answers.get() is None else _answers.get())
    try:
        yield
    finally:
        _answers.reset(before)


def is_reading() -> bool:
    """Whether a page is being read, during which nothing changes."""
    return _reads.get()


def asked_once(question: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
    """Remember the answer to a question until the page is read or the gates are asked; elsewhere it is asked every time."""

    @wraps(question)
    def ask(*args: Asked.args, **kwargs: Asked.kwargs) -> Answer:
        known = _answers.get()
        if known is None:
            return question(*args, **kwargs)
        asked = (question, args, tuple(sorted(kwargs.items())))
        if asked not in known:
            known[asked] = question(*args, **kwargs)
        answer: Answer = known[asked]
        return answer

    return ask

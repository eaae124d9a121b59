"""The reader socket: the contexts that own files say who may read what is in them. Unanswered means nobody may."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Answer = Callable[[Any, str], bool]
_readers: dict[str, Answer] = {}


def reader(name: str) -> Callable[[Answer], Answer]:
    """Plug a reader: the decorated function is given the account and the file reference and answers yes or no."""

    def plug(answer: Answer) -> Answer:
        _readers[name] = answer
        return answer

    return plug


def may_read(account: Any, file_ref: str) -> bool:
    """Whether any plugged context lets this person read this file."""
    return any(answer(account, file_ref) for answer in _readers.values())

"""Which acts may be taken on several files at once: what orders the work, never what decides about anybody.

A use case over several files is marked with the act it takes on each. Every file is an act of its own: with its gates,
its line in the ledger, and its own refusal.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

BATCHABLE = {"assign_officers": "指定承办人", "explain_overdue": "说明逾期原因", "archive_file": "归档"}

Verb = TypeVar("Verb", bound=Callable[..., Any])
_verbs: dict[str, Callable[..., Any]] = {}


def batchable(act: str) -> Callable[[Verb], Verb]:
    """Mark a use case that takes an act on several files. Raises ValueError for any act that is not on the list."""
    if act not in BATCHABLE:
        raise ValueError(f"{act} is taken on one file at a time")

    def mark(verb: Verb) -> Verb:
        _verbs[act] = verb
        return verb

    return mark


def verbs() -> dict[str, Callable[..., Any]]:
    """The use cases over several files by the act they take on each."""
    return dict(_verbs)

"""The reader sockets: the contexts that act under a list say which acts of theirs went by one of its entries; the one that
publishes lists says which editions the public may read.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Use:
    """One act that went by an entry: its number, day and page."""

    number: str
    on: date
    href: str


@dataclass(frozen=True)
class Asked:
    """Whose list, which one, which entries, and the days an edition was in force; `until` is the first day it was not."""

    list_kind: str
    body: Any
    codes: Collection[str]
    since: date
    until: date | None


Answer = Callable[[Any, Asked], dict[str, list[Use]]]
_readers: dict[str, Answer] = {}


def reader(name: str) -> Callable[[Answer], Answer]:
    """Plug a reader: the function is given the account and the question, and answers with uses by code of entry."""

    def plug(answer: Answer) -> Answer:
        _readers[name] = answer
        return answer

    return plug


def uses_of(account: Any, asked: Asked) -> dict[str, list[Use]]:
    """What every plugged context answers, the newest first, as far as this person may see it."""
    found: dict[str, list[Use]] = {}
    for answer in _readers.values():
        for code, uses in answer(account, asked).items():
            found.setdefault(code, []).extend(uses)
    return {code: sorted(uses, key=lambda use: use.on, reverse=True) for code, uses in found.items()}


Standing = Callable[[], Any]
_standing: dict[str, Standing] = {}


def in_public(name: str) -> Callable[[Standing], Standing]:
    """Plug which editions stand in public just as they were adopted: the function answers with a query of their keys."""

    def plug(answer: Standing) -> Standing:
        _standing[name] = answer
        return answer

    return plug


def editions_in_public() -> list[Any]:
    """What every plugged context answers. Unanswered, nothing is public."""
    return [answer() for answer in _standing.values()]

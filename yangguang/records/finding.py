"""The finder socket: who owns files says which of them a recording of an officer at a moment belongs to, and offers others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class Taken:
    """Who recorded when, and which number the name of the file bears."""

    body_id: int
    officer_id: int | None
    at: datetime
    case_number: str = ""


@dataclass(frozen=True)
class Belongs:
    """The file something belongs to, or why nobody can say."""

    file_ref: str = ""
    why: str = ""


Find = Callable[[Taken], Belongs]
Offer = Callable[[Any, int | None], list[tuple[str, str]]]
_finders: list[tuple[Find, Offer]] = []


def finder(find: Find, offer: Offer) -> None:
    """Plug one: `find` is given what was recorded; `offer` the account that chooses and the officer, and answers with
    references and labels of the files the account may put it into."""
    _finders.append((find, offer))


def file_of(taken: Taken) -> Belongs:
    """Where it belongs. Unanswered means that a person decides."""
    answers = [find(taken) for find, _ in _finders]
    return next((one for one in answers if one.file_ref), answers[0] if answers else Belongs(why="没有可以存入的案卷"))


def files_offered(account: Any, officer_id: int | None) -> list[tuple[str, str]]:
    """The files a person may put it into, the officer's own first."""
    return [one for _, offer in _finders for one in offer(account, officer_id)]

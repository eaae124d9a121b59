"""Answers that hold until something is written: counts beside lists and in the left bar, kept by where the ledger stands.

Every act and everything a listener does after it moves the ledger or the last delivery, and with that every kept answer falls.
One is used for a minute at most, so that what only time changes, or what no act records, is never shown for longer. What
decides whether somebody may see or do a thing is never kept: it is asked anew on every page.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.conf import settings
from django.db import connections
from django.db.models import Model

from yangguang.base import guards
from yangguang.base.models import Delivery, LedgerHead
from yangguang.base.worded_once import said
from yangguang.kernel import clock

Answer = TypeVar("Answer")
MOST_KEPT = 5000  # in one process
STANDS = (
    f"SELECT SUM(sequence), (SELECT MAX(done_at) FROM {Delivery._meta.db_table}) "  # noqa: S608 – names of tables
    f"FROM {LedgerHead._meta.db_table}"
)

_kept: dict[tuple[Any, ...], Any] = {}


def while_unchanged(question: Callable[..., Answer]) -> Callable[..., Answer]:
    """Keep the answers to a question of the desk's database, by its arguments; outside a reading page it is asked anew.

    The arguments decide the answer wholly and can be keys. The answer is shared: nobody changes it.
    """

    @wraps(question)
    def ask(*asked: Any) -> Answer:
        if not settings.ANSWERS_ARE_KEPT or not guards.is_reading():
            return question(*asked)
        key = (question, stands(), *[one.pk if isinstance(one, Model) else one for one in asked])
        try:
            answer: Answer = _kept[key]
        except KeyError:
            if len(_kept) >= MOST_KEPT:
                _kept.clear()
            answer = _kept[key] = question(*asked)
        return answer

    return ask


@guards.asked_once
def stands() -> tuple[Any, ...]:
    """Where the desk's database stands in this minute."""
    (told,), _ = said(connections["default"], STANDS, [])
    return (settings.DATABASES["default"]["NAME"], int(clock.now().timestamp()) // 60, *told)


def forget() -> None:
    """Keep nothing of what was answered so far."""
    _kept.clear()


def kept() -> int:
    """How many answers are kept."""
    return len(_kept)

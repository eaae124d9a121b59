"""The only reader of the clock. A run can be replayed, and a test can stand still, because nothing else asks the time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

BEIJING = ZoneInfo("Asia/Shanghai")


def _system() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 – the one place


_read: Callable[[], datetime] = _system


def now() -> datetime:
    """This instant, in UTC."""
    return _read()


def today() -> date:
    """The legal day it is now in Beijing."""
    return now().astimezone(BEIJING).date()


def legal_day(instant: datetime) -> date:
    """The legal day of an instant, in Beijing. Legal days of acts are typed by people; this is for display and defaults."""
    return instant.astimezone(BEIJING).date()


def beijing(day: date, hour: int = 9, minute: int = 0) -> datetime:
    """The UTC instant of an hour and minute of a legal day in Beijing."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=BEIJING).astimezone(UTC)


@contextmanager
def use(read: Callable[[], datetime]) -> Iterator[None]:
    """Read the time from `read` for the length of a block: for tests, replays and the demo."""
    global _read
    before, _read = _read, read
    try:
        yield
    finally:
        _read = before


@contextmanager
def frozen(instant: datetime) -> Iterator[None]:
    """Stand still at an instant for the length of a block."""
    with use(lambda: instant):
        yield

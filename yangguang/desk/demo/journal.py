"""The travelling clock: many stories, each a run of acts at moments of its own, told in the one order of time."""

from __future__ import annotations

import heapq
from collections.abc import Generator, Iterable
from datetime import date, datetime, timedelta

from yangguang.base import calendars
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.workdays import add_workdays

Story = Generator[datetime, None, None]
ONE_DAY = timedelta(days=1)


def tell(stories: Iterable[Story], *, until: datetime) -> int:
    """Resume each story with the clock at the instant it asked for; what lies after `until` is not told. Counts the verbs."""
    waiting: list[tuple[datetime, int, Story]] = []
    for position, story in enumerate(stories):
        _await(waiting, next(story, None), position, story)
    told = 0
    while waiting:
        instant, position, story = heapq.heappop(waiting)
        if instant > until:
            continue
        with clock.frozen(instant):
            following = next(story, None)
        told += 1
        _await(waiting, following, position, story)
    return told


def _await(waiting: list[tuple[datetime, int, Story]], instant: datetime | None, position: int, story: Story) -> None:
    if instant is not None:
        heapq.heappush(waiting, (instant, position, story))


def workdays_ago(number: int, *, today: date) -> date:
    """The working day so many working days before today."""
    calendar, day = calendars.in_force(), today
    for _ in range(number):
        day -= ONE_DAY
        while not calendar.is_workday(day):
            day -= ONE_DAY
    return day


def workdays_after(day: date, number: int) -> date:
    """The working day so many working days after a day."""
    return add_workdays(day, number, calendars.in_force()).day


def now() -> Moment:
    """An act recorded as it happens, at the instant the clock stands at."""
    return Moment.now()

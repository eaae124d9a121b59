"""Instants of a recording: as words, as moments of the day, and the gaps between recordings of the same day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

ONE_SECOND, ONE_MINUTE, ONE_HOUR = 1000, 60_000, 3_600_000
WRITTEN = re.compile(r"(?:(\d{1,2}):)?([0-5]?\d):([0-5]?\d)(?:\.(\d{1,3}))?", re.ASCII)
GAP_TOLD_FROM = timedelta(seconds=5)


def told(milliseconds: int) -> str:
    """00:12:40, with thousandths only where there are some."""
    hours, rest = divmod(milliseconds, ONE_HOUR)
    minutes, rest = divmod(rest, ONE_MINUTE)
    seconds, left = divmod(rest, ONE_SECOND)
    return f"{hours:02}:{minutes:02}:{seconds:02}" + (f".{left:03}" if left else "")


def read(words: str) -> int | None:
    """The milliseconds of 00:12:40, 12:40 or 00:12:40.500; None for anything else."""
    found = WRITTEN.fullmatch(words.strip().replace("：", ":"))
    if found is None:
        return None
    hours, minutes, seconds, thousandths = found.groups()
    whole = int(hours or 0) * ONE_HOUR + int(minutes) * ONE_MINUTE + int(seconds) * ONE_SECOND
    return whole + int((thousandths or "0").ljust(3, "0"))


def began(occurred_at: datetime, clock_offset_seconds: int | None) -> datetime:
    """When a recording began by the right clock: what the device's clock was ahead is taken off."""
    return occurred_at - timedelta(seconds=clock_offset_seconds or 0)


@dataclass(frozen=True)
class Taken:
    """One recording of a day: when it began, how long it is where that is known."""

    ref: str
    began_at: datetime
    milliseconds: int | None

    @property
    def ended_at(self) -> datetime:
        """When it ended; where that is not known, when it began."""
        return self.began_at + timedelta(milliseconds=self.milliseconds or 0)


@dataclass(frozen=True)
class Gap:
    """Nothing was recorded from one recording to the next."""

    after: str
    before: str
    lasts: timedelta

    @property
    def words(self) -> str:
        """36 秒, 3 分 05 秒, 2 小时 10 分."""
        seconds = int(self.lasts.total_seconds())
        hours, minutes = divmod(seconds // 60, 60)
        if hours:
            return f"{hours} 小时 {minutes} 分"
        return f"{minutes} 分 {seconds % 60:02} 秒" if minutes else f"{seconds} 秒"


def gaps_between(recordings: Sequence[Taken]) -> list[Gap]:
    """The gaps of a day, in order. None is told after a recording of unknown length: it may have gone on."""
    found = []
    ordered = sorted(recordings, key=lambda one: one.began_at)
    for place, one in enumerate(ordered[:-1]):
        before = ordered[: place + 1]
        if any(earlier.milliseconds is None for earlier in before):
            continue
        until = max(earlier.ended_at for earlier in before)
        lasts = ordered[place + 1].began_at - until
        if lasts >= GAP_TOLD_FROM:
            found.append(Gap(one.ref, ordered[place + 1].ref, lasts))
    return found

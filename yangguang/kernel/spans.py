"""Half-open ranges of days: the first day is in, the end is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from yangguang.kernel.refusal import Refused


@dataclass(frozen=True, order=True)
class Span:
    """Days from `start` up to, but without, `end`; `end=None` means it has not ended yet."""

    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            raise Refused("结束日期早于开始日期。", remedy="请核对两个日期的先后。")

    @classmethod
    def through(cls, first: date, last: date) -> Span:
        """The span people write as "first to last", both days in."""
        return cls(first, last + timedelta(days=1))

    def __contains__(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day < self.end)

    def __len__(self) -> int:
        if self.end is None:
            raise ValueError("a span without an end has no length")
        return (self.end - self.start).days

    def __bool__(self) -> bool:
        return self.end is None or self.end > self.start

    def days(self) -> Iterator[date]:
        """Every day of a span that has an end."""
        for offset in range(len(self)):
            yield self.start + timedelta(days=offset)

    @property
    def last(self) -> date | None:
        """The last day that still belongs to the span, or None while it is open or empty."""
        return self.end - timedelta(days=1) if self.end is not None and self.end > self.start else None

    def overlap(self, other: Span) -> Span | None:
        """The days both spans share, or None."""
        start = max(self.start, other.start)
        ends = [end for end in (self.end, other.end) if end is not None]
        end = min(ends) if ends else None
        return Span(start, end) if end is None or start < end else None


def overlaps(spans: Iterable[Span]) -> tuple[tuple[Span, Span], ...]:
    """Every pair of spans that share a day, in order of their starts."""
    ordered = sorted((span for span in spans if span), key=lambda span: span.start)
    return tuple(
        (first, second)
        for index, first in enumerate(ordered)
        for second in ordered[index + 1 :]
        if first.overlap(second) is not None
    )


def gaps(spans: Iterable[Span], within: Span) -> tuple[Span, ...]:
    """The stretches of `within` that no span covers."""
    free: list[Span] = []
    reached = within.start
    for span in sorted((span for span in spans if span), key=lambda span: span.start):
        if within.end is not None and span.start >= within.end:
            break
        if span.start > reached:
            free.append(Span(reached, span.start))
        if span.end is None:
            return tuple(free)
        reached = max(reached, span.end)
    if within.end is None or reached < within.end:
        free.append(Span(reached, within.end))
    return tuple(free)

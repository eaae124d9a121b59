"""When an act happened and when it was recorded: clocks use the first, the ledger orders by the second."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from yangguang.kernel import clock


@dataclass(frozen=True)
class Moment:
    """`occurred_at` is typed by a person; `recorded_at` is the server's. `late_reason` explains an entry made afterwards."""

    occurred_at: datetime
    recorded_at: datetime
    late_reason: str = ""

    @classmethod
    def now(cls) -> Moment:
        """An act that is recorded as it happens."""
        instant = clock.now()
        return cls(occurred_at=instant, recorded_at=instant)

    @classmethod
    def on(cls, day: date, hour: int = 9, minute: int = 0, *, late_reason: str = "") -> Moment:
        """An act that happened at an hour of a legal day and is recorded now."""
        return cls(clock.beijing(day, hour, minute), clock.now(), late_reason)

    @property
    def day(self) -> date:
        """The legal day the act happened on."""
        return clock.legal_day(self.occurred_at)

"""Being told to stop: SIGTERM and SIGINT are noted, and looked at between two pieces of work."""

from __future__ import annotations

import signal
import time
from types import FrameType

SLICE = 0.1  # seconds


class Stop:
    """Whether this process was told to stop. A plain flag: a lock taken inside a signal handler could wait for itself."""

    def __init__(self) -> None:
        self.asked = False

    @classmethod
    def by_signal(cls) -> Stop:
        """One that SIGTERM and SIGINT set."""
        stop = cls()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, stop._note)
        return stop

    def rest(self, seconds: float) -> None:
        """Sleep, but no longer than until asked to stop."""
        until = time.monotonic() + seconds
        while not self.asked and (left := until - time.monotonic()) > 0:
            time.sleep(min(SLICE, left))

    def _note(self, number: int, frame: FrameType | None) -> None:
        self.asked = True

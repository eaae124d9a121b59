"""Keeps a set of processes running: one that dies is started again, all of them stop together."""

from __future__ import annotations

import logging
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from yangguang.base.serving.stopping import Stop

LOOK_EVERY = 0.2  # seconds
PATIENCE = 20.0  # seconds a process has to finish what it is doing
FIRST_PAUSE, LONGEST_PAUSE = 0.2, 10.0  # seconds before a process that died is started again
STEADY_AFTER = 30.0  # seconds after which an earlier death is forgotten

log = logging.getLogger(__name__)


@dataclass
class Child:
    """One process to keep running."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    pause: float = FIRST_PAUSE
    due_at: float = 0.0

    def start(self) -> None:
        """Start the process."""
        self.started_at = time.monotonic()
        self.process = subprocess.Popen(self.command, env=dict(self.environment))  # noqa: S603 – our own commands

    def look_after(self) -> None:
        """Notice a death, and start the process again after a pause that grows while it keeps dying."""
        now = time.monotonic()
        if self.process is not None and (code := self.process.poll()) is not None:
            steady = now - self.started_at > STEADY_AFTER
            self.pause = FIRST_PAUSE if steady else min(self.pause * 2, LONGEST_PAUSE)
            self.due_at, self.process = now + self.pause, None
            log.warning("%s ended with %s; starting it again in %.1f s", self.name, code, self.pause)
        if self.process is None and now >= self.due_at:
            self.start()


@dataclass
class Supervisor:
    """Runs its children until asked to stop."""

    children: list[Child]
    stop: Stop

    def run(self) -> int:
        """Keep everything running until asked to stop; returns 0 when all children ended in time."""
        while not self.stop.asked:
            for child in self.children:
                child.look_after()
            self.stop.rest(LOOK_EVERY)
        return self.end()

    def end(self) -> int:
        """End every child, by force what does not end in time; returns 0 when none had to be forced."""
        running = [child.process for child in self.children if child.process is not None]
        for process in running:
            process.terminate()
        deadline = time.monotonic() + PATIENCE
        late = [process for process in running if not _ended_by(process, deadline)]
        for process in late:
            process.kill()
            process.wait()
        return 1 if late else 0


def _ended_by(process: subprocess.Popen[bytes], deadline: float) -> bool:
    try:
        process.wait(timeout=max(0.0, deadline - time.monotonic()))
    except subprocess.TimeoutExpired:
        return False
    return True

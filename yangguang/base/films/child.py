"""Run one limited process on one stored file: its own folder, no environment, a deadline, and an end that takes its children."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event as Flag

from yangguang.base.films import limits

GIGABYTE = 1024**3
LOOK_EVERY = 0.05  # seconds
TOLD_AT_MOST = 64 * 1024  # bytes of what a process says that are read
_stopping = Flag()


@dataclass(frozen=True)
class Bounds:
    """What one process may take: seconds by the wall and of the processor, memory, bytes of any one file it writes."""

    wall: float
    cpu: int
    memory: int = 2 * GIGABYTE
    written: int = GIGABYTE


@dataclass(frozen=True)
class Ended:
    """How a process ended: its code, what it said on its standard error, whether its time was over, whether it had a network."""

    code: int
    told: str
    late: bool
    offline: bool

    @property
    def well(self) -> bool:
        """Whether it ended by itself and says it did what it was asked."""
        return self.code == 0 and not self.late


class Interrupted(Exception):
    """The process that asked was told to stop: what was begun is done another time."""


def stop() -> None:
    """End what runs now and begin nothing more in this process."""
    _stopping.set()


@contextmanager
def folder(within: Path | None = None) -> Iterator[Path]:
    """A folder of its own for what is made, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="yg-films-", dir=within, ignore_cleanup_errors=True) as name:
        yield Path(name)


def run(
    words: Sequence[str], *, at: Path, bounds: Bounds, files: Sequence[int] = (), into: Path | None = None,
    beat: Callable[[], object] | None = None,
) -> Ended:  # fmt: skip
    """Run a program by its whole path. `files` are the descriptors it is given, `into` takes its standard output.

    Raises Interrupted when this process is told to stop.
    """
    limited = [str(bounds.cpu), str(bounds.memory), str(bounds.written), *words]
    with (into or Path(os.devnull)).open("wb") as out, tempfile.TemporaryFile(dir=at) as said:
        process = subprocess.Popen(  # noqa: S603 – programs and words are ours, files come by descriptor
            [sys.executable, "-I", limits.__file__, *limited],
            stdin=subprocess.DEVNULL, stdout=out, stderr=said, env={}, cwd=at, pass_fds=tuple(files), start_new_session=True,
        )  # fmt: skip
        late = _wait(process, time.monotonic() + bounds.wall, beat)
        said.seek(0)
        first, _, rest = said.read(TOLD_AT_MOST).decode("utf-8", "replace").partition("\n")
    return Ended(process.returncode, rest, late, offline=first == "net cut")


def _wait(process: subprocess.Popen[bytes], deadline: float, beat: Callable[[], object] | None) -> bool:
    """Whether it had to be ended because its time was over."""
    late = False
    try:
        while process.poll() is None:
            if _stopping.is_set():
                raise Interrupted
            if time.monotonic() > deadline:
                late = True
                break
            if beat is not None:
                beat()
            with suppress(subprocess.TimeoutExpired):
                process.wait(LOOK_EVERY)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    return late

"""The door of every limited process: it bounds itself for good, takes itself off the network, and becomes the program.

`limits.py SECONDS MEMORY WRITTEN PROGRAM WORD…`. It imports nothing of ours. What it could do about the network is the first
line it writes to its standard error: `net cut` or `net open`.
"""

import contextlib
import ctypes
import os
import resource
import signal
import sys

NEW_USER, NEW_NETWORK = 0x10000000, 0x40000000
DEATH_OF_PARENT = 1  # PR_SET_PDEATHSIG
NICENESS = 10


def limit(seconds, memory, written):
    """Bound what the process and what it becomes may take."""
    for what, most in (
        (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_AS, memory), (resource.RLIMIT_FSIZE, written), (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 64),
    ):  # fmt: skip
        resource.setrlimit(what, (most, most))
    with contextlib.suppress(OSError):
        os.nice(NICENESS)


def leave_the_network():
    """A network of its own in which there is nothing; False where the system does not let it."""
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(DEATH_OF_PARENT, signal.SIGKILL, 0, 0, 0)
    return libc.unshare(NEW_USER | NEW_NETWORK) == 0


def main(words):
    """Never comes back."""
    seconds, memory, written = map(int, words[:3])
    parent = os.getppid()
    told = "net cut" if leave_the_network() else "net open"
    if os.getppid() != parent:  # it died before it could be listened for
        os._exit(1)
    limit(seconds, memory, written)
    os.write(2, f"{told}\n".encode())
    os.execv(words[3], words[3:])  # noqa: S606 – no shell is wanted


if __name__ == "__main__":
    main(sys.argv[1:])

"""A supervised process never outlives its supervisor, even one that was killed without a word."""

from __future__ import annotations

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1
SUPERVISOR = "YANGGUANG_SUPERVISOR"  # set by the supervisor for its children: its process id


def stop_with_supervisor() -> None:
    """Ask the kernel to stop this process when its supervisor dies. Does nothing in a process nobody supervises.

    Linux only; elsewhere an orphan must be stopped by hand.
    """
    supervisor = os.environ.get(SUPERVISOR)
    if supervisor is None or not sys.platform.startswith("linux"):
        return
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
    if os.getppid() != int(supervisor):  # it died while this process was starting, before the kernel was asked
        os.kill(os.getpid(), signal.SIGTERM)

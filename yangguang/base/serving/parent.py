"""A supervised process never outlives its supervisor, even one that was killed without a word."""

from __future__ import annotations

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1


def stop_with_parent() -> None:
    """Ask the kernel to stop this process when its parent dies. Linux only; elsewhere an orphan must be stopped by hand."""
    if not sys.platform.startswith("linux"):
        return
    parent = os.getppid()
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
    if os.getppid() != parent:  # it died just before the kernel was asked
        os.kill(os.getpid(), signal.SIGTERM)

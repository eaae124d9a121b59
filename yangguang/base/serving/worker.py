"""The job process: deliveries first, then scheduled jobs, then a short rest. Stops between two pieces of work."""

from __future__ import annotations

import logging
import signal
import threading

from django.db import DatabaseError, close_old_connections

from yangguang.base import jobs, outbox

REST = 1.0  # seconds, when nothing is due
REST_AFTER_FAILURE = 5.0  # seconds, when the database does not answer

log = logging.getLogger(__name__)


def work_off() -> tuple[int, int]:
    """Do everything that is due now; how many deliveries and jobs that was."""
    return outbox.deliver_all(), jobs.run_due()


def work_until_stopped(stop: threading.Event | None = None) -> None:
    """Work until SIGTERM or SIGINT; a database that is away is waited for, never given up on."""
    stop = stop or _stopped_by_signal()
    while not stop.is_set():
        close_old_connections()
        try:
            busy = outbox.deliver_due() + jobs.run_due()
            stop.wait(0 if busy else REST)
        except DatabaseError:
            log.exception("the database does not answer; trying again")
            stop.wait(REST_AFTER_FAILURE)


def _stopped_by_signal() -> threading.Event:
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    return stop

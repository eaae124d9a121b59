"""The job process: deliveries in one thread, scheduled jobs in another, slow ones in a third, so that nothing waits for a film.

All stop between two pieces of work; a film that is being made is left, and made another time.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from django.db import DatabaseError, close_old_connections, connections

from yangguang.base import jobs, outbox
from yangguang.base.films import child
from yangguang.base.serving.stopping import Stop

REST = 0.25  # seconds, when nothing is due: what was released is to be visible within one
REST_OF_JOBS = 1.0
REST_AFTER_FAILURE = 5.0  # seconds, when the database does not answer

log = logging.getLogger(__name__)


def work_off() -> tuple[int, int]:
    """Do everything that is due now; how many deliveries and jobs that was."""
    return outbox.deliver_all(), jobs.run_due()


def work_until_stopped(stop: Stop) -> None:
    """Work until asked to stop; the thread that gets the signals delivers. What breaks one of them ends all."""
    with ThreadPoolExecutor(2, "jobs") as beside:
        running = [beside.submit(_run_jobs, stop, slow=slow) for slow in (False, True)]
        try:
            _again_and_again(outbox.deliver_due, stop, rest=REST)
        finally:
            stop.asked = True
            child.stop()
    for lane in running:
        lane.result()


def _run_jobs(stop: Stop, *, slow: bool) -> None:
    try:
        _again_and_again(lambda: jobs.run_due(most=1, slow=slow), stop, rest=REST_OF_JOBS)
    finally:
        stop.asked = True
        connections.close_all()


def _again_and_again(work: Callable[[], int], stop: Stop, *, rest: float) -> None:
    """A database that is away is waited for, never given up on."""
    while not stop.asked:
        close_old_connections()
        try:
            stop.rest(0 if work() else rest)
        except DatabaseError:
            log.exception("the database does not answer; trying again")
            stop.rest(REST_AFTER_FAILURE)

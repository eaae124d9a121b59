"""The job process: deliveries first, then one scheduled job, then deliveries again. Stops between two pieces of work."""

from __future__ import annotations

import logging

from django.db import DatabaseError, close_old_connections

from yangguang.base import jobs, outbox
from yangguang.base.serving.stopping import Stop

REST = 0.25  # seconds, when nothing is due: what was released is to be visible within one
REST_AFTER_FAILURE = 5.0  # seconds, when the database does not answer

log = logging.getLogger(__name__)


def work_off() -> tuple[int, int]:
    """Do everything that is due now; how many deliveries and jobs that was."""
    return outbox.deliver_all(), jobs.run_due()


def work_until_stopped(stop: Stop) -> None:
    """Work until asked to stop; a database that is away is waited for, never given up on."""
    while not stop.asked:
        close_old_connections()
        try:
            busy = outbox.deliver_due() + jobs.run_due(most=1)  # what was released waits for one job, not for all
            stop.rest(0 if busy else REST)
        except DatabaseError:
            log.exception("the database does not answer; trying again")
            stop.rest(REST_AFTER_FAILURE)

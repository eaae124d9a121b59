"""Being told to stop: noted by a signal, seen between two pieces of work."""

import os
import signal
import time

from yangguang.base.serving import worker
from yangguang.base.serving.stopping import Stop


def test_signal_ends_a_rest_early():
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        stop = Stop.by_signal()
        os.kill(os.getpid(), signal.SIGTERM)
        began = time.monotonic()
        stop.rest(30)
        assert stop.asked
        assert time.monotonic() - began < 5
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def test_worker_that_was_told_to_stop_begins_nothing_new(monkeypatch):
    def never():
        raise AssertionError("it began something")

    monkeypatch.setattr(worker.outbox, "deliver_due", never)
    stop = Stop()
    stop.asked = True
    worker.work_until_stopped(stop)

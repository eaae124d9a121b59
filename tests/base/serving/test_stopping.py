"""Being told to stop: noted by a signal, seen between two pieces of work."""

import os
import signal
import threading
import time

import pytest

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
    monkeypatch.setattr(worker.jobs, "run_due", never)
    stop = Stop()
    stop.asked = True
    worker.work_until_stopped(stop)


def test_delivery_does_not_wait_for_a_job_and_both_end_when_told_to(monkeypatch):
    stop, delivered, running = Stop(), threading.Event(), threading.Event()

    def long_job(most):
        running.set()
        assert delivered.wait(20)
        stop.asked = True
        return 1

    def deliver():
        if running.is_set():
            delivered.set()
        return 0

    monkeypatch.setattr(worker, "close_old_connections", lambda: None)  # no database here
    monkeypatch.setattr(worker.jobs, "run_due", long_job)
    monkeypatch.setattr(worker.outbox, "deliver_due", deliver)
    worker.work_until_stopped(stop)
    assert delivered.is_set()


def test_what_breaks_the_jobs_ends_the_process(monkeypatch):
    def broken(most):
        raise ZeroDivisionError

    monkeypatch.setattr(worker, "close_old_connections", lambda: None)
    monkeypatch.setattr(worker.jobs, "run_due", broken)
    monkeypatch.setattr(worker.outbox, "deliver_due", lambda: 0)
    with pytest.raises(ZeroDivisionError):
        worker.work_until_stopped(Stop())

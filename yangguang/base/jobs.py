"""Scheduled work: registered by name with its pause, run by the job process under a lease, never twice at once."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q

from yangguang.base.models.job_run import JobRun
from yangguang.kernel import clock

LEASE = timedelta(minutes=30)


@dataclass(frozen=True)
class Job:
    """One scheduled job."""

    name: str
    title: str
    every: timedelta
    run: Callable[[], object]
    slow: bool = False


_jobs: dict[str, Job] = {}


def scheduled(
    name: str, *, title: str, every: timedelta, slow: bool = False
) -> Callable[[Callable[[], object]], Callable[[], object]]:
    """Register a function to be run again and again with this pause. What is `slow` waits for nobody, and nobody waits for it."""

    def register(function: Callable[[], object]) -> Callable[[], object]:
        _jobs[name] = Job(name, title, every, function, slow)
        return function

    return register


def register() -> dict[str, Job]:
    """Every job by name."""
    return dict(_jobs)


def run_due(most: int | None = None, *, slow: bool | None = None) -> int:
    """Run what is due, `most` of it at once, and return how many jobs ran; one that fails keeps its error till its next time.

    `slow` says which lane runs: without it both do.
    """
    ran = 0
    for job in (one for one in _due() if slow is None or one.slow == slow):
        if ran == most:
            break
        now = clock.now()
        due = JobRun.objects.filter(name=job.name, next_run_at__lte=now)
        free = due.filter(Q(leased_until=None) | Q(leased_until__lt=now))
        if free.update(leased_until=now + LEASE, last_started_at=now):
            _run(job)
            ran += 1
    return ran


def _due() -> list[Job]:
    """Those whose time has come, who waits longest first; one that nobody ran before is due at once."""
    now, known = clock.now(), dict(JobRun.objects.order_by().values_list("name", "next_run_at"))
    for name in _jobs.keys() - known.keys():
        JobRun.objects.get_or_create(name=name, defaults={"next_run_at": now})
    due = [name for name in _jobs if known.get(name, now) <= now]
    return [_jobs[name] for name in sorted(due, key=lambda name: known.get(name, now))]


def _run(job: Job) -> None:
    error = ""
    try:
        job.run()
    except Exception:  # a failing job must not stop the others
        error = traceback.format_exc()[-4000:]
    now = clock.now()
    changes = {"leased_until": None, "next_run_at": now + job.every, "last_error": error}
    if not error:
        changes["last_done_at"] = now
    JobRun.objects.filter(name=job.name).update(**changes)

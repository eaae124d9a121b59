"""Scheduled work runs when it is due, never twice at once, and a failing job stops nobody."""

from datetime import timedelta

import pytest

from yangguang.base import jobs
from yangguang.base.models import JobRun
from yangguang.kernel import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def ran(monkeypatch):
    monkeypatch.setattr(jobs, "_jobs", {})
    times = []
    jobs.scheduled("tests.good", title="好", every=timedelta(hours=1))(lambda: times.append("good"))
    jobs.scheduled("tests.bad", title="坏", every=timedelta(hours=1))(lambda: 1 / 0)
    return times


def test_job_runs_when_due_and_again_after_its_pause(ran):
    assert jobs.run_due() == 2
    assert jobs.run_due() == 0
    with clock.frozen(clock.now() + timedelta(hours=1)):
        assert jobs.run_due() == 2
    assert ran == ["good", "good"]


def test_failing_job_keeps_its_error_and_stops_nobody(ran):
    jobs.run_due()
    assert "ZeroDivisionError" in JobRun.objects.get(name="tests.bad").last_error
    assert JobRun.objects.get(name="tests.good").last_error == ""


def test_job_another_process_is_running_is_left_alone(ran):
    jobs.run_due()
    later = clock.now() + timedelta(hours=2)
    JobRun.objects.filter(name="tests.good").update(leased_until=later + timedelta(minutes=10))
    with clock.frozen(later):
        assert jobs.run_due() == 1
    assert ran == ["good"]


def test_one_job_at_a_time_leaves_room_for_deliveries(ran, django_assert_num_queries):
    assert [jobs.run_due(most=1) for _ in range(3)] == [1, 1, 0]
    with django_assert_num_queries(1):
        jobs.run_due(most=1)


def test_job_that_is_due_again_and_again_lets_the_others_go_first(ran):
    jobs.run_due()
    often = clock.now() + timedelta(hours=1)
    JobRun.objects.filter(name="tests.good").update(next_run_at=often - timedelta(seconds=5))
    with clock.frozen(often):
        assert jobs.run_due(most=1) == 1
        JobRun.objects.filter(name="tests.good").update(next_run_at=often)
        JobRun.objects.filter(name="tests.bad").update(next_run_at=often - timedelta(seconds=1), last_error="")
        jobs.run_due(most=1)
    assert JobRun.objects.get(name="tests.bad").last_error

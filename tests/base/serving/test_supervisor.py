"""The supervisor: what dies comes back, what is told to stop stops."""

import os
import signal
import sys
import time
from argparse import Namespace

import pytest

from yangguang.base.commands import serve
from yangguang.base.serving import supervisor
from yangguang.base.serving.stopping import Stop
from yangguang.base.serving.supervisor import Child, Supervisor

SLEEPS = [sys.executable, "-c", "import time; time.sleep(60)"]
STUBBORN = [
    sys.executable,
    "-c",
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(flush=True); time.sleep(60)",
]


@pytest.fixture
def sleeper():
    child = Child("sleeper", SLEEPS, os.environ)
    child.start()
    yield child
    if child.process is not None:
        child.process.kill()
        child.process.wait()


def look_until(child, condition, seconds=10):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        child.look_after()
        if condition():
            return True
        time.sleep(0.02)
    return False


def test_process_that_dies_is_started_again(sleeper):
    first = sleeper.process
    first.kill()
    assert look_until(sleeper, lambda: sleeper.process not in (None, first))


def test_process_that_keeps_dying_is_started_ever_more_slowly(sleeper):
    pauses = []
    for _ in range(3):
        process = sleeper.process
        process.kill()
        assert look_until(sleeper, lambda process=process: sleeper.process not in (None, process))
        pauses.append(sleeper.pause)
    assert pauses == sorted(set(pauses))
    assert pauses[-1] <= supervisor.LONGEST_PAUSE


def test_all_children_stop_together():
    house = Supervisor([Child("one", SLEEPS, os.environ), Child("two", SLEEPS, os.environ)], Stop())
    for child in house.children:
        child.start()
    assert house.end() == 0
    assert [child.process.returncode for child in house.children] == [-signal.SIGTERM] * 2


def test_child_that_does_not_stop_is_ended_after_a_while(monkeypatch):
    monkeypatch.setattr(supervisor, "PATIENCE", 0.3)
    house = Supervisor([Child("stubborn", STUBBORN, os.environ)], Stop())
    house.children[0].start()
    time.sleep(0.5)
    assert house.end() == 1
    assert house.children[0].process.returncode == -signal.SIGKILL


@pytest.mark.parametrize(("host", "told"), [("127.0.0.1", "http://127.0.0.1:8041"), ("0.0.0.0", None)])
def test_demonstration_names_the_port_it_runs_on(settings, monkeypatch, host, told):
    monkeypatch.delenv("YANGGUANG_PUBLIC_SITE_URL", raising=False)
    settings.DEMO = True
    for child in serve.children_of(Namespace(host=host, port=8041, workers=1)):
        assert child.environment.get("YANGGUANG_PUBLIC_SITE_URL") == told

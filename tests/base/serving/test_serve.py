"""The served site as its visitors and its administrator meet it: a real server in a folder of its own."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
COMMAND = [sys.executable, "-m", "yangguang"]


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


@pytest.fixture
def environment(tmp_path):
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("YANGGUANG_", "DJANGO_"))}
    return kept | {"YANGGUANG_DATA_DIR": str(tmp_path)}


def answers(port, seconds=60):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5) as response:
                return json.load(response)["ready"]
        except OSError:
            time.sleep(0.1)
    return False


def children_of(pid):
    return [int(number) for number in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def are_gone(pids, seconds=60):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if not any(Path(f"/proc/{pid}").exists() for pid in pids):
            return True
        time.sleep(0.1)
    return False


@pytest.fixture
def site(environment):
    subprocess.run([*COMMAND, "init"], cwd=ROOT, env=environment, check=True, capture_output=True)
    port = free_port()
    server = subprocess.Popen(
        [*COMMAND, "serve", "--port", str(port), "--workers", "1"], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL
    )
    yield server, port
    if server.poll() is None:
        server.kill()
    server.wait()


def test_site_recovers_from_the_death_of_every_child_and_stops_cleanly(site):
    server, port = site
    assert answers(port)
    before = children_of(server.pid)
    assert len(before) == 2

    for child in before:
        os.kill(child, signal.SIGKILL)
    assert are_gone(before)
    assert answers(port)

    after = children_of(server.pid)
    server.send_signal(signal.SIGTERM)
    assert server.wait(timeout=30) == 0
    assert are_gone(after)


def test_children_do_not_outlive_a_killed_supervisor(site):
    server, port = site
    assert answers(port)
    children = children_of(server.pid)
    server.kill()
    server.wait()
    assert are_gone(children)


def test_serving_a_site_that_was_never_prepared_says_what_to_do(environment):
    run = subprocess.run(
        [*COMMAND, "serve", "--port", str(free_port())], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    assert run.returncode == 3
    assert "yangguang init" in run.stderr


def test_serving_on_a_taken_port_says_what_to_do(environment):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        run = subprocess.run(
            [*COMMAND, "serve", "--port", port], cwd=ROOT, env=environment, capture_output=True, text=True
        )
    assert run.returncode == 3
    assert "PORT=" in run.stderr


def test_worker_whose_supervisor_died_while_it_was_starting_stops_at_once(environment):
    subprocess.run([*COMMAND, "init"], cwd=ROOT, env=environment, check=True, capture_output=True)
    nobody = environment | {"YANGGUANG_SUPERVISOR": "1"}
    run = subprocess.run([*COMMAND, "worker"], cwd=ROOT, env=nobody, capture_output=True, timeout=60)
    assert run.returncode == 0

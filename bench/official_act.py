"""How fast one official act goes through HTTP: gates, rows, ledger lines and one durable commit.

Run: .venv/bin/python -m bench.official_act [acts] [postgresql]. One web process is started on a fresh site, on SQLite with
synchronous=FULL or on a PostgreSQL of its own; a handler puts evidence into a case again and again. In the same run, turn
about, bare transactions of one row are committed to the same kind of database with the same durability. Prints acts a
second, CPU milliseconds of the web process an act, bare commits a second, the ratio, and a line of JSON.
"""

from __future__ import annotations

import http.client
import json
import os
import re
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing, nullcontext
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

FOLDER = Path(tempfile.mkdtemp(prefix="yangguang-bench-"))
os.environ |= {"YANGGUANG_DATA_DIR": str(FOLDER), "DJANGO_SETTINGS_MODULE": "config.settings.base"}
ROUNDS = 5


def a_site() -> tuple[str, str, str]:
    """A site with one open case: the case's reference, the handler's session and an officer's references."""
    import django

    django.setup()
    from django.contrib.sessions.backends.db import SessionStore
    from django.core.management import call_command

    for alias in ("default", "public"):
        call_command("migrate", database=alias, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    from tests.builders.cases import an_open_case, handler_of, officers_of
    from yangguang.directory.backends import __name__ as backends

    case = an_open_case()
    handler = handler_of(case)
    session = SessionStore()
    session.update(
        {
            "_auth_user_id": str(handler.pk),
            "_auth_user_backend": _backend(backends),
            "_auth_user_hash": handler.get_session_auth_hash(),
        }
    )
    session.save()
    return case.public_id, session.session_key, ",".join(o.public_id for o in officers_of(case.body))


def _backend(module: str) -> str:
    from django.conf import settings

    return next(name for name in settings.AUTHENTICATION_BACKENDS if name.startswith(module) or "axes" not in name)


def a_server(port: int) -> subprocess.Popen[bytes]:
    """One web process with threads, as `yangguang serve` starts it."""
    command = [sys.executable, "-m", "gunicorn", "-c", "python:yangguang.base.serving.web", "-w", "1"]
    environment = os.environ | {"YANGGUANG_HOSTS": "127.0.0.1"}
    return subprocess.Popen([*command, "-b", f"127.0.0.1:{port}", "config.wsgi:application"], env=environment)


def act(server: http.client.HTTPConnection, address: str, cookies: str, token: str, fields: dict) -> int:
    """Post the form once; 302 when the act was carried out."""
    body = urlencode(fields | {"csrfmiddlewaretoken": token}, doseq=True)
    server.request("POST", address, body, {"Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded"})
    response = server.getresponse()
    response.read()
    return response.status


def opened(server: http.client.HTTPConnection, address: str, session: str) -> tuple[str, str, dict[str, str]]:
    """The form as the handler opens it: its cookies, its token, and the moment it proposes."""
    server.request("GET", address, headers={"Cookie": f"sessionid={session}"})
    response = server.getresponse()
    page, given = response.read().decode(), response.getheader("Set-Cookie") or ""
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    csrf = re.search(r"csrftoken=(\w+)", given)
    hidden = dict(re.findall(r'<input type="hidden" name="(seen|version|draft_key)" value="([^"]*)"', page))
    if not (token and csrf):
        raise SystemExit(f"the act's form did not open: {response.status}")
    return f"sessionid={session}; csrftoken={csrf.group(1)}", token.group(1), hidden


def cpu_of(web: subprocess.Popen[bytes]) -> float:
    """CPU seconds the web process and its workers have used so far."""
    family = [web.pid, *map(int, Path(f"/proc/{web.pid}/task/{web.pid}/children").read_text().split())]
    told = [Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in family]
    return sum(int(one[11]) + int(one[12]) for one in told) / os.sysconf("SC_CLK_TCK")


def bare_commits(count: int) -> float:
    """Seconds for `count` transactions of one row on the same disk with the same durability."""
    if address := os.environ.get("YANGGUANG_DATABASE_URL"):
        return bare_commits_on_postgresql(address, count)
    with closing(sqlite3.connect(FOLDER / "bare.sqlite3", isolation_level=None)) as bare:
        bare.execute("PRAGMA journal_mode=WAL")
        bare.execute("PRAGMA synchronous=FULL")
        bare.execute("CREATE TABLE IF NOT EXISTS row (id INTEGER PRIMARY KEY, said TEXT)")
        began = time.perf_counter()
        for number in range(count):
            bare.execute("BEGIN IMMEDIATE")
            bare.execute("INSERT INTO row (said) VALUES (?)", [f"row {number}"])
            bare.execute("COMMIT")
        return time.perf_counter() - began


def bare_commits_on_postgresql(address: str, count: int) -> float:
    """The same on the PostgreSQL of this run."""
    import psycopg

    with psycopg.connect(address, autocommit=True) as bare:
        bare.execute("CREATE TABLE IF NOT EXISTS bare_row (id bigserial PRIMARY KEY, said text)")
        began = time.perf_counter()
        for number in range(count):
            bare.execute("INSERT INTO bare_row (said) VALUES (%s)", [f"row {number}"])
        return time.perf_counter() - began


def a_database(kind: str) -> Any:
    """The context in which the run's database lives: nothing to do for SQLite."""
    if kind != "postgresql":
        return nullcontext()
    from structure.postgresql import a_server as a_postgresql

    return a_postgresql()


def main(acts: int, kind: str = "sqlite") -> None:
    """Give the run its database, measure, print."""
    with a_database(kind) as address:
        if address:
            os.environ["YANGGUANG_DATABASE_URL"] = address
        measure(acts)


def measure(acts: int) -> None:
    """Measure in turns and print."""
    case, session, officers = a_site()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    web = a_server(port)
    try:
        time.sleep(4)
        server = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        address = f"/desk/cases/{case}/acts/collect_evidence/"
        ours, bare, cpu = [], [], []
        for turn in range(ROUNDS + 1):
            began, used = time.perf_counter(), cpu_of(web)
            cookies, token, hidden = opened(server, address, session)
            for number in range(acts):
                fields = hidden | {
                    "kind": "documentary_evidence", "name": f"工资表{turn}-{number}", "source": "用人单位",
                    "proves": "欠薪数额", "obtained_on": time.strftime("%Y-%m-%d"), "officers": officers.split(","),
                    "occurred_at": time.strftime("%Y-%m-%dT%H:%M", time.gmtime(time.time() + 8 * 3600 - 60)),
                    "late_reason": "", "certificate_shown": "on", "once": f"{turn}-{number}",
                }  # fmt: skip
                status = act(server, address, cookies, token, fields)
                if status != 302:
                    raise SystemExit(f"the act was not carried out: {status}")
                hidden = {}
            took = time.perf_counter() - began
            if turn:  # the first turn warms up
                ours.append(acts / took)
                cpu.append((cpu_of(web) - used) / acts * 1000)
                bare.append(acts * 5 / bare_commits(acts * 5))
    finally:
        web.terminate()
    ratio = statistics.median(o / b for o, b in zip(ours, bare, strict=True))
    print(f"acts a second {statistics.median(ours):.1f} (min {min(ours):.1f}, max {max(ours):.1f})")
    print(f"CPU of the web process {statistics.median(cpu):.1f} ms an act")
    print(f"bare durable commits a second {statistics.median(bare):.0f}; ratio {ratio:.4f}")
    print(json.dumps({"acts_per_second": ours, "cpu_ms_per_act": cpu, "bare_commits_per_second": bare, "ratio": ratio}))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 40, *sys.argv[2:3])

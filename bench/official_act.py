"""How fast official acts go through HTTP: gates, rows, ledger lines and one durable commit each.

Run: .venv/bin/python -m bench.official_act [seconds of a round] [sqlite|postgresql] [clients] [workers]. Web processes are
started on a fresh site as `yangguang serve` starts them (two unless told otherwise), on SQLite with synchronous=FULL or on a
PostgreSQL of its own; each client puts evidence into a case of its own, all of one body and so of one ledger chain, again and
again. In the same run, turn about, bare transactions of one row are committed to the same kind of database with the same
durability, by one connection. Prints acts a second, CPU milliseconds of the web processes and of the clients an act, bare
commits a second, the ratio, and a line of JSON.
"""

from __future__ import annotations

import json
import os
import re
import sqlite3
import statistics
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import Any

FOLDER = Path(tempfile.mkdtemp(prefix="yangguang-bench-"))
os.environ |= {"YANGGUANG_DATA_DIR": str(FOLDER), "DJANGO_SETTINGS_MODULE": "config.settings.base"}
from bench.clients import Answer, Client, asking, expected, posting, served_at_once
from bench.desk_site import a_database, cpu_of, prepared, served, session_of

ROUNDS = 5


def a_site(clients: int) -> tuple[list[str], str, list[str]]:
    """A site with an open case for each client: their references, the handler's cookie and the officers' references."""
    prepared()
    from tests.builders.cases import an_agency, an_open_case, handler_of, officers_of

    body = an_agency()
    cases = [an_open_case(body=body) for _ in range(clients)]
    return (
        [case.public_id for case in cases],
        f"sessionid={session_of(handler_of(cases[0]))}",
        [o.public_id for o in officers_of(body)],
    )


def opened(answer: Answer, session: str) -> tuple[str, str, dict[str, str]]:
    """The form as the handler opens it: its cookies, its token, and the moment it proposes."""
    page = expected(answer, 200).body.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    csrf = re.search(rb"csrftoken=(\w+)", answer.head)
    hidden = dict(re.findall(r'<input type="hidden" name="(seen|version|draft_key)" value="([^"]*)"', page))
    if not (token and csrf):
        raise SystemExit("the act's form did not open")
    return f"{session}; csrftoken={csrf.group(1).decode()}", token.group(1), hidden


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


def main(seconds: int, kind: str = "sqlite", clients: int = 1, workers: int = 2) -> None:
    """Give the run its database, measure, print."""
    with a_database(kind) as address:
        if address:
            os.environ["YANGGUANG_DATABASE_URL"] = address
        measure(seconds, kind, clients, workers)


def measure(seconds: int, kind: str, clients: int, workers: int) -> None:
    """Measure in turns and print."""
    cases, session, officers = a_site(clients)
    ours: list[float] = []
    bare: list[float] = []
    cpu: list[float] = []
    clients_cpu: list[float] = []
    with served(workers) as (port, web):
        for turn in range(ROUNDS + 1):
            done: list[float] = []
            used, own, until = cpu_of(web), time.process_time(), time.perf_counter() + (seconds if turn else 2)
            took = served_at_once(
                port, [a_client(one, session, officers, until, f"{turn}-{n}", done) for n, one in enumerate(cases)]
            )
            if turn:  # the first turn warms up
                ours.append(len(done) / took)
                cpu.append((cpu_of(web) - used) / len(done) * 1000)
                clients_cpu.append((time.process_time() - own) / len(done) * 1000)
                bare.append(500 / bare_commits(500))
    ratio = statistics.median(o / b for o, b in zip(ours, bare, strict=True))
    print(f"{kind}, {clients} clients, {workers} web processes")
    print(f"acts a second {statistics.median(ours):.1f} (min {min(ours):.1f}, max {max(ours):.1f})")
    print(
        f"CPU of the web processes {statistics.median(cpu):.1f} ms an act, of the clients {statistics.median(clients_cpu):.1f}"
    )
    print(f"bare durable commits a second {statistics.median(bare):.0f}; ratio {ratio:.4f}")
    told: dict[str, Any] = {"database": kind, "clients": clients, "workers": workers}
    told |= {
        "acts_per_second": ours,
        "cpu_ms_per_act": cpu,
        "client_cpu_ms": clients_cpu,
        "bare_commits_per_second": bare,
        "ratio": ratio,
    }
    print(json.dumps(told))


def a_client(case: str, session: str, officers: list[str], until: float, turn: str, done: list[float]) -> Client:
    """One client opens the form once and carries the act out again and again."""
    address = f"/desk/cases/{case}/acts/collect_evidence/"
    cookies, token, hidden = opened((yield asking(address, session)), session)
    while time.perf_counter() < until:
        number = f"{turn}-{len(done)}"
        fields = hidden | {
            "kind": "documentary_evidence", "name": f"工资表{number}", "source": "用人单位",
            "proves": "欠薪数额", "obtained_on": time.strftime("%Y-%m-%d"), "officers": officers,
            "occurred_at": time.strftime("%Y-%m-%dT%H:%M", time.gmtime(time.time() + 8 * 3600 - 60)),
            "late_reason": "", "certificate_shown": "on", "once": number, "csrfmiddlewaretoken": token,
        }  # fmt: skip
        done.append(expected((yield posting(address, cookies, fields)), 302).seconds)
        hidden = {}


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5, *sys.argv[2:3], *map(int, sys.argv[3:5]))

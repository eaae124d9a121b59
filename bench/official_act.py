"""How fast official acts go through HTTP: gates, rows, ledger lines and one durable commit each.

Run: .venv/bin/python -m bench.official_act [acts] [sqlite|postgresql] [clients] [workers]. Web processes are started on a
fresh site as `yangguang serve` starts them (two unless told otherwise), on SQLite with synchronous=FULL or on a PostgreSQL of its
own; each client puts evidence into a case of its own, all of one body and so of one ledger chain, again and again. In the same
run, turn about, bare transactions of one row are committed to the same kind of database with the same durability, by one
connection. Prints acts a second, CPU milliseconds of the web processes an act, bare commits a second, the ratio, and a line of
JSON.
"""

from __future__ import annotations

import http.client
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
from urllib.parse import urlencode

FOLDER = Path(tempfile.mkdtemp(prefix="yangguang-bench-"))
os.environ |= {"YANGGUANG_DATA_DIR": str(FOLDER), "DJANGO_SETTINGS_MODULE": "config.settings.base"}
from bench.desk_site import a_database, at_once, cpu_of, prepared, served, session_of

ROUNDS = 5


def a_site(clients: int) -> tuple[list[str], str, list[str]]:
    """A site with an open case for each client: their references, the handler's session and the officers' references."""
    prepared()
    from tests.builders.cases import an_agency, an_open_case, handler_of, officers_of

    body = an_agency()
    cases = [an_open_case(body=body) for _ in range(clients)]
    return (
        [case.public_id for case in cases],
        session_of(handler_of(cases[0])),
        [o.public_id for o in officers_of(body)],
    )


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


def main(acts: int, kind: str = "sqlite", clients: int = 1, workers: int = 2) -> None:
    """Give the run its database, measure, print."""
    with a_database(kind) as address:
        if address:
            os.environ["YANGGUANG_DATABASE_URL"] = address
        measure(acts, kind, clients, workers)


def measure(acts: int, kind: str, clients: int, workers: int) -> None:
    """Measure in turns and print."""
    cases, session, officers = a_site(clients)
    ours: list[float] = []
    bare: list[float] = []
    cpu: list[float] = []
    with served(workers) as (port, web):
        for turn in range(ROUNDS + 1):

            def work(server: http.client.HTTPConnection, number: int, turn: int = turn) -> None:
                a_turn(server, cases[number], session, officers, acts, f"{turn}-{number}")

            used = cpu_of(web)
            took = at_once(clients, port, work)
            if turn:  # the first turn warms up
                ours.append(acts * clients / took)
                cpu.append((cpu_of(web) - used) / acts / clients * 1000)
                bare.append(acts * 5 / bare_commits(acts * 5))
    ratio = statistics.median(o / b for o, b in zip(ours, bare, strict=True))
    print(f"{kind}, {clients} clients, {workers} web processes")
    print(f"acts a second {statistics.median(ours):.1f} (min {min(ours):.1f}, max {max(ours):.1f})")
    print(f"CPU of the web processes {statistics.median(cpu):.1f} ms an act")
    print(f"bare durable commits a second {statistics.median(bare):.0f}; ratio {ratio:.4f}")
    told: dict[str, Any] = {"database": kind, "clients": clients, "workers": workers}
    told |= {"acts_per_second": ours, "cpu_ms_per_act": cpu, "bare_commits_per_second": bare, "ratio": ratio}
    print(json.dumps(told))


def a_turn(
    server: http.client.HTTPConnection, case: str, session: str, officers: list[str], acts: int, turn: str
) -> None:
    """One client opens the form once and carries the act out again and again."""
    address = f"/desk/cases/{case}/acts/collect_evidence/"
    cookies, token, hidden = opened(server, address, session)
    for number in range(acts):
        fields = hidden | {
            "kind": "documentary_evidence", "name": f"工资表{turn}-{number}", "source": "用人单位",
            "proves": "欠薪数额", "obtained_on": time.strftime("%Y-%m-%d"), "officers": officers,
            "occurred_at": time.strftime("%Y-%m-%dT%H:%M", time.gmtime(time.time() + 8 * 3600 - 60)),
            "late_reason": "", "certificate_shown": "on", "once": f"{turn}-{number}",
        }  # fmt: skip
        status = act(server, address, cookies, token, fields)
        if status != 302:
            raise RuntimeError(f"the act was not carried out: {status}")
        hidden = {}


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 40, *sys.argv[2:3], *map(int, sys.argv[3:5]))

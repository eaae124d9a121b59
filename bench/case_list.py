"""How fast the list of 100,000 cases opens for an ordinary handler: first, deep and filtered pages, searches, 16 users at once.

Run: .venv/bin/python -m bench.case_list [cases] [sqlite|postgresql] [seconds of a round]. The rows are written straight into the
tables of a fresh site: 95 of 100 cases are closed, and each of 40 handlers has a fortieth. YANGGUANG_BENCH_SITE names a folder
(and YANGGUANG_DATABASE_URL its database) where they lie already. Two web processes serve 16 users, each a handler of their own,
who each ask for the page again and again; once more while an act a second is recorded, as counts are kept until something is.
Prints pages a second, the median, the 95th percentile, CPU milliseconds (the database server's with them; the clients' besides)
and statements a page, then a line of JSON.

Open Zaak publishes a median of 430 ms for its case list with 16 users on ten one-CPU pods (docs, "Performance"): at most
16 / 0.43 = 37.2 requests a second, 3.72 a CPU. It answers JSON over PostgreSQL; ours is a whole HTML page. Both ratios are
given: whole (ours / 37.2) and for each CPU (ours / 2 / 3.72). Open Zaak itself is not run here.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

SITE = os.environ.get("YANGGUANG_BENCH_SITE", "")
os.environ |= {
    "YANGGUANG_DATA_DIR": SITE or tempfile.mkdtemp(prefix="yangguang-bench-"), "DJANGO_SETTINGS_MODULE": "config.settings.base",
    "YANGGUANG_HOSTS": "127.0.0.1,testserver",
}  # fmt: skip
from bench.clients import Client, asking, expected, served_at_once
from bench.desk_site import a_database, cpu_of, database_cpu, prepared, served, session_of

USERS, WORKERS, ROUNDS, HANDLERS = 16, 2, 3, 40
PUBLISHED, THEIR_CPUS = 16 / 0.430, 10
WRITTEN = "first page, an act a second"
DEEP = range(2, 500, 7)  # the pages that "{}" in an address stands for, in turns
PAGES = {
    "first page": "/desk/cases/",
    WRITTEN: "/desk/cases/",
    "deep page": "/desk/cases/?page=400",
    "deep pages, each time another": "/desk/cases/?page={}",
    "beyond what is counted": "/desk/cases/?page=4000&after=20000",
    "filters on": "/desk/cases/?stage=closed&kind=labour&year=2025&page=3",
    "by party": "/desk/cases/?party=第17建筑",
    "by number": "/desk/cases/?no=2025 9917",
}


def many(count: int) -> None:
    """The rows, each handler with a fortieth of them."""
    from django.db import connection

    from tests.builders.cases import an_agency, officers_of
    from tests.builders.directory import an_officer
    from tests.builders.many import many_cases
    from yangguang.cases.models import Assignment, Case, Clock
    from yangguang.kernel import clock

    body = an_agency()
    officers = [*officers_of(body)]
    while len(officers) < HANDLERS:
        officers.append(an_officer(body=body, named=f"办案{len(officers)}"))
    keys = [case.pk for case in many_cases(body, count)]
    closed = keys[: count * 95 // 100]
    day = clock.today() - timedelta(days=30)
    Case.objects.filter(pk__lte=closed[-1]).update(status="closed", closed_on=day)
    Clock.objects.filter(case_id__lte=closed[-1]).update(stopped_on=day)
    for number, officer in enumerate(officers):
        rows = Assignment.objects.extra(where=[f"id %% {HANDLERS} = {number}"])
        rows.update(officer=officer)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def handlers() -> list[Any]:
    """Those who ask."""
    from yangguang.cases.models import Assignment
    from yangguang.directory.models import Account

    keys = Assignment.objects.filter(officer__account__isnull=False).values("officer__account")
    return list(Account.objects.filter(pk__in=keys).order_by("pk")[:USERS])


@contextmanager
def acts_recorded(seconds: float) -> Iterator[None]:
    """An act each so many seconds, as long as the block takes; none where that is never."""
    done = threading.Event()

    def record() -> None:
        from django.db import connection, transaction

        from yangguang.base import ledger
        from yangguang.base.events import SYSTEM, Event, Subject
        from yangguang.kernel.moment import Moment

        class Measured(Event):
            label, clauses = "测速", ()

        while not done.wait(seconds):
            with transaction.atomic():
                ledger.record(Measured(), subject=Subject("bench", "list", "bench"), actor=SYSTEM, at=Moment.now())
        connection.close()

    thread = threading.Thread(target=record)
    if seconds:
        thread.start()
    try:
        yield
    finally:
        done.set()
        if seconds:
            thread.join()


def statements_of(account: Any, address: str) -> int:
    """How many statements the page asks."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client()
    client.force_login(account)
    client.get("/desk/")  # which notes in the session that somebody is there
    with CaptureQueriesContext(connection) as asked:
        if client.get(address).status_code != 200:
            raise SystemExit(f"{address} did not open")
    return len(asked.captured_queries)


def measured(port: int, web: Any, request: str, cookies: list[str], seconds: float) -> dict[str, float]:
    """One round of one page: so many seconds, and the pages that were on their way when they were over."""
    took: list[float] = []

    def user(number: int, until: float) -> Client:
        each = [asking(request.format(page), cookies[number % len(cookies)]) for page in DEEP]
        while time.perf_counter() < until:
            took.append(expected((yield each[len(took) % len(each)]), 200).seconds)

    used, own, until = cpu_of(web) + database_cpu(), time.process_time(), time.perf_counter() + seconds
    passed = served_at_once(port, [user(number, until) for number in range(USERS)])
    tall = sorted(took)
    return {
        "pages_per_second": len(took) / passed, "median_ms": statistics.median(took) * 1000,
        "p95_ms": tall[int(len(tall) * 0.95)] * 1000, "cpu_ms": (cpu_of(web) + database_cpu() - used) / len(took) * 1000,
        "client_cpu_ms": (time.process_time() - own) / len(took) * 1000,
    }  # fmt: skip


def main(count: int, kind: str = "sqlite", seconds: int = 5) -> None:
    """Build, measure page by page in turns, print."""
    from urllib.parse import quote

    with a_database("" if SITE else kind) as address:
        if address:
            os.environ["YANGGUANG_DATABASE_URL"] = address
        prepared()
        if not (SITE and handlers()):
            many(count)
        accounts = handlers()
        pages = {name: quote(path, safe="/?=&~{}") for name, path in PAGES.items()}
        asked = {name: statements_of(accounts[0], path.format(DEEP[-1])) for name, path in pages.items()}
        cookies = [f"sessionid={session_of(account)}" for account in accounts]
        rounds: dict[str, list[dict[str, float]]] = {name: [] for name in pages}
        with served(WORKERS) as (port, web):
            for turn in range(ROUNDS + 1):
                for name, path in pages.items():
                    with acts_recorded(1 if name == WRITTEN else 0):
                        one = measured(port, web, path, cookies, seconds if turn else 2)
                    if turn:  # the first turn warms up
                        rounds[name].append(one)
        _told(kind, rounds, asked)


def _told(kind: str, rounds: dict[str, list[dict[str, float]]], asked: dict[str, int]) -> None:
    told = {}
    for name, turns in rounds.items():
        mid = {key: statistics.median(turn[key] for turn in turns) for key in turns[0]}
        mid["whole_ratio"] = mid["pages_per_second"] / PUBLISHED
        mid["ratio_per_cpu"] = mid["pages_per_second"] / WORKERS / (PUBLISHED / THEIR_CPUS)
        told[name] = mid | {"statements": asked[name]}
        print(
            f"{kind}, {name}: {mid['pages_per_second']:.1f} pages/s, median {mid['median_ms']:.0f} ms, p95 {mid['p95_ms']:.0f} ms,"
            f" {mid['cpu_ms']:.1f} ms CPU (the clients {mid['client_cpu_ms']:.1f}), {asked[name]} statements;"
            f" {mid['whole_ratio']:.2f} x whole, {mid['ratio_per_cpu']:.1f} x a CPU"
        )
    print(json.dumps({"database": kind, "users": USERS, "pages": told}, ensure_ascii=False))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000, *sys.argv[2:3], *map(int, sys.argv[3:4]))

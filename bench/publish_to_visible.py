"""How long from the answer to a release until the public reads the decision: the goal is one second.

Run: .venv/bin/python -m bench.publish_to_visible [releases] [backlog]. A real site on SQLite: `yangguang worker` delivers, the web
server serves; a release is the use case in a process of its own, as the desk's are. Asked from the instant it returned, every
5 ms on one kept connection, until the page says the decision's number; so 5 ms are the grain. First with nothing else to do,
then with `backlog` events of other decisions recorded just before, which all go first. Beside it, turn about: the page's bytes
written durably to the same disk and one row committed, which is the least a publication could cost.

Prints medians, 95th percentiles and the most, the ratio of the medians, and a line of JSON.
"""

import http.client
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DATA = Path(tempfile.mkdtemp(prefix="yangguang-bench-"))
os.environ |= {"DJANGO_SETTINGS_MODULE": "config.settings.base", "YANGGUANG_DATA_DIR": str(DATA)}
GRAIN, PATIENCE, GOAL = 0.005, 120, 1.0
USUAL = (20, 200)  # releases, backlog

from bench.desk_site import prepared, served


def waiting_publications(count):
    """People, and publications that wait for the second of them."""
    from tests.builders.disclosure import a_publication, the_people

    people = the_people()
    return people, [a_publication(people, state="prepared") for _ in range(count)]


def release(publication, people):
    """As the desk does it; the instant it answered."""
    from tests.builders.disclosure import a_code
    from yangguang.disclosure.queries import standing_of
    from yangguang.disclosure.use_cases.release_publication import release_publication
    from yangguang.kernel import clock
    from yangguang.kernel.moment import Moment

    late = standing_of(publication, clock.today()).overdue
    release_publication(
        publication_id=publication.pk, code=a_code(people.second), actor=people.second, at=Moment.now(),
        late_reason="公示员出差" if late else "",
    )  # fmt: skip
    return time.perf_counter()


def visible_after(port, publication, answered):
    """Seconds until the page says the decision's number."""
    connection, number = http.client.HTTPConnection("127.0.0.1", port, timeout=30), publication.decision.number
    while time.perf_counter() - answered < PATIENCE:
        connection.request("GET", f"/decisions/{publication.notice_ref}")
        response = connection.getresponse()
        page = response.read().decode("utf-8", "replace")
        if response.status == 200 and number in page:
            connection.close()
            return time.perf_counter() - answered, len(page.encode())
        time.sleep(GRAIN)
    raise SystemExit(f"{publication} was not visible after {PATIENCE} s")


def bare(size, number):
    """The least it could cost: the page on the disk, and one row committed."""
    from yangguang.base.models import Blob
    from yangguang.kernel import clock, disk

    begun = time.perf_counter()
    disk.write_durably(DATA / "bare" / f"{number}.html", b"x" * size)
    Blob.objects.create(sha256=f"{number:064x}", size=size, media_type="text/html", stored_at=clock.now())
    return time.perf_counter() - begun


def others(publications, count):
    """Events of decisions that are listed already, each with all its listeners."""
    from django.db import transaction

    from yangguang.base import ledger
    from yangguang.base.events import SYSTEM
    from yangguang.cases.events.deciding import DecisionMade
    from yangguang.kernel.moment import Moment

    with transaction.atomic():
        for number in range(count):
            one = publications[number % len(publications)].decision
            event = DecisionMade(
                one.public_id, one.kind, one.number, "penalty", one.decided_on, one.fine_fen, one.digest
            )
            ledger.record(event, subject=one.case.subject, actor=SYSTEM, at=Moment.now())


def idle():
    """Until nothing waits."""
    from yangguang.base.models import Delivery

    while Delivery.objects.filter(done_at=None, attempts__lt=2).exists():
        time.sleep(0.2)
    time.sleep(1)


def told(name, seconds):
    """One line, and the numbers."""
    ordered = sorted(seconds)
    found = {"median": statistics.median(ordered), "p95": ordered[int(len(ordered) * 0.95) - 1], "most": ordered[-1]}
    print(f"{name}: " + ", ".join(f"{label} {value * 1000:.0f} ms" for label, value in found.items()))
    return {label: round(value, 4) for label, value in found.items()}


def main():
    """Build, serve, measure."""
    given = [int(one) for one in sys.argv[1:3]]
    releases, backlog = [*given, *USUAL[len(given) :]]
    prepared()
    people, publications = waiting_publications(2 * releases)
    worker = subprocess.Popen([sys.executable, "-m", "yangguang", "worker"], cwd=ROOT)
    found = {"quiet": [], "behind": [], "bare": []}
    try:
        with served(1) as (port, _):
            for number, one in enumerate(publications):
                idle()
                behind = number >= releases
                if behind:
                    others(publications, backlog)
                seconds, size = visible_after(port, one, release(one, people))
                found["behind" if behind else "quiet"].append(seconds)
                found["bare"].append(bare(size, number))
    finally:
        worker.terminate()
        worker.wait()
    lines = {name: told(name, seconds) for name, seconds in found.items()}
    ratio = lines["quiet"]["median"] / lines["bare"]["median"]
    met = lines["quiet"]["p95"] <= GOAL
    print(f"quiet / bare {ratio:.0f}; goal p95 <= {GOAL} s: {'met' if met else 'NOT met'}")
    print(json.dumps({"releases": releases, "backlog": backlog, **lines, "ratio": round(ratio, 1), "met": met}))
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())

"""A process that lets its children die: each works on cases until it is killed at an instant nobody chose.

Run as `python -m tests.journeys.dying ROUNDS` on the data directory of YANGGUANG_DATA_DIR. Prints one JSON line: how many
entries the record held before each round and in the end.
"""

import json
import os
import random
import signal
import sys
import time
from datetime import date

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.base")
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connections  # noqa: E402

from tests.builders import custody, labour, summary  # noqa: E402
from tests.builders.cases import a_party, a_served_case, an_open_case  # noqa: E402
from yangguang.base import outbox  # noqa: E402
from yangguang.base.events import SYSTEM  # noqa: E402
from yangguang.base.models.ledger import LedgerEntry  # noqa: E402
from yangguang.cases.verbs import keep_all_dated  # noqa: E402
from yangguang.directory.models import Body  # noqa: E402
from yangguang.kernel import clock  # noqa: E402
from yangguang.kernel.moment import Moment  # noqa: E402

SHORTEST, LONGEST = 0.02, 1.2  # seconds a child lives once it works
A_DAY = date(2026, 11, 10)
RUN = 500  # numbered forms in the officer's hands


def ordinary(body, number):
    """From the opening to the served decision."""
    a_served_case(body=body, parties=(a_party(number),))


def on_the_spot(body, number):
    """From the scene to the fine at the bank of the officer."""
    case = summary.on_its_way(body, party=summary.a_shop(300_000 + number))
    summary.collected(case, receipt_number=f"省财{number}")


def things_held(body, number):
    """Seized and given back; preserved."""
    case = an_open_case(body=body, parties=(a_party(number),))
    custody.a_preservation(case)
    measure = custody.a_measure(case)
    ways = {one.public_id: "return" for one in measure.items.all()}
    custody.carried_out(measure, "release_coercive_measure", day=A_DAY, release_ground="other", ways=ways)


def wages(body, number):
    """From the complaint over the instruction to what is proposed."""
    lead = labour.a_complaint(body, employer=labour.an_employer(600_000 + number))
    case = labour.a_roster(labour.an_accepted_complaint(lead=lead))
    labour.a_decided_disposition(labour.a_concluded_labour_case(case=case))


LINES = (ordinary, on_the_spot, things_held, wages)


def work_until_killed(first_number):
    """Case after case on the line whose turn it is, and whatever the job process does after it."""
    body, number = Body.objects.order_by("pk").first(), first_number
    while True:
        LINES[(number // 1000 + number) % len(LINES)](body, number)
        with clock.frozen(clock.beijing(A_DAY, 10)):
            outbox.deliver_due(30)
        number += 1


def one_round(number):
    """Fork, let the child reach its work, kill it."""
    connections.close_all()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writing, b"!")
        work_until_killed(first_number=number * 1000)
    os.read(reading, 1)
    time.sleep(random.uniform(SHORTEST, LONGEST))
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    os.close(reading)
    os.close(writing)
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL


def main(rounds):
    """Prepare the site, then so many deaths."""
    for alias in connections:
        call_command("migrate", database=alias, interactive=False, verbosity=0)
    custody.given_the_power(summary.a_summary_agency(size=RUN))
    counts, killed = [LedgerEntry.objects.count()], 0
    for number in range(1, rounds + 1):
        killed += one_round(number)
        counts.append(LedgerEntry.objects.count())
    keep_all_dated(
        actor=SYSTEM, at=Moment.now()
    )  # the job process catches up with the days since those the children lived on
    print(json.dumps({"killed": killed, "entries": counts}))


if __name__ == "__main__":
    main(int(sys.argv[1]))

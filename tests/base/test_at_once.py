"""Two people at once: chains do not fork, numbers have no gaps and no twins, a form is carried out once."""

import threading

import pytest
from django.db import connection, transaction

from yangguang.base import ledger, numbers
from yangguang.base.events import SYSTEM, Subject
from yangguang.base.models import IssuedNumber, LedgerEntry
from yangguang.kernel.moment import Moment
from yangguang.records.events import EvidenceVerified

pytestmark = pytest.mark.django_db(transaction=True)
THREADS, TIMES = 6, 8


def together(act):
    """Run an act in several threads at once and return what went wrong in any of them."""
    faults, start = [], threading.Barrier(THREADS)

    def run():
        try:
            start.wait()
            for _ in range(TIMES):
                act()
        except Exception as fault:
            faults.append(fault)
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return faults


def test_chain_written_by_many_at_once_does_not_fork():
    @transaction.atomic
    def act():
        event = EvidenceVerified("工资表", "与银行流水核对一致")
        ledger.record(event, subject=Subject("evidence", "x", "body-a"), actor=SYSTEM, at=Moment.now())

    assert together(act) == []
    assert LedgerEntry.objects.filter(chain="body-a").count() == THREADS * TIMES
    assert list(ledger.faults("body-a")) == []


def test_numbers_taken_by_many_at_once_have_no_gap_and_no_twin():
    def act():
        numbers.take(
            chain="body-a", kind="监罚", year=2026, pattern="示人社监罚字〔{year}〕第{n}号", subject_kind="document",
            subject_ref="x",
        )  # fmt: skip

    assert together(act) == []
    taken = sorted(IssuedNumber.objects.values_list("number", flat=True))
    assert taken == list(range(1, THREADS * TIMES + 1))
    assert list(numbers.faults()) == []

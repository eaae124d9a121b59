"""Two people at once: chains do not fork, numbers have no gaps and no twins, a form is carried out once."""

import threading

import pytest
from django.db import connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.http import Http404, HttpResponseRedirect
from django.test import RequestFactory

from tests.builders.directory import a_body, an_account
from yangguang.base import ledger, numbers, once
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


def test_form_sent_by_many_at_once_is_carried_out_once():
    account, times = an_account(body=a_body()), []

    def act():
        event = EvidenceVerified("工资表", "与银行流水核对一致")
        with transaction.atomic():
            ledger.record(event, subject=Subject("evidence", "x", "body-c"), actor=SYSTEM, at=Moment.now())
        times.append(1)
        return HttpResponseRedirect("/desk/done/")

    def submit():
        request = RequestFactory().post("/desk/x/", {"once": "the-token"})
        request.user = account
        assert once.carried_out(request, act).url == "/desk/done/"

    assert together(submit) == []
    assert len(times) == 1
    assert LedgerEntry.objects.filter(chain="body-c").count() == 1


def test_form_looked_at_before_its_act_by_many_at_once_is_carried_out_once():
    account = an_account(body=a_body())

    def act():
        event = EvidenceVerified("工资表", "与银行流水核对一致")
        ledger.record(event, subject=Subject("evidence", "x", "body-e"), actor=SYSTEM, at=Moment.now())
        return HttpResponseRedirect("/desk/done/")

    def view(request):
        assert not connection.in_atomic_block, "nobody waits while it is looked at"
        if LedgerEntry.objects.filter(chain="body-e").exists():
            raise Http404("what the first one changed leaves nothing to see for the others")
        return once.carried_out(request, act)

    def submit():
        request = RequestFactory().post("/desk/x/", {"once": "looked-at"})
        request.user = account
        assert once.looked_at_first(request, lambda: view(request)).url == "/desk/done/"

    assert together(submit) == []
    assert LedgerEntry.objects.filter(chain="body-e").count() == 1


def test_form_nobody_carried_out_is_not_there_when_it_is_not_there():
    def view():
        raise Http404

    request = RequestFactory().post("/desk/x/", {"once": "never"})
    request.user = an_account(body=a_body())
    with pytest.raises(Http404):
        once.looked_at_first(request, view)


def test_act_and_its_token_reach_the_disk_in_one_commit(monkeypatch):
    account, commits, commit = an_account(body=a_body()), [], BaseDatabaseWrapper._commit
    monkeypatch.setattr(BaseDatabaseWrapper, "_commit", lambda held: (commits.append(1), commit(held))[1])
    request = RequestFactory().post("/desk/x/", {"once": "one-commit"})
    request.user = account

    @transaction.atomic
    def act():
        event = EvidenceVerified("工资表", "与银行流水核对一致")
        ledger.record(event, subject=Subject("evidence", "x", "body-d"), actor=SYSTEM, at=Moment.now())
        return HttpResponseRedirect("/desk/done/")

    once.carried_out(request, act)
    assert len(commits) == 1

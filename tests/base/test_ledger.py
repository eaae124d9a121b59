"""The ledger is append-only, chained and complete."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import ClassVar

import pytest
from django.db import DatabaseError, transaction

from tests.cases.refusing import refusal_of
from yangguang.base import ledger, verifying
from yangguang.base.events import SYSTEM, Event, Subject
from yangguang.base.models import LedgerEntry, LedgerHead
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class LampLit(Event):
    """An event for these tests."""

    label: ClassVar[str] = "点灯"
    clauses: ClassVar[tuple[str, ...]] = ("APL-2021:47",)
    colour: str = "red"


HALL = Subject("lamp", "hall", "body-a")


def _record(times=1):
    with transaction.atomic():
        return [ledger.record(LampLit(), subject=HALL, actor=SYSTEM, at=Moment.now()) for _ in range(times)]


def _record_and_undo():
    with suppress(ZeroDivisionError), transaction.atomic():
        raise _record(2) and ZeroDivisionError


def test_entries_of_a_body_are_chained():
    first, second = _record(2)
    assert second.previous == first.digest
    assert list(ledger.faults("body-a")) == []


def test_lines_of_one_act_ask_once_where_the_chain_stands(django_assert_num_queries):
    LedgerHead.objects.create(chain=HALL.chain, digest=ledger.GENESIS)
    with transaction.atomic(), django_assert_num_queries(7):
        for _ in range(3):
            ledger.record(LampLit(), subject=HALL, actor=SYSTEM, at=Moment.now())


def test_line_after_one_that_was_undone_follows_the_one_before_it():
    (first,) = _record()
    with transaction.atomic():
        (second,) = _record()
        _record_and_undo()
        with transaction.atomic():
            (third,) = _record()
        with transaction.atomic():
            _record_and_undo()
        (fourth,) = _record()
    assert [one.previous for one in (second, third, fourth)] == [one.digest for one in (first, second, third)]
    assert list(ledger.faults("body-a")) == []


def test_an_entry_cannot_be_changed_or_removed():
    (entry,) = _record()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        LedgerEntry.objects.filter(pk=entry.pk).update(label="别的")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        LedgerEntry.objects.filter(pk=entry.pk).delete()


def test_an_entry_forged_behind_the_ledger_is_found():
    (entry,) = _record()
    forged = LedgerEntry.objects.get(pk=entry.pk)
    forged.pk, forged.public_id, forged.sequence = None, "a" * 26, 2
    forged.previous, forged.digest = entry.digest, "f" * 64
    forged.save(force_insert=True)
    assert any("指纹不符" in fault for fault in ledger.faults("body-a"))


class Keeper:
    actor_ref, actor_name = "account:keeper", "看灯人"


@transaction.atomic
def lit_in_a_file(ago, *, why="", actor=None):
    at = Moment(clock.now() - ago, clock.now(), why)
    return ledger.record(LampLit(), subject=Subject("lamp", "hall", "body-a", file="f"), actor=actor or Keeper(), at=at)


@pytest.mark.history("P9.90")
@pytest.mark.clause("APL-2021:47")
def test_line_of_a_file_is_not_of_tomorrow_and_says_why_it_comes_weeks_late():
    with clock.frozen(clock.beijing(date(2026, 6, 12), 10)):
        assert refusal_of(lit_in_a_file, timedelta(days=-1)).field == "occurred_at"
        assert refusal_of(lit_in_a_file, timedelta(days=9)).field == "late_reason"
        assert lit_in_a_file(timedelta(days=9), why="外出办案。").late_reason
        assert lit_in_a_file(timedelta(days=1))
        assert lit_in_a_file(timedelta(days=9), actor=SYSTEM)


def test_an_act_outside_a_transaction_is_not_recorded(monkeypatch):
    monkeypatch.setattr(transaction.get_connection(), "in_atomic_block", False)
    with pytest.raises(RuntimeError, match="transaction"):
        ledger.record(LampLit(), subject=HALL, actor=SYSTEM, at=Moment.now())


def test_entry_about_an_act_typed_in_beijing_time_keeps_its_digest():
    typed = Moment(datetime(2026, 11, 17, 9, 30, tzinfo=clock.BEIJING), clock.now())
    with transaction.atomic():
        ledger.record(LampLit(), subject=HALL, actor=SYSTEM, at=typed)
    assert list(ledger.faults(HALL.chain)) == []


def test_line_whose_weight_was_changed_is_found_by_its_digest():
    (entry,) = _record()
    changed = LedgerEntry.objects.get(pk=entry.pk)
    changed.weighty = not changed.weighty
    assert ledger.digest_of(changed) != entry.digest


def test_line_written_before_the_weight_was_digested_still_holds():
    (entry,) = _record()
    older = LedgerEntry.objects.get(pk=entry.pk)
    older.pk, older.public_id, older.chain = None, "b" * 26, "body-old"
    older.digest = ledger.digest_of(older, without=ledger.NOT_AT_FIRST)
    older.save(force_insert=True)
    LedgerHead.objects.create(chain="body-old", sequence=1, digest=older.digest)
    assert list(ledger.faults("body-old")) == []


def test_chain_whose_head_was_deleted_is_found():
    _record()
    LedgerHead.objects.filter(chain="body-a").delete()
    ((_, _, found),) = verifying.run({"ledger"})
    assert found == ["账链 body-a：末端与最后一条账目不符"]

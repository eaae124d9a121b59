"""A question that is worded once is asked anew each time, and answered as Django itself would answer it."""

from datetime import date

import pytest
from django.db import DatabaseError, connections
from django.db.transaction import TransactionManagementError

from tests.builders.directory import a_body, an_officer
from yangguang.base import ledger
from yangguang.base.models import LedgerHead
from yangguang.base.worded_once import WordedOnce, worded_once
from yangguang.base.worded_writes import WordedRow
from yangguang.directory.models import Body, Certificate

pytestmark = pytest.mark.django_db
CHANGING = {"clock", "settings", "timezone", "datetime", "today", "now"}


@worded_once
def bodies_of(region, names, parent):
    rows = Body.objects.filter(region_name=region, name__in=names)
    return (rows.filter(parent=None) if parent is None else rows.filter(parent_id=parent)).order_by("pk")


WordedOnce.every.remove(bodies_of)


def test_rows_are_read_anew_each_time():
    body = a_body(region_name="示卫健")
    asked = ("示卫健", (body.name, "无此机关"), None)
    assert [(one, one.address) for one in bodies_of(*asked)] == [(body, body.address)]
    Body.objects.filter(pk=body.pk).update(address="新址")
    assert [one.address for one in bodies_of(*asked)] == ["新址"]
    Body.objects.filter(pk=body.pk).update(region_name="别处")
    assert bodies_of(*asked) == []


def test_each_shape_has_words_of_its_own():
    above, below = (a_body(name=name, region_name="示卫健") for name in ("上级机关", "下级机关"))
    Body.objects.filter(pk=above.pk).update(parent=None)
    Body.objects.filter(pk=below.pk).update(parent=above)
    both = (above.name, below.name)
    assert bodies_of("示卫健", both, None) == [above]
    assert bodies_of("示卫健", both, above) == [below]
    assert bodies_of("示卫健", (below.name,), above)[0].parent is above
    assert bodies_of("示卫健", (), None) == []


def test_one_statement_a_question(django_assert_num_queries):
    with django_assert_num_queries(2):
        bodies_of("示卫健", ("甲",), None)
        bodies_of("示卫健", ("乙",), None)


def test_row_is_not_locked_outside_a_transaction(monkeypatch):
    ledger._head("a chain")
    monkeypatch.setattr(connections["default"], "in_atomic_block", False)
    with pytest.raises(TransactionManagementError):
        ledger._head("a chain")


def test_no_shape_looks_at_the_clock_or_a_setting():
    assert WordedOnce.every
    for question in WordedOnce.every:
        assert not CHANGING & set(question.shape.__code__.co_names), question.__qualname__


def test_row_written_in_kept_words_holds_what_it_was_given():
    for number in (1, 2):
        head = LedgerHead.objects.create(chain=f"chain {number}", sequence=number)
        head.sequence, head.digest = number + 10, "left out"
        head.save(update_fields=["sequence"])
        head.refresh_from_db()
        assert (head.pk is not None, head.sequence, head.digest) == (True, number + 10, "")


def test_row_that_is_gone_is_not_said_to_be_changed():
    head = LedgerHead.objects.create(chain="chain")
    LedgerHead.objects.all().delete()
    with pytest.raises(DatabaseError, match="did not affect any rows"):
        head.save(update_fields=["sequence"])


def test_rows_every_act_writes_are_written_in_kept_words():
    assert {"Case", "Evidence", "LedgerEntry", "LedgerHead", "StepTaken", "SubmittedForm"} <= {
        row.__name__ for row in WordedRow.__subclasses__()
    }


@worded_once
def _certificates(officer):
    return Certificate.objects.filter(officer=officer).order_by("pk")


@worded_once
def _told_of(officer):
    return (
        Certificate.objects.filter(officer=officer)
        .order_by("pk")
        .values_list("valid_from", "suspensions", "fields", "state_since")
    )


for made_here in (_certificates, _told_of):
    WordedOnce.every.remove(made_here)


def test_days_and_lists_come_back_as_django_brings_them_and_no_two_rows_share_one():
    officer = an_officer()
    first = officer.certificates.get()
    for suspensions in ([], [{"from": "2026-01-01"}]):
        Certificate.objects.filter(pk=first.pk).update(suspensions=suspensions, valid_from=date(2024, 2, 29))
        ((row,), (told,)) = _certificates(officer), _told_of(officer.pk)
        plain = Certificate.objects.get(pk=first.pk)
        assert {f.attname: getattr(row, f.attname) for f in plain._meta.concrete_fields} == {
            f.attname: getattr(plain, f.attname) for f in plain._meta.concrete_fields
        }
        assert told == (plain.valid_from, suspensions, plain.fields, plain.state_since)
        assert type(row.valid_from) is date
    row.suspensions.append("of this row alone")
    assert _certificates(officer)[0].suspensions == suspensions

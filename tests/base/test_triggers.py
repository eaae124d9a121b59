"""A trigger that a rebuilt table lost is named by `yangguang verify`, and the site is not ready."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client

from tests.builders.catalogues import an_adopted_edition
from yangguang.base import triggers, verifying

pytestmark = pytest.mark.django_db
GUARDING = [("cases_decision", "decision_needs_review"), ("cases_case", "case_decided_needs_review"),
            ("catalogues_edition", "catalogues_edition_fixed_update")]  # fmt: skip


SWEEPING = {
    "sqlite": "INSERT OR REPLACE INTO {table} SELECT * FROM {table} LIMIT 1",
    "postgresql": "SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE {table} CASCADE",
}


def dropped(table, name):
    with connection.cursor() as cursor:
        cursor.execute(
            f"DROP TRIGGER {name} ON {table}" if connection.vendor == "postgresql" else f"DROP TRIGGER {name}"
        )


def faults():
    return next(found for name, _, found in verifying.run({"triggers"}))


def test_every_trigger_stands_after_migrating():
    assert triggers.missing() == []
    assert faults() == []
    assert Client().get("/readyz").json() == {"ready": True, "missing_triggers": []}


@pytest.mark.parametrize(("table", "name"), GUARDING)
def test_trigger_that_is_gone_is_named_and_the_site_is_not_ready(table, name):
    dropped(table, name)
    assert [name in fault for fault in faults()] == [True]
    answer = Client().get("/readyz")
    assert (answer.status_code, answer.json()["missing_triggers"]) == (503, [name])


def test_trigger_of_the_ledger_that_is_gone_is_named():
    (first, *_) = triggers.triggers_of(triggers.LEDGER, connection.vendor)
    dropped(triggers.LEDGER, first)
    assert [first in fault for fault in faults()] == [True]


def test_trigger_a_rebuilt_table_lost_is_named():
    cascade = " CASCADE" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE rebuilt AS SELECT * FROM catalogues_entry")
        cursor.execute(f"DROP TABLE catalogues_entry{cascade}")
        cursor.execute("ALTER TABLE rebuilt RENAME TO catalogues_entry")
    assert len(faults()) == 4


@pytest.mark.parametrize("table", ["base_ledgerentry", "catalogues_edition", "catalogues_entry"])
def test_row_that_stands_is_not_swept_away_by_another_way_of_writing(table):
    an_adopted_edition()
    with connection.cursor() as cursor, pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        cursor.execute(SWEEPING[connection.vendor].format(table=table))

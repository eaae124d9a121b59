"""A site from before the migrations were folded goes on with the new ones, and stands as an empty one would."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from yangguang.base import triggers

GUARDS = "0002_guards"
FOLDED = ("0001_tables", GUARDS)  # what was made of the earlier ones; what came later stands as it is
OURS = ("base", "catalogues", "cases", "directory", "disclosure", "legal_review", "records")


@pytest.fixture
def earlier_site(transactional_db):
    """The rows of django_migrations as they were: the folded ones applied, none of those that stand for them.

    What was put on top of folded guards later is taken back first: an earlier site never had it.
    """
    recorder, loader = MigrationRecorder(connection), MigrationLoader(None)
    recorder.tables = set(connection.introspection.table_names())
    now = recorder.migration_qs.filter(app__in=OURS)
    kept = list(now.values_list("app", "name"))
    for app in OURS:
        if (app, GUARDS) in loader.disk_migrations:
            _migrate(app, GUARDS)
    now.filter(name__in=FOLDED).delete()
    for app in OURS:
        for replaced in loader.disk_migrations[app, "0001_tables"].replaces:
            recorder.record_applied(*replaced)
    yield recorder
    recorder.migration_qs.filter(app__in=OURS).delete()
    for one in kept:
        recorder.record_applied(*one)


def _migrate(*words):
    call_command("migrate", *words, database="default", interactive=False, verbosity=0)


def test_earlier_site_goes_on(earlier_site):
    _migrate()
    applied = set(earlier_site.migration_qs.filter(app__in=OURS).values_list("app", "name"))
    assert {(app, "0001_tables") for app in OURS} <= applied
    assert set(connection.introspection.table_names()) == earlier_site.tables
    assert triggers.missing() == []


def test_tables_are_taken_back_in_one_step_too(transactional_db):
    _migrate("disclosure", "zero")
    assert "disclosure_publication" not in connection.introspection.table_names()
    _migrate()
    assert "disclosure_publication" in connection.introspection.table_names()

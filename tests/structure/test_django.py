"""Django's own checks are clean, and migrations are in step with the models, in one line for each context."""

import re

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connections
from django.db.migrations.loader import MigrationLoader
from django.template import engines

OURS = [config for config in apps.get_app_configs() if config.name.startswith("yangguang.")]
NAME = re.compile(r"^(\d{4})_([a-z][a-z0-9_]+)$")


@pytest.fixture(scope="module")
def history():
    return MigrationLoader(None)


def test_django_finds_nothing_to_warn_of(monkeypatch):
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")  # the tests' own guard is not a string
    call_command("check", fail_level="WARNING", databases=[])


@pytest.mark.django_db
def test_migrations_are_in_step_with_the_models():
    try:
        call_command("makemigrations", check_changes=True, dry_run=True, verbosity=0)
    except SystemExit:
        pytest.fail("models changed without a migration: python manage.py makemigrations")


@pytest.mark.parametrize("label", [config.label for config in OURS])
def test_migrations_of_a_context_stand_in_one_line(label, history):
    nodes = sorted(name for app, name in history.disk_migrations if app == label)
    numbers = [int(NAME.match(name).group(1)) for name in nodes]
    assert numbers == list(range(1, len(nodes) + 1)), nodes
    for before, after in zip(nodes, nodes[1:], strict=False):
        assert (label, before) in history.disk_migrations[label, after].dependencies
    assert len(history.graph.leaf_nodes(label)) <= 1


def test_migration_names_say_what_they_do(history):
    ours = {config.label for config in OURS}
    assert not [
        f"{app}.{name}"
        for app, name in history.disk_migrations
        if app in ours and (not NAME.match(name) or "_auto_" in name)
    ]


def test_no_second_door_to_the_data_is_installed():
    assert not apps.is_installed("django.contrib.admin")


@pytest.mark.django_db
@pytest.mark.parametrize("config", OURS, ids=lambda config: config.label)
def test_rows_of_a_context_live_in_one_database_only(config):
    home, elsewhere = ("public", "default") if config.label == "bulletin" else ("default", "public")
    tables = {model._meta.db_table for model in config.get_models()}
    assert tables <= set(connections[home].introspection.table_names())
    assert not tables & set(connections[elsewhere].introspection.table_names())

"""An empty database gets every table as it finally stands, at once, instead of being led through the history of each.

Step by step Django draws the state of every related model anew for each step: 20 s of CPU for a site that holds nothing. Steps
that only move rows have nothing to move here (`elidable`, Django's own word for them); those that put something on – triggers,
an index, a key – are taken in their order. The tables are the same to the letter (tests/structure/test_empty_database.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import connections, router, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.migration import Migration
from django.db.migrations.operations.special import RunPython, RunSQL
from django.db.migrations.state import ProjectState

OURS = "yangguang."


def is_empty(alias: str) -> bool:
    """Whether nothing lies in a database yet."""
    return not connections[alias].introspection.table_names()


def make_tables(alias: str, context: str | None = None) -> int:
    """Make every table that belongs in an empty database, of one context alone where it holds no other; how many steps that was.

    All or nothing: a database left in the middle is empty still.
    """
    connection = connections[alias]
    executor = MigrationExecutor(connection)
    graph = executor.loader.graph
    plan = [step for step, _ in executor.migration_plan(graph.leaf_nodes(context))]
    state = executor.loader.project_state(graph.leaf_nodes(context))
    checks = connection.disable_constraint_checking()  # SQLite makes tables without them, and cannot say so half way
    try:
        with transaction.atomic(using=alias):
            _make(connection, state)
            for name, work in _put_on(plan):
                if router.allow_migrate(alias, name, **work.hints):
                    with connection.schema_editor() as editor:
                        work.database_forwards(name, editor, state, state)
            executor.recorder.ensure_schema()
            for step in plan:
                executor.record_migration(step)  # type: ignore[call-arg, arg-type]  # Django takes the step itself
    finally:
        if checks:
            connection.enable_constraint_checking()
    return len(plan)


def _make(connection: Any, state: ProjectState) -> None:
    with connection.schema_editor() as editor:
        for model in state.apps.get_models(include_swapped=True):
            told = model._meta
            if (
                told.managed
                and not (told.proxy or told.swapped)
                and router.allow_migrate_model(connection.alias, model)
            ):
                editor.create_model(model)


def _put_on(plan: list[Migration]) -> Iterator[tuple[str, Any]]:
    """What our own contexts put on their tables: those of others only move rows."""
    for step in plan:
        if apps.get_app_config(step.app_label).name.startswith(OURS):
            for work in step.operations:
                if isinstance(work, RunPython | RunSQL) and not work.elidable:
                    yield step.app_label, work

"""A migration step that makes all tables of a context at once, as they finally stand. For migrations.

One table after another, Django draws the state of every related model anew for each: seconds on a site that is empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState


class TablesAtOnce(Operation):
    """What `makemigrations` wrote for an empty context: models first, then the fields, indexes and constraints they need."""

    def __init__(self, *steps: Operation) -> None:
        self.steps = steps

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """The steps again, as they were written."""
        return type(self).__name__, list(self.steps), {}

    def describe(self) -> str:
        """What `migrate --plan` prints."""
        return f"Create {sum(1 for _ in self._models())} tables at once"

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """All steps on a state that is not drawn yet."""
        vars(state).pop("apps", None)
        for step in self.steps:
            step.state_forwards(app_label, state)

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Each table with all its columns, indexes and constraints."""
        for name in self._models():
            model = to_state.apps.get_model(app_label, name)
            if self.allow_migrate_model(schema_editor.connection.alias, model):
                schema_editor.create_model(model)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """The last table first."""
        for name in reversed(list(self._models())):
            model = from_state.apps.get_model(app_label, name)
            if self.allow_migrate_model(schema_editor.connection.alias, model):
                schema_editor.delete_model(model)

    def _models(self) -> Iterator[str]:
        return (step.name for step in self.steps if isinstance(step, CreateModel))

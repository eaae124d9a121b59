"""Keeps the public store in a database of its own: rows of `bulletin` live in `public`, everything else in `default`.

Where the public site runs as a process of its own it may not change the public store; what citizens write then lies in `inbox`.
"""

from typing import Any

from django.conf import settings

from yangguang.base.stores import PUBLIC

FROM_CITIZENS = {
    "letter",
    "progressask",
    "publicvoice",
    "publicvoicefile",
    "subscriber",
    "subscription",
    "toldnotice",
}  # rows that visitors of the public site write


class PublicStoreRouter:
    """Sends `bulletin` to the public database and forbids relations across the two."""

    def db_for_read(self, model: Any, **hints: Any) -> str:
        """Where rows of a model are read."""
        return _store(model._meta.app_label, model._meta.model_name)

    db_for_write = db_for_read

    def allow_relation(self, one: Any, other: Any, **hints: Any) -> bool:
        """No foreign key into or out of the public store."""
        return (one._meta.app_label == PUBLIC) == (other._meta.app_label == PUBLIC)

    def allow_migrate(self, db: str, app_label: str, model_name: str | None = None, **hints: Any) -> bool:
        """Each table in one database only."""
        return db == _store(app_label, (model_name or "").lower())


def _store(app_label: str, model_name: str) -> str:
    if app_label != PUBLIC:
        return "default"
    return settings.INBOX_STORE if model_name in FROM_CITIZENS else "public"

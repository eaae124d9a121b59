"""Keeps the public store in a database of its own: rows of `bulletin` live in `public`, everything else in `default`."""

from typing import Any

PUBLIC_APPS = {"bulletin"}


class PublicStoreRouter:
    """Sends `bulletin` to the public database and forbids relations across the two."""

    def db_for_read(self, model: Any, **hints: Any) -> str:
        """Where rows of a model are read."""
        return "public" if model._meta.app_label in PUBLIC_APPS else "default"

    db_for_write = db_for_read

    def allow_relation(self, one: Any, other: Any, **hints: Any) -> bool:
        """No foreign key into or out of the public store."""
        return (one._meta.app_label in PUBLIC_APPS) == (other._meta.app_label in PUBLIC_APPS)

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        """Each table in one database only."""
        return (db == "public") == (app_label in PUBLIC_APPS)

"""Database triggers that keep the ledger append-only, for SQLite and PostgreSQL alike. For migrations."""

from __future__ import annotations

from typing import Any

PG_FUNCTION = """
CREATE OR REPLACE FUNCTION yg_refuse_change() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION 'append-only: % on %', TG_OP, TG_TABLE_NAME; END; $$ LANGUAGE plpgsql;
"""


def triggers_of(table: str, vendor: str) -> tuple[str, ...]:
    """The names of the triggers that guard a table."""
    own = (f"{table}_append_only",) if vendor == "postgresql" else (f"{table}_no_update", f"{table}_no_delete")
    return (*own, swept(table))


def swept(table: str) -> str:
    """The name of the trigger that closes the way round."""
    return f"{table}_not_swept"


def guard(table: str) -> Any:
    """A migration step that forbids UPDATE and DELETE on a table."""

    def forwards(apps: Any, editor: Any) -> None:
        backwards(apps, editor)
        vendor = editor.connection.vendor
        if vendor == "sqlite":
            for verb in ("UPDATE", "DELETE"):
                editor.execute(
                    f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                    f"BEGIN SELECT RAISE(ABORT, 'append-only: {verb} on {table}'); END;"
                )
        elif vendor == "postgresql":
            editor.execute(PG_FUNCTION, params=None)
            editor.execute(
                f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
                f"FOR EACH ROW EXECUTE FUNCTION yg_refuse_change();"
            )

    def backwards(apps: Any, editor: Any) -> None:
        if editor.connection.vendor == "sqlite":
            for verb in ("update", "delete"):
                editor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{verb}")
        elif editor.connection.vendor == "postgresql":
            editor.execute(f"DROP TRIGGER IF EXISTS {table}_append_only ON {table}")

    return forwards, backwards


def guard_against_sweeping(table: str, *unique: tuple[str, ...]) -> Any:
    """A migration step that closes the way round a guard: neither UPDATE nor DELETE triggers hear of a row that goes by
    INSERT OR REPLACE (SQLite), nor of rows that go by TRUNCATE (PostgreSQL). `unique`: what a new row may not share.
    """

    def forwards(apps: Any, editor: Any) -> None:
        backwards(apps, editor)
        vendor, told = editor.connection.vendor, f"append-only: sweeping {table}"
        if vendor == "sqlite":
            shared = " OR ".join("(" + " AND ".join(f"t.{c} = NEW.{c}" for c in columns) + ")" for columns in unique)
            editor.execute(
                f"CREATE TRIGGER {swept(table)} BEFORE INSERT ON {table} "  # noqa: S608 – constants of a migration
                f"WHEN EXISTS (SELECT 1 FROM {table} t WHERE {shared}) BEGIN SELECT RAISE(ABORT, '{told}'); END;"
            )
        elif vendor == "postgresql":
            editor.execute(PG_FUNCTION, params=None)
            editor.execute(
                f"CREATE TRIGGER {swept(table)} BEFORE TRUNCATE ON {table} "
                f"FOR EACH STATEMENT EXECUTE FUNCTION yg_refuse_change();"
            )

    def backwards(apps: Any, editor: Any) -> None:
        on = f" ON {table}" if editor.connection.vendor == "postgresql" else ""
        editor.execute(f"DROP TRIGGER IF EXISTS {swept(table)}{on}")

    return forwards, backwards

"""What no test may do unnoticed: reach the network, lean on an order not asked for, trip over append-only rows."""

import ipaddress
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection


class NetworkUsed(AssertionError):
    """A test tried to reach another machine."""


def _is_this_machine(host: str | bytes | None) -> bool:
    name = host.decode() if isinstance(host, bytes) else host
    if not name or name == "localhost":
        return True
    try:
        return ipaddress.ip_address(name.split("%")[0]).is_loopback
    except ValueError:
        return False


@contextmanager
def loopback_only() -> Iterator[None]:
    """Refuse every look-up and connection that leaves this machine."""
    connect, connect_ex, look_up = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def refuse_strangers(host):
        if not _is_this_machine(host):
            raise NetworkUsed(f"a test tried to reach {host!r}; tests run without a network")

    def guarded_connect(self, address):
        if self.family in (socket.AF_INET, socket.AF_INET6):
            refuse_strangers(address[0])
        return connect(self, address)

    def guarded_connect_ex(self, address):
        if self.family in (socket.AF_INET, socket.AF_INET6):
            refuse_strangers(address[0])
        return connect_ex(self, address)

    def guarded_look_up(host, *args, **kwargs):
        refuse_strangers(host)
        return look_up(host, *args, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded_connect)
        patch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
        patch.setattr(socket, "getaddrinfo", guarded_look_up)
        yield


@contextmanager
def unordered_queries_backwards() -> Iterator[None]:
    """Answer every query of whole rows that asks for no order in backward order, the same on every run.

    A page or a test that leans on the order rows happen to come in fails here, not one day in production.
    """
    from django.db.models.sql.compiler import SQLCompiler

    pairs_asked_for = SQLCompiler._order_by_pairs

    def pairs(self):
        found = False
        for pair in pairs_asked_for(self):
            found = True
            yield pair
        query = self.query
        plain_rows = query.default_cols and not query.annotation_select and query.group_by is None
        if not found and plain_rows and not (query.distinct or query.combinator or query.subquery):
            yield query.get_meta().pk.get_col(query.get_initial_alias()).desc(), False

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SQLCompiler, "_order_by_pairs", pairs)
        yield


@contextmanager
def append_only_tables_can_be_emptied_between_tests() -> Iterator[None]:
    """Let the flush after a transactional test step over the triggers that forbid deleting; nothing else may.

    SQLite: the triggers are dropped and made again around the flush. PostgreSQL: they sleep for its transaction.
    """
    from django.db.backends.postgresql.base import DatabaseOperations as PostgreSQL
    from django.db.backends.sqlite3.base import DatabaseOperations as SQLite

    sqlite_flush, postgresql_flush = SQLite.sql_flush, PostgreSQL.sql_flush

    def flush_on_sqlite(self, style, tables, *args, **kwargs):
        statements = sqlite_flush(self, style, tables, *args, **kwargs)
        with self.connection.cursor() as cursor:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND sql IS NOT NULL")
            triggers = cursor.fetchall()
        drop = [f"DROP TRIGGER {self.quote_name(name)}" for name, _ in triggers]
        return [*drop, *statements, *index_emptied(self.connection), *(sql for _, sql in triggers)]

    def flush_on_postgresql(self, style, tables, *args, **kwargs):
        statements = postgresql_flush(self, style, tables, *args, **kwargs)
        statements = [*statements, *index_emptied(self.connection)]
        return ["SET LOCAL session_replication_role = replica", *statements] if statements else []

    def index_emptied(connection):
        """An index of words is no model's table, so that Django does not know of it."""
        indexes = {"bulletin_tokens", "bulletin_passage_tokens"} & set(connection.introspection.table_names())
        return [f"DELETE FROM {name}" for name in sorted(indexes)]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SQLite, "sql_flush", flush_on_sqlite)
        patch.setattr(PostgreSQL, "sql_flush", flush_on_postgresql)
        yield


@contextmanager
def somebody_at_the_database() -> Iterator[None]:
    """What somebody with all rights in the database may do: the triggers sleep. What they did is for `verify` to find."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL session_replication_role = replica")
            yield
            cursor.execute("SET LOCAL session_replication_role = origin")
            return
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND sql IS NOT NULL")
        triggers = cursor.fetchall()
        for name, _ in triggers:
            cursor.execute(f"DROP TRIGGER {name}")
        yield
        for _, sql in triggers:
            cursor.execute(sql)


def take_away(lines) -> None:
    """Delete ledger lines and what hangs on them, as somebody at the database would."""
    doomed = list(lines.values_list("pk", flat=True))
    with somebody_at_the_database():
        for one in lines.model._meta.get_fields(include_hidden=True):
            if not one.one_to_many:
                continue
            one.related_model.objects.filter(**{f"{one.field.name}__in": doomed}).delete()
        lines.delete()

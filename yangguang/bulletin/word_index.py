"""A public full-text index by bigrams: FTS5 on SQLite, a stored tsvector with GIN on PostgreSQL. Newest rows first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connections
from django.db.models.expressions import RawSQL

from yangguang.base.search import bigrams, query_bigrams

ALIAS = "public"
CAP = 10_000
# Tokens come normalised and parted by blanks: every other character is part of one, those beyond ASCII by themselves.
TOKENIZER = "ascii tokenchars '#$%&*+<=>@^`{}|~'"


def tokens_of(text: str) -> list[str]:
    """The bigrams of a text, each once: where they stand is asked of the text itself."""
    return list(dict.fromkeys(bigrams(text)))


@dataclass(frozen=True)
class WordIndex:
    """The words of the rows of one table, kept in a table of its own under the rows' numbers. Its names come from the code alone."""

    table: str
    row: str  # the column of the row's number on PostgreSQL; SQLite has its own

    @property
    def key(self) -> str:
        """The column that names the row."""
        return "rowid" if _on_sqlite() else self.row

    def put_many(self, rows: Iterable[tuple[int, list[str]]]) -> None:
        """Index rows that are not indexed yet: their numbers with their tokens."""
        sqlite = _on_sqlite()
        value = "%s" if sqlite else "array_to_tsvector(%s)"
        sql = f"INSERT INTO {self.table}({self.key}, tokens) VALUES (%s, {value})"  # noqa: S608
        with connections[ALIAS].cursor() as cursor:
            cursor.executemany(sql, [(pk, " ".join(tokens) if sqlite else sorted(tokens)) for pk, tokens in rows])

    def remove_many(self, pks: Iterable[int]) -> None:
        """Take rows out by their numbers."""
        with connections[ALIAS].cursor() as cursor:
            for pk in pks:
                cursor.execute(f"DELETE FROM {self.table} WHERE {self.key} = %s", [pk])  # noqa: S608

    def empty(self) -> None:
        """Take every row out."""
        with connections[ALIAS].cursor() as cursor:
            cursor.execute(f"DELETE FROM {self.table}")  # noqa: S608

    def holds(self, pk: int) -> bool:
        """Whether a row stands in the index."""
        with connections[ALIAS].cursor() as cursor:
            cursor.execute(f"SELECT 1 FROM {self.table} WHERE {self.key} = %s", [pk])  # noqa: S608
            return cursor.fetchone() is not None

    def candidates(self, query: str, limit: int) -> list[int]:
        """Numbers of the newest rows holding every bigram of the query; the caller verifies them against the text."""
        if not query_bigrams(query):
            return []
        with connections[ALIAS].cursor() as cursor:
            cursor.execute(*self._asked(query, limit))
            return [row[0] for row in cursor.fetchall()]

    def counted(self, query: str) -> int:
        """How many rows hold every bigram, counted up to one more than the cap."""
        if not query_bigrams(query):
            return 0
        sql, values = self._asked(query, CAP + 1)
        with connections[ALIAS].cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM ({sql}) AS found", values)  # noqa: S608
            return int(cursor.fetchone()[0])

    def matching(self, query: str) -> RawSQL:
        """The same numbers as a subquery, for narrowing and counting inside the database."""
        return RawSQL(*self._asked(query, CAP))  # noqa: S611 – the words are parameters

    def _asked(self, query: str, limit: int) -> tuple[str, list[Any]]:
        pairs = [(pair, len(pair) == 1) for pair in query_bigrams(query)]  # a word of one character begins a token
        select, order = f"SELECT {self.key} FROM {self.table} WHERE", f"ORDER BY {self.key} DESC LIMIT %s"  # noqa: S608
        if _on_sqlite():
            match = " AND ".join('"' + pair.replace('"', '""') + '"' + "*" * begins for pair, begins in pairs)
            return f"{select} {self.table} MATCH %s {order}", [match, limit]
        every = " AND ".join("tokens @@ to_tsquery('simple', %s)" for _ in pairs)
        quoted = ["'" + one.replace("\\", "\\\\").replace("'", "''") + "'" + ":*" * begins for one, begins in pairs]
        return f"{select} {every} {order}", [*quoted, limit]

    def install(self, apps: Any, editor: Any) -> None:
        """Create the index's table where there is none: for a migration."""
        statements = [
            f"CREATE TABLE IF NOT EXISTS {self.table} ({self.row} bigint PRIMARY KEY, tokens tsvector NOT NULL)",
            f"CREATE INDEX IF NOT EXISTS {self.table}_gin ON {self.table} USING gin (tokens)",
        ]
        if editor.connection.vendor == "sqlite":
            fts = f'fts5(tokens, detail=none, tokenize="{TOKENIZER}")'
            statements = [f"CREATE VIRTUAL TABLE IF NOT EXISTS {self.table} USING {fts}"]
        for statement in statements:
            editor.execute(statement, params=None)

    def drop(self, apps: Any, editor: Any) -> None:
        """Remove it."""
        editor.execute(f"DROP TABLE {self.table}", params=None)


def _on_sqlite() -> bool:
    return connections[ALIAS].vendor == "sqlite"

"""The public full-text index by bigrams: FTS5 on SQLite, a stored tsvector with GIN on PostgreSQL. Newest first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import connections
from django.db.models.expressions import RawSQL

from yangguang.base.search import bigrams, query_bigrams
from yangguang.bulletin.models import Notice

ALIAS = "public"
CAP = 10_000


def searchable_text(notice: Notice) -> str:
    """Everything of a notice that search may find."""
    rows = [" ".join(row) for row in notice.summary]
    return " ".join([notice.number, notice.title, notice.body_name, notice.party_name, notice.conclusion, notice.basis,
                     *rows, *notice.text])  # fmt: skip


def put(notice: Notice) -> None:
    """Make a notice findable by its present content, or, when it no longer stands, not findable at all."""
    remove(notice)
    put_many(indexed([notice]))


def indexed(notices: Iterable[Notice]) -> list[tuple[int, list[str]]]:
    """Row numbers and tokens of those that stand."""
    return [(one.pk, tokens_of(searchable_text(one))) for one in notices if one.stands]


def tokens_of(text: str) -> list[str]:
    """The bigrams of a text, each once: where they stand is asked of the text itself."""
    return list(dict.fromkeys(bigrams(text)))


def put_many(rows: Iterable[tuple[int, list[str]]]) -> None:
    """Index notices that are not indexed yet: their row numbers with their tokens."""
    sqlite = connections[ALIAS].vendor == "sqlite"
    sql = SQLITE_INSERT if sqlite else POSTGRESQL_INSERT
    with connections[ALIAS].cursor() as cursor:
        cursor.executemany(sql, [(pk, " ".join(tokens) if sqlite else sorted(tokens)) for pk, tokens in rows])


def remove(notice: Notice) -> None:
    """Take a notice out of the index."""
    remove_many([notice.pk])


def remove_many(pks: Iterable[int]) -> None:
    """Take notices out by their row numbers."""
    key = "rowid" if connections[ALIAS].vendor == "sqlite" else "notice_id"
    with connections[ALIAS].cursor() as cursor:
        for pk in pks:
            cursor.execute(f"DELETE FROM bulletin_tokens WHERE {key} = %s", [pk])  # noqa: S608


def empty() -> None:
    """Take every notice out."""
    with connections[ALIAS].cursor() as cursor:
        cursor.execute("DELETE FROM bulletin_tokens")


def is_findable(notice: Notice) -> bool:
    """Whether a notice stands in the index."""
    key = "rowid" if connections[ALIAS].vendor == "sqlite" else "notice_id"
    with connections[ALIAS].cursor() as cursor:
        cursor.execute(f"SELECT 1 FROM bulletin_tokens WHERE {key} = %s", [notice.pk])  # noqa: S608
        return cursor.fetchone() is not None


def candidates(query: str, limit: int) -> list[int]:
    """Row numbers of the newest notices holding every bigram of the query; the caller verifies them against the text."""
    pairs = query_bigrams(query)
    if not pairs:
        return []
    with connections[ALIAS].cursor() as cursor:
        sql, values = _query(pairs, limit)
        cursor.execute(sql, values)
        return [row[0] for row in cursor.fetchall()]


def counted(query: str) -> int:
    """How many notices hold every bigram, counted up to one more than the cap."""
    sql, values = _query(query_bigrams(query), CAP + 1)
    with connections[ALIAS].cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM ({sql}) AS found", values)  # noqa: S608
        return int(cursor.fetchone()[0])


def matching(query: str) -> RawSQL:
    """The same row numbers as a subquery, for narrowing and counting inside the database."""
    sql, values = _query(query_bigrams(query), CAP)
    return RawSQL(sql, values)  # noqa: S611 – the words are parameters


def _query(pairs: list[str], limit: int) -> tuple[str, list[Any]]:
    prefix = "*" if len(pairs) == 1 and len(pairs[0]) == 1 else ""
    if connections[ALIAS].vendor == "sqlite":
        match = " AND ".join('"' + pair.replace('"', '""') + '"' + prefix for pair in pairs)
        return "SELECT rowid FROM bulletin_tokens WHERE bulletin_tokens MATCH %s ORDER BY rowid DESC LIMIT %s", [
            match,
            limit,
        ]
    every = " AND ".join("tokens @@ to_tsquery('simple', %s)" for _ in pairs)
    quoted = ["'" + pair.replace("\\", "\\\\").replace("'", "''") + "'" + (":*" if prefix else "") for pair in pairs]
    return (
        f"SELECT notice_id FROM bulletin_tokens WHERE {every} ORDER BY notice_id DESC LIMIT %s",  # noqa: S608
        [*quoted, limit],
    )


# Tokens come normalised and parted by blanks: every other character is part of one, those beyond ASCII by themselves.
TOKENIZER = "ascii tokenchars '#$%&*+<=>@^`{}|~'"
SQLITE_INSERT = "INSERT INTO bulletin_tokens(rowid, tokens) VALUES (%s, %s)"
POSTGRESQL_INSERT = "INSERT INTO bulletin_tokens(notice_id, tokens) VALUES (%s, array_to_tsvector(%s))"
SQLITE = (
    f'CREATE VIRTUAL TABLE IF NOT EXISTS bulletin_tokens USING fts5(tokens, detail=none, tokenize="{TOKENIZER}")',
)
POSTGRESQL = (
    "CREATE TABLE IF NOT EXISTS bulletin_tokens (notice_id bigint PRIMARY KEY, tokens tsvector NOT NULL)",
    "CREATE INDEX IF NOT EXISTS bulletin_tokens_gin ON bulletin_tokens USING gin (tokens)",
)


def install(apps: Any, editor: Any) -> None:
    """Create the index's table where there is none: for the migration."""
    for statement in SQLITE if editor.connection.vendor == "sqlite" else POSTGRESQL:
        editor.execute(statement, params=None)


def drop(apps: Any, editor: Any) -> None:
    """Remove it."""
    editor.execute("DROP TABLE bulletin_tokens", params=None)

"""Which triggers must stand in the database: each guard names its own, and those that are gone are named at once.

A migration that rebuilds a table on SQLite drops the table's triggers without a word.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.db import connection

from yangguang.base.append_only import triggers_of
from yangguang.base.verifying import invariant

STANDING = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'",
}
LEDGER = "base_ledgerentry"
_expected: dict[str, str] = {}


def expect(guarded: str, *names: str) -> None:
    """Say which triggers guard something, on both databases alike."""
    _expected.update(dict.fromkeys(names, guarded))


def missing() -> list[tuple[str, str]]:
    """The name of each trigger that is not there, and what it guards."""
    with connection.cursor() as cursor:
        cursor.execute(STANDING[connection.vendor])
        standing = {name for (name,) in cursor.fetchall()}
    wanted = dict.fromkeys(triggers_of(LEDGER, connection.vendor), "账链") | _expected
    return [(name, guarded) for name, guarded in wanted.items() if name not in standing]


@invariant("triggers", title="数据库里守护账链、法制审核和清单的触发器都在")
def _triggers() -> Iterator[str]:
    for name, guarded in missing():
        yield f"触发器 {name} 不在：{guarded}失去守护"

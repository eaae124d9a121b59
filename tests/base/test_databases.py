"""How both databases are spoken to: what is acknowledged is synced, and what a long list reads is read where it lies."""

import sqlite3

import pytest

from config.settings import base

PAGE_OF_SQLITE = 4096


def test_sqlite_syncs_each_commit_and_reads_its_file_in_place(tmp_path):
    with sqlite3.connect(tmp_path / "desk.sqlite3") as opened:
        for one in base.SQLITE_OPTIONS["init_command"].split(";"):
            opened.execute(one)
        (told,) = zip(
            *(opened.execute(f"PRAGMA {name}").fetchone() for name in ("synchronous", "foreign_keys")), strict=True
        )
        assert told == (2, 1)
        assert opened.execute("PRAGMA mmap_size").fetchone()[0] > 1_000_000 * PAGE_OF_SQLITE // 8


@pytest.mark.parametrize(
    ("address", "options"),
    [
        ("postgres://a@b/c", base.QUICK_DISK),
        ("postgres://a@b/c?options=-c%20random_page_cost%3D4", "-c random_page_cost=4"),
    ],
)
def test_postgresql_weighs_rows_as_quick_disks_do_unless_its_address_says_otherwise(address, options):
    assert base._database(address, "")["OPTIONS"]["options"] == options

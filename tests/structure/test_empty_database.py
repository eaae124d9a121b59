"""An empty database that got its tables at once stands as one that was led through every step, and a cut leaves it empty."""

import os
import sqlite3
import subprocess
import sys

import pytest

SITE = """
import django; django.setup()
from django.core.management import call_command
from django.core.management.commands.migrate import Command as StepByStep
from yangguang.base import empty_database
from yangguang.base.management.commands.migrate import Command as AtOnce
"""
AT_ONCE = SITE + "call_command(AtOnce(), database='{alias}', verbosity=0)"
STEP_BY_STEP = SITE + "call_command(StepByStep(), *{apps}, database='{alias}', verbosity=0)"
CUT = (
    SITE
    + """
def cut(step): raise SystemExit("cut")
empty_database.MigrationExecutor.record_migration = lambda self, step: cut(step)
call_command(AtOnce(), database='{alias}', verbosity=0)
"""
)
FILES = {"default": "desk.sqlite3", "public": "public.sqlite3"}
APPS = {"default": [], "public": ["bulletin"]}


def told_of(folder, alias, script):
    """The schema without the order of columns, and the steps on record."""
    environment = os.environ | {"YANGGUANG_DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "config.settings.base"}
    words = script.format(alias=alias, apps=APPS[alias])
    ended = subprocess.run([sys.executable, "-c", words], env=environment, capture_output=True, text=True, check=False)
    with sqlite3.connect(folder / FILES[alias]) as database:
        schema = database.execute(
            "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL"
        ).fetchall()
        steps = database.execute("SELECT app, name FROM django_migrations").fetchall() if schema else []
    database.close()
    return ended, sorted((*one, "".join(sorted(words))) for *one, words in schema), sorted(steps)


@pytest.mark.parametrize("alias", ["public", pytest.param("default", marks=pytest.mark.long)])
def test_tables_made_at_once_are_those_of_every_step(tmp_path, alias):
    (tmp_path / "once").mkdir()
    (tmp_path / "steps").mkdir()
    ended, schema, steps = told_of(tmp_path / "once", alias, AT_ONCE)
    assert not ended.returncode, ended.stderr
    longer, wanted, every = told_of(tmp_path / "steps", alias, STEP_BY_STEP)
    assert not longer.returncode, longer.stderr
    assert schema == wanted
    assert steps == every


def test_database_that_was_cut_in_the_making_is_empty_and_is_made_the_next_time(tmp_path):
    ended, schema, _ = told_of(tmp_path, "default", CUT)
    assert ended.stderr.strip() == "cut"
    assert schema == []
    ended, schema, steps = told_of(tmp_path, "default", AT_ONCE)
    assert not ended.returncode, ended.stderr
    assert {name for _, name, *_ in schema} >= {"cases_case", "base_ledgerentry", "django_migrations"}
    assert ("cases", "0001_tables") in steps

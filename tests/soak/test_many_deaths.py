"""Hundreds of processes killed in the middle of acts, on either database: nothing is half done."""

import json
import os
import subprocess
import sys

import dj_database_url
import pytest

from tests.structure.source import ROOT

ROUNDS_FOR_EACH_FACTOR = 20


@pytest.fixture
def site(tmp_path):
    """The environment of a site of its own, with databases of its own on the server the tests run on."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("YANGGUANG_", "DJANGO_"))}
    site = kept | {"YANGGUANG_DATA_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "config.settings.base"}
    server = os.environ.get("YANGGUANG_TEST_DATABASE")
    if not server:
        yield site
        return
    names = {"YANGGUANG_DATABASE_URL": "soak_desk", "YANGGUANG_PUBLIC_DATABASE_URL": "soak_public"}
    for name in names.values():
        on_the_server(server, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)", f"CREATE DATABASE {name}")
    base, _, query = server.partition("?")
    yield site | {
        variable: f"{base.rpartition('/')[0]}/{name}{'?' if query else ''}{query}" for variable, name in names.items()
    }
    for name in names.values():
        on_the_server(server, f"DROP DATABASE {name} WITH (FORCE)")


def on_the_server(address, *statements):
    import psycopg

    with psycopg.connect(**parameters(address), autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement)


def parameters(address):
    told = dj_database_url.parse(address)
    known = {"dbname": told["NAME"], "user": told["USER"], "host": told["HOST"], "port": told["PORT"]}
    return {name: value for name, value in known.items() if value} | told.get("OPTIONS", {})


def run(site, *command):
    return subprocess.run([sys.executable, "-m", *command], cwd=ROOT, env=site, capture_output=True, text=True)


@pytest.mark.django_db
def test_nothing_is_half_done_after_many_kills_in_the_middle_of_acts(site, request):
    rounds = ROUNDS_FOR_EACH_FACTOR * request.config.getoption("soak")
    dying = run(site, "tests.journeys.dying", str(rounds))
    assert dying.returncode == 0, dying.stderr
    told = json.loads(dying.stdout.splitlines()[-1])
    assert told["killed"] == rounds
    assert told["entries"] == sorted(told["entries"])
    assert len(set(told["entries"])) > rounds / 4, "most children died before they did anything"
    verified = run(site, "yangguang", "verify", "--json")
    assert verified.returncode == 0, verified.stdout + verified.stderr

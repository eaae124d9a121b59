"""Twenty deaths in the middle of acts leave nothing half done: the record, the numbers and the files still agree."""

import json
import os
import subprocess
import sys

import pytest

from tests.structure.source import ROOT

ROUNDS = 20


@pytest.fixture
def site(tmp_path):
    """The environment of a site of its own, on a database file of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("YANGGUANG_", "DJANGO_"))}
    return kept | {"YANGGUANG_DATA_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "config.settings.base"}


def run(site, *command):
    return subprocess.run([sys.executable, "-m", *command], cwd=ROOT, env=site, capture_output=True, text=True)


def test_nothing_is_half_done_after_twenty_kills_in_the_middle_of_acts(site):
    dying = run(site, "tests.journeys.dying", str(ROUNDS))
    assert dying.returncode == 0, dying.stderr
    told = json.loads(dying.stdout.splitlines()[-1])
    assert told["killed"] == ROUNDS
    assert told["entries"][-1] > told["entries"][0]
    assert told["entries"] == sorted(told["entries"])
    verified = run(site, "yangguang", "verify", "--json")
    assert verified.returncode == 0, verified.stdout + verified.stderr

"""`yangguang workdays START N`: the due day, what was skipped and whether it may still move."""

import json

import pytest

from yangguang import __main__ as command


def workdays(capsys, *arguments):
    assert command.main(["workdays", *arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.django_db
def test_holidays_and_weekends_are_skipped_with_their_reason(capsys):
    told = workdays(capsys, "2026-09-29", "3")
    assert told["due"] == "2026-10-09"
    assert {skip["why"] for skip in told["skipped"]} >= {"国庆节"}
    assert not told["provisional"]


@pytest.mark.django_db
def test_day_in_a_year_not_yet_announced_is_provisional(capsys):
    assert workdays(capsys, "2030-01-29", "10")["provisional"]


@pytest.mark.django_db
def test_day_that_does_not_exist_is_wrong_usage(capsys):
    with pytest.raises(SystemExit) as end:
        command.main(["workdays", "2026-02-30", "3"])
    assert end.value.code == 2


def test_working_days_are_counted_before_the_site_is_prepared(tmp_path):
    import os
    import subprocess
    import sys

    environment = {"PATH": os.environ["PATH"], "YANGGUANG_DATA_DIR": str(tmp_path)}
    run = subprocess.run(
        [sys.executable, "-m", "yangguang", "workdays", "2024-03-07", "3"],
        env=environment,
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stderr
    assert "2024-03-12" in run.stdout

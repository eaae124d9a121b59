"""`yangguang duties`: for people and for machines."""

import json

from yangguang import __main__ as command


def test_every_duty_is_told_with_status_keepers_and_tests(capsys):
    assert command.main(["duties", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert len(rows) == 57
    assert all({"id", "status", "lacks", "kept_by", "tests"} <= set(row) for row in rows)


def test_duties_are_counted_by_status(capsys):
    assert command.main(["duties"]) == 0
    assert "共 57 项" in capsys.readouterr().out

"""`yangguang clauses`: the law this software keeps, for people and for machines."""

import json

from yangguang import __main__ as command
from yangguang.statutes import clause_ids


def test_every_clause_is_listed_with_its_values_and_units(capsys):
    assert command.main(["clauses", "--json"]) == 0
    rows = {row["id"]: row for row in json.loads(capsys.readouterr().out)}
    assert set(rows) == set(clause_ids())
    assert "3 workday" in rows["APL-2021:48.2"]["values"].values()


def test_one_law_can_be_listed_alone(capsys):
    assert command.main(["clauses", "APL-2021:48"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines
    assert all(line.startswith("APL-2021:48") for line in lines)


def test_clause_that_does_not_exist_is_refused(capsys):
    assert command.main(["clauses", "APL-1900"]) == 1
    assert "APL-1900" in capsys.readouterr().err

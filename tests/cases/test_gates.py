"""Gates fail closed: unplugged, raising, or claimed twice, none of them lets an act through."""

import pytest

from yangguang.cases import checks, gates
from yangguang.cases.gates import Attempt, judge
from yangguang.cases.kinds.penalty import stages
from yangguang.cases.kinds.register import FLOWS


def attempt():
    return Attempt(None, "decide_penalty", None, None)


def test_every_gate_the_tables_name_is_plugged_once():
    assert checks.gates_are_plugged(None) == []


def test_unplugged_gate_does_not_hold():
    (verdict,) = judge(("nobody_answers",), attempt())
    assert not verdict.holds


def test_gate_that_fails_to_answer_does_not_hold(monkeypatch):
    def breaks(asked):
        raise ZeroDivisionError

    monkeypatch.setitem(gates._gates, "breaks", gates.Gate("breaks", "坏的条件", ("APL-2021:47",), breaks))
    (verdict,) = judge(("breaks",), attempt())
    assert (verdict.holds, verdict.clauses) == (False, ("APL-2021:47",))
    assert verdict.reason == "这个条件现在无法检查，不能办理。"


def test_plug_nobody_names_stops_the_process(monkeypatch):
    monkeypatch.setitem(gates._gates, "stray", gates.Gate("stray", "多余的条件", (), lambda asked: ""))
    assert [error.id for error in checks.gates_are_plugged(None)] == ["cases.E002"]


def test_missing_plug_stops_the_process(monkeypatch):
    monkeypatch.delitem(gates._gates, "two_officers")
    assert [error.id for error in checks.gates_are_plugged(None)] == ["cases.E001"]


def test_gate_claimed_twice_stops_the_process(monkeypatch):
    monkeypatch.setattr(gates, "_doubly", {"two_officers"})
    assert [error.id for error in checks.gates_are_plugged(None)] == ["cases.E003"]


@pytest.mark.parametrize("name", ["DECIDE_GATES", "NOTICE_GATES"])
def test_no_gate_stands_twice_in_one_row(name):
    rows = getattr(stages, name)
    assert len(rows) == len(set(rows))


def test_every_status_of_the_penalty_line_can_be_reached():
    flow = FLOWS["penalty"]
    reached, waiting = set(), {flow.start}
    while waiting:
        status = waiting.pop()
        reached.add(status)
        waiting |= {step.to for step in flow.steps_from(status) if step.to} - reached
    assert {status.name for status in flow.statuses} == reached

"""Stage tables: which act may follow which, under which clause, with which gates, documents and clocks. Plain data."""

from __future__ import annotations

from dataclasses import dataclass

from yangguang.kernel.refusal import Refused


@dataclass(frozen=True)
class Step:
    """One row of a stage table.

    `sources` are the statuses it may be taken from; `to` the status it leads to, or None when it changes none.
    `by` are the roles that take it; `gates` are asked in order; `starts` and `stops` name clocks of rules/clocks.py;
    `documents` are the document kinds it needs or makes; `recorded` marks the acts that need audio or video (点, 全);
    `kind` is the only kind of case the row holds for, empty when it holds for every one.
    """

    act: str
    label: str
    sources: tuple[str, ...]
    to: str | None
    clauses: tuple[str, ...]
    by: tuple[str, ...] = ("case_handler",)
    gates: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()
    recorded: str = ""
    kind: str = ""


@dataclass(frozen=True)
class Status:
    """One place a matter can stand: its word and which of the seven stages of a case it belongs to."""

    name: str
    label: str
    stage: str
    final: bool = False


@dataclass(frozen=True)
class Flow:
    """One stage table."""

    name: str
    start: str
    statuses: tuple[Status, ...]
    steps: tuple[Step, ...]

    def status(self, name: str) -> Status:
        """The status of this name."""
        return next(s for s in self.statuses if s.name == name)

    def steps_from(self, status: str) -> tuple[Step, ...]:
        """Every step that may be taken from a status."""
        return tuple(s for s in self.steps if status in s.sources)

    def step(self, act: str, status: str) -> Step:
        """The step an act takes from a status. Raises Refused, naming where the matter stands, when there is none."""
        rows = [s for s in self.steps if s.act == act]
        if not rows:
            raise KeyError(f"{self.name} has no act {act}")
        for row in rows:
            if status in row.sources:
                return row
        where = self.status(status).label
        possible = "、".join(dict.fromkeys(s.label for s in self.steps_from(status))) or "没有可办的事项"
        raise Refused(
            f"现在是“{where}”，不能{rows[0].label}。", rows[0].clauses[:1], remedy=f"现在可以办：{possible}。"
        )

    def gates(self) -> frozenset[str]:
        """Every gate the table names."""
        return frozenset(g for s in self.steps for g in s.gates)


STAGES = (
    ("clue", "线索"),
    ("opened", "立案"),
    ("investigated", "调查"),
    ("examined", "审查"),
    ("decided", "决定"),
    ("executed", "执行"),
    ("closed", "结案"),
)
STAGE_LABELS = dict(STAGES)

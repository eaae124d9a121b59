"""Where a case stands: the strip of seven stages with their days, and the tags of its head."""

from __future__ import annotations

from typing import Any

from yangguang.base.components.texts import short_date
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Case, StepTaken
from yangguang.cases.rules.flow import STAGES

ORDER = [name for name, _ in STAGES]


def flow_of(case: Case) -> Any:
    """The stage table of a case's main line."""
    return FLOWS["penalty"]


def stage_of(case: Case) -> str:
    """Which of the seven stages a case is in."""
    return str(flow_of(case).status(case.status).stage)


def status_label(case: Case) -> str:
    """Where it stands, in the table's words."""
    return str(flow_of(case).status(case.status).label)


def strip_of(case: Case, steps: list[StepTaken]) -> list[dict[str, str]]:
    """The seven stages: done with their day, the current one with what is going on, the next, those ahead."""
    flow = flow_of(case)
    here = ORDER.index(stage_of(case))
    over = flow.status(case.status).final
    reached = {"clue": "", "opened": short_date(case.opened_on)}
    known = {status.name: status.stage for status in flow.statuses}
    for step in steps:
        if step.line == "case" and step.left != step.reached and step.reached in known:
            reached[known[step.reached]] = short_date(step.occurred_at)
    rows = []
    for place, (name, label) in enumerate(STAGES):
        if place < here or (over and place == here):
            skipped = name not in reached and name != "investigated"
            note = "未经过" if skipped else reached.get(name) or "已完成"
            rows.append({"label": label, "note": note, "state": "done"})
        elif place == here:
            rows.append({"label": label, "note": flow.status(case.status).label, "state": "current"})
        else:
            rows.append({"label": label, "note": "下一步" if place == here + 1 else "未到",
                         "state": "next" if place == here + 1 else "ahead"})  # fmt: skip
    return rows

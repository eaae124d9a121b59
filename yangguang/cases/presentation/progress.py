"""Where a case stands: the strip of seven stages with their days, and the tags of its head."""

from __future__ import annotations

from typing import Any

from yangguang.base.components.texts import short_date
from yangguang.cases.kinds.register import SUMMARY, main_flow
from yangguang.cases.models import Case, StepTaken
from yangguang.cases.rules.flow import STAGES
from yangguang.cases.standing import steps_of

ORDER = [name for name, _ in STAGES]
BESIDE = {"decide_disposition": "decided"}  # steps of other lines that take the case through a stage as well


def flow_of(case: Case) -> Any:
    """The stage table of a case's main line."""
    return main_flow(case)


def stage_of(case: Case) -> str:
    """Which of the seven stages a case is in."""
    return str(flow_of(case).status(case.status).stage)


def status_label(case: Case) -> str:
    """Where it stands, in the table's words."""
    return str(flow_of(case).status(case.status).label)


def strip_of(case: Case, steps: list[StepTaken]) -> list[dict[str, str]]:
    """The seven stages: done with their day, the current one with what is going on, the next, those ahead."""
    flow = flow_of(case)
    if flow is SUMMARY:
        return _strip_on_the_spot(case, steps)
    here = ORDER.index(stage_of(case))
    over = flow.status(case.status).final
    reached = {"clue": "", "opened": short_date(case.opened_on)}
    known = {status.name: status.stage for status in flow.statuses}
    for step in steps:
        if step.act in BESIDE:
            reached[BESIDE[step.act]] = short_date(step.occurred_at)
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


ON_THE_SPOT = (
    ("on_scene", "现场查处"), ("notified", "当场告知"), ("decided", "当场决定"), ("delivered", "当场交付"),
    ("fulfilled", "履行"), ("closed", "结案"),
)  # fmt: skip
STANDS_AT = {"unfulfilled": "delivered", "annulled": "delivered", "converted": "closed", "archived": "closed"}


def strip_ahead() -> list[dict[str, str]]:
    """The strip of a penalty on the spot that has not begun."""
    return [{"label": label, "note": "" if place else "正在登记", "state": "ahead" if place else "current"}
            for place, (_, label) in enumerate(ON_THE_SPOT)]  # fmt: skip


def strip_of_acts(case: Case) -> list[dict[str, str]]:
    """The strip above the forms of a penalty on the spot, which lead on to one another; none for other cases."""
    return _strip_on_the_spot(case, steps_of(case)) if flow_of(case) is SUMMARY else []


def _strip_on_the_spot(case: Case, steps: list[StepTaken]) -> list[dict[str, str]]:
    """The six steps of the scene, each with the hour or day it was reached."""
    if case.status == "converted" or case.outcome == "converted":
        return _strip_to_ordinary(steps)
    flow, order = flow_of(case), [name for name, _ in ON_THE_SPOT]
    here = order.index(STANDS_AT.get(case.status, case.status))
    over = flow.status(case.status).final
    reached = {step.reached: short_date(step.occurred_at) for step in steps if step.line == "case"}
    rows = []
    for place, (name, label) in enumerate(ON_THE_SPOT):
        if place < here or (over and place == here):
            note = reached.get(name) or ("未经过" if name == "fulfilled" else "已完成")
            rows.append({"label": label, "note": note, "state": "done"})
        elif place == here:
            rows.append({"label": label, "note": status_label(case), "state": "current"})
        else:
            next_one = place == here + 1
            rows.append(
                {"label": label, "note": "下一步" if next_one else "未到", "state": "next" if next_one else "ahead"}
            )
    return rows


def _strip_to_ordinary(steps: list[StepTaken]) -> list[dict[str, str]]:
    """The steps a scene went through before it was turned over to ordinary procedure, and that it was."""
    reached = {step.reached: short_date(step.occurred_at) for step in steps if step.line == "case"}
    passed = [(label, reached[name]) for name, label in ON_THE_SPOT if name in reached and name != "closed"]
    return [{"label": label, "note": note, "state": "done"} for label, note in
            [*passed, ("转普通程序", reached.get("converted", ""))]]  # fmt: skip

"""Put on record that the decision behind a publication was changed or annulled: the days to correct it run."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import calendars
from yangguang.cases.events.major_violations import MajorViolationMoved
from yangguang.cases.models import MajorViolation
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.statutes import deadlines

CLAUSES = ("MVP-2016:11", "APL-2021:48.2")


@transaction.atomic
def record_changed_handling(
    *, violation: MajorViolation, paper: str, of_a_penalty: bool, actor: Account, at: Moment
) -> MajorViolation:
    """Ten working days to correct; of a penalty the three of its own law, which end first (K-WD3)."""
    line = locked_line(violation)
    if line.changed_paper:
        raise Refused("处理决定的变更、撤销已经登记。", CLAUSES, remedy="请由公示员更正公布内容。")
    what = worded(paper, label="变更、撤销的文书", field="paper", most=200)
    taken = step_taken(line, "record_changed_handling", actor=actor, at=at)
    soon = deadlines.due("APL-2021:48.2", at.day, calendars.in_force()).day if of_a_penalty else None
    event = "处罚决定变更、撤销" if of_a_penalty else "处理决定变更、撤销"
    run_clocks.start(line.case, "correct_major_by", on=at.day, event=event, about_ref=line.public_id, fixed_due_on=soon)
    line.changed_paper = what
    line.save()
    told(taken, line, MajorViolationMoved("处理决定变更、撤销", what, CLAUSES), actor=actor, at=at)
    return line

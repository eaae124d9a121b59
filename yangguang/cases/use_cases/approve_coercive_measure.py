"""Approve a sealing-up or seizure before it is taken (M02)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base.models import Approval
from yangguang.cases.events.custody import MeasureMoved
from yangguang.cases.kinds.custody import papers
from yangguang.cases.models import CoerciveMeasure
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account, Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "ACL-2011:18.1.1"
TITLE = "行政强制措施审批表"


def only_the_head(line: CoerciveMeasure, actor: Account) -> None:
    """No head of unit approves a measure, whatever was delegated."""
    if not (actor.holds(Role.AGENCY_HEAD) and actor.body_id == line.case.body_id):
        raise Refused("应当经行政机关负责人批准。", CLAUSE, remedy="请提交机关负责人签署。")


def approval_form(line: CoerciveMeasure, approval: Approval | None, actor: Account, at: Moment) -> None:
    """The form for the file: basis, object, need, opinions."""
    rows = [
        ("当事人", line.party.name), ("种类", line.get_kind_display()), ("依据", papers.frame.cited(line.basis)),
        ("对象", line.objects_named), ("必要性", line.reason), ("情况紧急的事由", line.urgent_reason or "无"),
        ("超时说明", line.late_reason or "无"),
    ]  # fmt: skip
    papers.form(line.case, kind="measure_approval", title=TITLE, rows=rows, approval=approval, actor=actor, at=at)


@transaction.atomic
def approve_coercive_measure(
    *, measure: CoerciveMeasure, approval: Approval | None, actor: Account, at: Moment
) -> CoerciveMeasure:
    """The agency head's signature with its minute. Anyone else is refused."""
    line = locked_line(measure)
    only_the_head(line, actor)
    taken = step_taken(line, "approve_coercive_measure", actor=actor, at=at)
    line.approved_at = at.occurred_at
    line.save()
    approval_form(line, approval, actor, at)
    told(taken, line, MeasureMoved("批准", line.objects_named, (CLAUSE,)), actor=actor, at=at)
    return line

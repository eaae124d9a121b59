"""Approve an urgent measure after it was taken (M05)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base.models import Approval
from yangguang.cases.events.custody import MeasureMoved
from yangguang.cases.models import Clock, CoerciveMeasure
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.cases.use_cases.approve_coercive_measure import approval_form, only_the_head
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment

CLAUSE = "ACL-2011:19"


@transaction.atomic
def approve_after_the_fact(
    *, measure: CoerciveMeasure, late_reason: str, approval: Approval | None, actor: Account, at: Moment
) -> CoerciveMeasure:
    """Within the hours; later only with the reason, and then it is never extended."""
    line = locked_line(measure)
    only_the_head(line, actor)
    clock = Clock.objects.get(case_id=line.case_id, kind="report_emergency_by", about_ref=line.public_id)
    late = at.occurred_at > run_clocks.moment_of(clock).at
    given = {"late_reason": late_reason}
    taken = step_taken(line, "approve_after_the_fact", actor=actor, at=at, given=given)
    line.approved_at, line.reported_late = at.occurred_at, late
    line.late_reason = late_reason.strip()[:400] if late else ""
    line.save()
    approval_form(line, approval, actor, at)
    words = f"超过时限：{line.late_reason}" if late else line.objects_named
    told(taken, line, MeasureMoved("补办批准", words, (CLAUSE,)), actor=actor, at=at)
    return line

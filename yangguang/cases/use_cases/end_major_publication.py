"""Stop showing a major violation: its time is over, or two people take it back (G06)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base.events import Actor, SystemActor
from yangguang.cases.events.major_violations import MajorViolationTakenBack
from yangguang.cases.kinds.major_labour_violations.public_rows import SHOWN
from yangguang.cases.kinds.wage_arrears_sanctions import papers
from yangguang.cases.models import MajorViolation
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "CRR-2025:serious"
RAN_OUT = "公布期限届满"


@transaction.atomic
def end_major_publication(*, violation: MajorViolation, reason: str, actor: Actor, at: Moment) -> MajorViolation:
    """The system only after the day named at publication."""
    line = locked_line(violation)
    why = worded(reason, label="停止公布的理由", field="reason", most=400)
    if isinstance(actor, SystemActor) and (line.until is None or at.day <= line.until):
        raise Refused("公布期限未满。", CLAUSE)
    taken = step_taken(line, "end_major_publication", actor=actor, at=at, given={"overdue_reason": why})
    line.ended_on = at.day
    line.save()
    rows = [("违法主体", line.party.name), ("停止公布的理由", why)]
    papers.form(line, kind="major_takedown_record", title="停止公布记录", rows=rows, actor=actor, at=at)
    told(
        taken,
        line,
        MajorViolationTakenBack(line.public_id, line.party.name, "停止公布", why, (CLAUSE,)),
        actor=actor,
        at=at,
    )
    return line


def end_all_that_ran_out(*, actor: Actor, at: Moment) -> int:
    """Everything whose day is over; returns how many ended."""
    late = MajorViolation.objects.filter(status__in=SHOWN, until__lt=at.day).order_by("pk")
    rows = [end_major_publication(violation=one, reason=RAN_OUT, actor=actor, at=at) for one in late]
    return len(rows)

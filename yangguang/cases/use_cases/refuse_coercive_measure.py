"""Refuse a sealing-up or seizure that was asked for."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.custody import MeasureMoved
from yangguang.cases.models import CoerciveMeasure
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@transaction.atomic
def refuse_coercive_measure(*, measure: CoerciveMeasure, reason: str, actor: Account, at: Moment) -> CoerciveMeasure:
    """The agency head says no, with a reason."""
    line = locked_line(measure)
    taken = step_taken(line, "refuse_coercive_measure", actor=actor, at=at)
    line.refusal_reason = worded(reason, label="不予批准的理由", field="opinion", most=400)
    line.save()
    told(taken, line, MeasureMoved("不予批准", line.refusal_reason, ("ACL-2011:18.1.1",)), actor=actor, at=at)
    return line

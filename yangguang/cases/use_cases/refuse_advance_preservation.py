"""Refuse a preservation; one that was done first must then be settled at once."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.custody import PreservationMoved
from yangguang.cases.models import AdvancePreservation
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@transaction.atomic
def refuse_advance_preservation(
    *, preservation: AdvancePreservation, reason: str, actor: Account, at: Moment
) -> AdvancePreservation:
    """The agency head says no, with a reason."""
    line = locked_line(preservation)
    taken = step_taken(line, "refuse_advance_preservation", actor=actor, at=at)
    line.refusal_reason = worded(reason, label="不予批准的理由", field="opinion", most=400)
    line.save()
    event = PreservationMoved("不予批准", line.refusal_reason, ("APL-2021:56#approval",))
    told(taken, line, event, actor=actor, at=at)
    return line

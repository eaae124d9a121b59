"""Approve a preservation, before it is done or – where a rule lets it – after (R02)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base.models import Approval
from yangguang.cases.events.custody import PreservationMoved
from yangguang.cases.kinds.custody import papers
from yangguang.cases.models import AdvancePreservation
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment

CLAUSE = "APL-2021:56#approval"
TITLE = "先行登记保存审批表"


@transaction.atomic
def approve_advance_preservation(
    *, preservation: AdvancePreservation, approval: Approval | None, actor: Account, at: Moment
) -> AdvancePreservation:
    """The agency head's signature, with its minute, and the form for the file."""
    line = locked_line(preservation)
    taken = step_taken(line, "approve_advance_preservation", actor=actor, at=at)
    line.approved_at = at.occurred_at
    line.save()
    rows = [
        ("当事人", line.party.name),
        ("拟保存的证据", line.objects_named),
        ("证明内容", line.proves),
        ("理由", line.reason),
    ]
    papers.form(line.case, kind="preservation_approval", title=TITLE, rows=rows, approval=approval, actor=actor, at=at)
    told(taken, line, PreservationMoved("批准", line.objects_named, (CLAUSE,)), actor=actor, at=at)
    return line

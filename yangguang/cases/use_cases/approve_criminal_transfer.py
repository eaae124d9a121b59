"""Approve that a suspected crime goes to the police: the principal head alone; twenty-four hours run from the minute (C04)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base.models import Approval
from yangguang.cases.events.criminal import CriminalTransferDecided
from yangguang.cases.kinds.criminal_transfer.documents import papers
from yangguang.cases.models import CriminalTransfer
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account, Proof, proven
from yangguang.kernel.clock import BEIJING
from yangguang.kernel.moment import Moment


@transaction.atomic
def approve_criminal_transfer(
    *, transfer: CriminalTransfer, proof: Proof | None, approval: Approval, actor: Account, at: Moment
) -> CriminalTransfer:
    """With a fresh code. A deputy is refused, and so is anybody else."""
    line = locked_line(transfer)
    taken = step_taken(line, "approve_criminal_transfer", actor=actor, at=at)
    proven(actor, proof, purpose="decide")
    line.decided_at = at.occurred_at
    line.save()
    when = f"{at.occurred_at.astimezone(BEIJING):%Y-%m-%d %H:%M}"
    rows = [("涉嫌罪名", line.crime), ("接收的公安机关", line.police), ("批准时刻", when)]
    papers.form(
        line.case, kind="criminal_transfer_approval", title="移送涉嫌犯罪案件审批表", rows=rows, actor=actor, at=at,
        approval=approval,
    )  # fmt: skip
    told(taken, line, CriminalTransferDecided(approved=True, reason=""), actor=actor, at=at)
    return line

"""Refuse that a suspected crime goes to the police, with reasons that stay on record and that the supervisor sees (C05)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base.models import Approval
from yangguang.cases.events.criminal import CriminalTransferDecided
from yangguang.cases.kinds.criminal_transfer.documents import papers
from yangguang.cases.models import CriminalTransfer
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def refuse_criminal_transfer(
    *, transfer: CriminalTransfer, reason: str, approval: Approval, actor: Account, at: Moment
) -> CriminalTransfer:
    """By the principal head alone."""
    line = locked_line(transfer)
    if not reason.strip():
        raise Refused("不批准移送应当记录理由。", "TCR-2020:5.2#refuse", field="opinion", remedy="请写明理由。")
    taken = step_taken(line, "refuse_criminal_transfer", actor=actor, at=at)
    line.decided_at, line.refusal_reason, line.ended_on = at.occurred_at, reason.strip()[:2000], at.day
    line.save()
    rows = [("涉嫌罪名", line.crime), ("不批准的理由", line.refusal_reason)]
    papers.form(
        line.case, kind="criminal_transfer_approval", title="移送涉嫌犯罪案件审批表", rows=rows, actor=actor, at=at,
        approval=approval,
    )  # fmt: skip
    told(taken, line, CriminalTransferDecided(approved=False, reason=line.refusal_reason), actor=actor, at=at)
    return line

"""Propose to close a disposition line on an approval form for the head of unit (H10)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import approvals
from yangguang.base.models import Approval
from yangguang.cases.events.wages import DispositionMoved
from yangguang.cases.models import Disposition
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account, Role
from yangguang.kernel.moment import Moment

PURPOSE = "close_disposition"
SIGNERS = (approvals.Signer(Role.CASE_HANDLER, "承办人意见"), approvals.Signer(Role.UNIT_HEAD, "承办机构负责人意见"))


@transaction.atomic
def request_disposition_closing(
    *, disposition: Disposition, summary: str, opinion: str, actor: Account, at: Moment, ended_by: str = "",
    recording_note: str = "",
) -> Approval:  # fmt: skip
    """`ended_by` names the court's ruling where it ended an execution that left something unpaid."""
    row = locked_line(disposition)
    proposal = {
        "summary": worded(summary, label="收口情况", field="summary", most=1000), "ended_by": ended_by.strip()[:200],
        "recording_note": recording_note.strip()[:400],
    }  # fmt: skip
    taken = step_taken(row, "request_disposition_closing", actor=actor, at=at, given=dict(proposal))
    case = row.case
    approval = approvals.request(
        subject=row.subject, purpose=PURPOSE, title=f"行政处理收口审批：{row.party.name}", signers=SIGNERS,
        proposal={
            **proposal, "case_ref": case.public_id,
            "acting_body_ref": case.acting_body.public_id if case.acting_body else "",
        },
        opinion=worded(opinion, label="承办人意见", field="opinion", most=1000), actor=actor, at=at,
    )  # fmt: skip
    row.save()
    told(taken, row, DispositionMoved("提请收口", "", "", ("LSR-2004:18.1",)), actor=actor, at=at)
    return approval

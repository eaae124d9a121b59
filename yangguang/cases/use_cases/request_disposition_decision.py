"""Put a disposition before its signers: handler, unit head, agency head. The last signature makes the decision (H04)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import approvals, ledger
from yangguang.base.models import Approval
from yangguang.cases import gates
from yangguang.cases.events.deciding import ApprovalAsked
from yangguang.cases.kinds.labour.documents.disposition_approval import TITLE
from yangguang.cases.kinds.labour.stages import DISPOSITION
from yangguang.cases.models import Disposition
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lines import locked_line
from yangguang.cases.use_cases._roster import locked_case
from yangguang.cases.use_cases.decide_disposition import PURPOSE
from yangguang.cases.use_cases.request_decision import FOR_THE_HEAD
from yangguang.cases.use_cases.take_step import Taking, check_overdue
from yangguang.directory.api import Account, Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

SIGNERS = (
    approvals.Signer(Role.CASE_HANDLER, "承办人意见"), approvals.Signer(Role.UNIT_HEAD, "承办机构负责人意见"),
    approvals.Signer(Role.AGENCY_HEAD, "机关负责人意见"),
)  # fmt: skip


@transaction.atomic
def request_disposition_decision(
    *, disposition: Disposition, opinion: str, actor: Account, at: Moment, overdue_reason: str = ""
) -> Approval:
    """Every gate but the head's own is asked here already, so that nothing unfinished reaches the head's desk."""
    row = locked_line(disposition)
    case = locked_case(row.case, actor, "提请作出行政处理决定")
    step = DISPOSITION.step("decide_disposition", row.status)
    given = {"disposition": row, "draft": row.draft, "overdue_reason": overdue_reason}
    asked = tuple(name for name in step.gates if name not in FOR_THE_HEAD)
    verdicts = gates.judge(asked, gates.Attempt(case, step.act, actor, at, given))
    if failing := [v for v in verdicts if not v.holds]:
        clauses = tuple(dict.fromkeys(c for v in failing for c in v.clauses))
        reason = failing[0].reason if len(failing) == 1 else f"现在还不能提请：{len(failing)} 个条件没有满足。"
        raise Refused(reason, clauses, remedy=failing[0].remedy if len(failing) == 1 else "", verdicts=verdicts)
    check_overdue(Taking(DISPOSITION, case, step.act, actor, at, given, "disposition", row.public_id, row.status), step)
    approval = approvals.request(
        subject=row.subject, purpose=PURPOSE, title=f"{TITLE}：{row.party.name}", signers=SIGNERS,
        proposal={
            "case_ref": case.public_id, "draft_ref": row.draft.public_id, "digest": row.draft.digest,
            "acting_body_ref": case.acting_body.public_id if case.acting_body else "",
            "overdue_reason": overdue_reason.strip(),
        },
        opinion=worded(opinion, label="承办人意见", field="opinion"), actor=actor, at=at,
    )  # fmt: skip
    ledger.record(ApprovalAsked(approval.title, row.draft.digest), subject=row.subject, actor=actor, at=at)
    return approval

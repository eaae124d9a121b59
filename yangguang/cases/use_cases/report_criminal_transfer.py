"""Report a suspected crime in writing; the principal head decides within three days (C03)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import approvals
from yangguang.base.models import Approval
from yangguang.cases.events.criminal import CriminalTransferReported
from yangguang.cases.kinds.criminal_transfer.documents import papers
from yangguang.cases.models import CriminalTransfer
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._criminal import by_the_task_force, protects_informants
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account, Role
from yangguang.kernel.moment import Moment

PURPOSE = "approve_criminal_transfer"
SIGNERS = (
    approvals.Signer(Role.CASE_HANDLER, "专案组报告"),
    approvals.Signer(Role.AGENCY_HEAD, "正职负责人或者主持工作的负责人审批"),
)


@transaction.atomic
def report_criminal_transfer(
    *, transfer: CriminalTransfer, police: str, report: str, opinion: str, actor: Account, at: Moment
) -> Approval:
    """By a member of the task force, with the evidence listed. The form goes straight to the principal head."""
    line = locked_line(transfer)
    by_the_task_force(line, actor)
    line.police = worded(police, label="接收的公安机关", field="police", most=120)
    line.report = worded(report, label="移送报告", field="report", most=4000)
    protects_informants(line.case, line.police, line.report)
    taken = step_taken(line, "report_criminal_transfer", actor=actor, at=at)
    line.save()
    words = [line.report, f"拟移送：{line.police}。专案组：{'、'.join(line.member_names)}。"]
    papers.text(
        line.case, kind="criminal_transfer_report", title="移送涉嫌犯罪案件的报告", words=words, actor=actor, at=at
    )
    papers.catalogue(line.case, actor=actor, at=at)
    approval = approvals.request(
        subject=line.subject, purpose=PURPOSE, title=f"移送涉嫌犯罪审批：{line.case.title}"[:200],
        proposal={"to": line.police, "report": line.report, "case_ref": line.case.public_id}, signers=SIGNERS,
        opinion=worded(opinion, label="专案组意见", field="opinion", most=1000), actor=actor, at=at,
    )  # fmt: skip
    told(taken, line, CriminalTransferReported(line.police, approval.proposal_digest), actor=actor, at=at)
    return approval

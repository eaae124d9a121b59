"""Report a suspected crime in writing and ask the principal head to send the case to the police (TCR-2020:5.1)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import approvals
from yangguang.base.models import Approval
from yangguang.cases.events.labour import CriminalTransferAsked
from yangguang.cases.kinds.labour.queries import gives_away, leads_of
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account, Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

PURPOSE = "transfer_to_police"
SIGNERS = (
    approvals.Signer(Role.CASE_HANDLER, "专案组报告"), approvals.Signer(Role.UNIT_HEAD, "承办机构负责人意见"),
    approvals.Signer(Role.AGENCY_HEAD, "正职负责人或者主持工作的负责人审批"),
)  # fmt: skip


@transaction.atomic
def request_criminal_transfer(
    *, case_id: int, police: str, report: str, papers: str, opinion: str, actor: Account, at: Moment,
    seen_version: int | None = None,
) -> Approval:  # fmt: skip
    """The three days of the head run from this report. Refused below the line, or while the order to pay still runs."""
    case = lock_case(case_id, seen_version=seen_version)
    told = {
        "to": worded(police, label="接收机关", field="police", most=120),
        "report": worded(report, label="报告", field="report"),
        "papers": worded(papers, label="移送材料", field="papers", most=800),
    }
    if gives_away("".join(told.values()), leads_of(case)):
        raise Refused("应当为举报人保密。", "LSR-2004:9.3", field="report", remedy="请删去投诉人、举报人的身份信息。")
    taken = take(Taking(FLOWS["penalty"], case, "request_criminal_transfer", actor, at))
    acting = case.acting_body.public_id if case.acting_body else ""
    approval = approvals.request(
        subject=case.subject, purpose=PURPOSE, title=f"移送涉嫌犯罪审批：{case.title}",
        proposal={**told, "case_ref": case.public_id, "acting_body_ref": acting}, signers=SIGNERS, opinion=opinion,
        actor=actor, at=at,
    )  # fmt: skip
    announce(taken, CriminalTransferAsked(told["to"], approval.proposal_digest), actor=actor, at=at)
    return approval

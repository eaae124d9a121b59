"""Propose to close a case, or to annul its opening, on an approval form."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from yangguang.base import approvals, ledger
from yangguang.base.models import Approval, LedgerEntry
from yangguang.cases.events.deciding import ApprovalAsked
from yangguang.cases.kinds.labour.queries import leads_of, totals_of
from yangguang.cases.kinds.register import main_flow
from yangguang.cases.models import Case
from yangguang.cases.policy import may_take
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, verdicts_for
from yangguang.directory.api import Account, Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import chosen

TITLES = {"close_case": "结案审批", "annul_case_opening": "撤销立案审批"}
SIGNERS = {
    "close_case": (approvals.Signer(Role.UNIT_HEAD, "承办机构负责人意见"),),
    "annul_case_opening": (
        approvals.Signer(Role.UNIT_HEAD, "承办机构负责人意见"), approvals.Signer(Role.AGENCY_HEAD, "机关负责人意见"),
    ),
}  # fmt: skip


@transaction.atomic
def request_end(
    *,
    case_id: int,
    act: str,
    opinion: str,
    actor: Account,
    at: Moment,
    seen_version: int | None = None,
    **proposal: Any,
) -> Approval:
    """`act` is close_case (ground, summary, recording_note) or annul_case_opening (reason). Its gates are asked already."""
    case = lock_case(case_id, seen_version=seen_version)
    flow = main_flow(case)
    chosen(act, TITLES, label="提请的事项", clause="APL-2021:47", field="act")
    if act not in {one.act for one in flow.steps}:
        raise Refused(f"这件案件属于{case.get_kind_display()}，没有这一步。", "APL-2021:51#citizen")
    step = flow.step(act, case.status)
    if not may_take(actor, case, (Role.CASE_HANDLER,)):
        raise Refused(f"您不能提请{step.label}。", step.clauses, remedy="有权办理的是本案的承办人。")
    if act == "annul_case_opening":
        withdrawal_is_no_end(case)
    verdicts = verdicts_for(Taking(flow, case, act, actor, at, proposal), step)
    failing = [v for v in verdicts if not v.holds]
    if failing:
        raise Refused(failing[0].reason, failing[0].clauses, remedy=failing[0].remedy, verdicts=verdicts)
    acting = case.acting_body.public_id if case.acting_body else ""
    approval = approvals.request(
        subject=case.subject, purpose=act, title=f"{TITLES[act]}：{case.title}",
        proposal={**proposal, "case_ref": case.public_id, "acting_body_ref": acting},
        signers=(approvals.Signer(Role.CASE_HANDLER, "承办人意见"), *SIGNERS[act]), opinion=opinion, actor=actor, at=at,
    )  # fmt: skip
    ledger.record(ApprovalAsked(approval.title, approval.proposal_digest), subject=case.subject, actor=actor, at=at)
    return approval


def withdrawal_is_no_end(case: Case) -> None:
    """Raises Refused where a complaint was taken back while workers are still owed: that alone does not end the case."""
    refs = [lead.public_id for lead in leads_of(case)]
    withdrawn = LedgerEntry.objects.filter(event="ComplaintWithdrawn", subject_ref__in=refs).exists()
    if withdrawn and totals_of(case).unpaid_fen:
        raise Refused(
            "投诉人撤回不当然终止查处。", "LSR-2004:9.2", field="reason", remedy="已经改正的，请先登记支付情况，再提请撤销立案。",
        )  # fmt: skip

"""Put before the signers what may only be done with the head: extend, suspend, resume, query assets."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from yangguang.base import approvals
from yangguang.base.models import Approval
from yangguang.cases.decision_terms import PURPOSE, words_of
from yangguang.cases.events.deciding import ApprovalAsked
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account, Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.written_text import chosen

ASKS = {
    "extend_investigation": ("request_extension", "延长调查审批"),
    "suspend_investigation": ("request_suspension", "中止调查审批"),
    "resume_investigation": ("request_resumption", "恢复调查审批"),
    "extend_decision_term": ("request_decision_extension", "延长办案期限审批"),
    "query_assets": ("request_asset_query", "查询审批"),
}
SIGNERS = (
    approvals.Signer(Role.CASE_HANDLER, "承办人意见"), approvals.Signer(Role.UNIT_HEAD, "承办机构负责人意见"),
    approvals.Signer(Role.AGENCY_HEAD, "机关负责人意见"),
)  # fmt: skip


@transaction.atomic
def request_head_approval(
    *, case_id: int, act: str, opinion: str, actor: Account, at: Moment, seen_version: int | None = None,
    reason: str = "", **proposal: Any,
) -> Approval:  # fmt: skip
    """`act` is what the head's signature carries out; its conditions are asked already, so that nothing goes up in vain."""
    case = lock_case(case_id, seen_version=seen_version)
    asks, title = ASKS[chosen(act, ASKS, label="提请的事项", clause="LSR-2004:17#initial", field="act")]
    why = worded(reason, label="理由", field="reason", most=1000)
    keep_secret(case, {"reason": why, **{name: value for name, value in proposal.items() if isinstance(value, str)}})
    if act == PURPOSE:
        proposal["extension_words"] = words_of(case, proposal.get("days"), at.day)
    taken = take(Taking(FLOWS["penalty"], case, asks, actor, at, dict(proposal)))
    acting = case.acting_body.public_id if case.acting_body else ""
    approval = approvals.request(
        subject=case.subject, purpose=act, title=f"{title}：{case.title}",
        proposal={"reason": why, **proposal, "case_ref": case.public_id, "acting_body_ref": acting}, signers=SIGNERS,
        opinion=worded(opinion, label="承办人意见", field="opinion", most=1000), actor=actor, at=at,
    )  # fmt: skip
    announce(taken, ApprovalAsked(approval.title, approval.proposal_digest), actor=actor, at=at)
    return approval

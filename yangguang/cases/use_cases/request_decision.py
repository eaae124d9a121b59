"""Put a draft before its signers: handler, head of unit, agency head. The last signature makes the decision."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import approvals, ledger
from yangguang.base.models import Approval
from yangguang.cases import gates, standing
from yangguang.cases.events.deciding import ApprovalAsked
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.policy import may_take
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.issue_decision import ACTS, PURPOSE, TITLES
from yangguang.cases.use_cases.take_step import Taking, check_overdue
from yangguang.directory.api import Account, Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import chosen

CLAUSE = "APL-2021:57.1"
FOR_THE_HEAD = frozenset({"head_decides"})


@transaction.atomic
def request_decision(
    *, case_id: int, kind: str, opinion: str, actor: Account, at: Moment, overdue_reason: str = "",
    recording_note: str = "", seen_version: int | None = None,
) -> Approval:  # fmt: skip
    """Every gate but the head's own, and why the term has passed, is asked here already, so that nothing unfinished
    reaches the head's desk."""
    case = lock_case(case_id, seen_version=seen_version)
    draft = standing.draft_of(case, chosen(kind, ACTS, label="决定种类", clause=CLAUSE, field="kind"))
    if draft is None:
        raise Refused("还没有代拟稿。", CLAUSE, remedy="请先拟制决定。")
    if not may_take(actor, case, (Role.CASE_HANDLER,)):
        raise Refused("您不能提请这个案件的决定。", CLAUSE, remedy="有权办理的是本案的承办人。")
    step = FLOWS["penalty"].step(ACTS[kind], case.status)
    asked = tuple(name for name in step.gates if name not in FOR_THE_HEAD)
    given = {"draft": draft, "recording_note": recording_note, "overdue_reason": overdue_reason}
    verdicts = gates.judge(asked, gates.Attempt(case, step.act, actor, at, given))
    failing = [v for v in verdicts if not v.holds]
    if failing:
        reason = failing[0].reason if len(failing) == 1 else f"现在还不能{step.label}：{len(failing)} 个条件没有满足。"
        clauses = tuple(dict.fromkeys(c for v in failing for c in v.clauses))
        raise Refused(reason, clauses, remedy=failing[0].remedy if len(failing) == 1 else "", verdicts=verdicts)
    check_overdue(Taking(FLOWS["penalty"], case, step.act, actor, at, given), step)
    approval = approvals.request(
        subject=case.subject, purpose=PURPOSE, title=f"{TITLES[kind]}：{case.title}",
        proposal={
            "case_ref": case.public_id, "kind": kind, "draft_ref": draft.public_id, "digest": draft.digest,
            "acting_body_ref": case.acting_body.public_id if case.acting_body else "",
            "overdue_reason": overdue_reason.strip(), "recording_note": recording_note.strip(),
        },
        signers=(
            approvals.Signer(Role.CASE_HANDLER, "承办人意见"), approvals.Signer(Role.UNIT_HEAD, "承办机构负责人意见"),
            approvals.Signer(Role.AGENCY_HEAD, "机关负责人意见"),
        ),
        opinion=opinion, actor=actor, at=at,
    )  # fmt: skip
    ledger.record(ApprovalAsked(approval.title, draft.digest), subject=case.subject, actor=actor, at=at)
    return approval

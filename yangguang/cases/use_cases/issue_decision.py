"""What every decision of the penalty line does: take the step, number the paper, keep content and digest, announce."""

from __future__ import annotations

from typing import Any

from yangguang.base import approvals, ledger
from yangguang.base.models import Approval
from yangguang.cases import standing
from yangguang.cases.events.deciding import DecisionMade
from yangguang.cases.kinds.penalty.documents import decision as decision_paper
from yangguang.cases.kinds.penalty.documents import decision_approval
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Case, Decision, DecisionDraft, Party
from yangguang.cases.rules.shares import shares_of
from yangguang.cases.use_cases._enclosing import enclose
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, check, take
from yangguang.directory.api import Account, Proof, proven
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document

PURPOSE = "decide"
ACTS = {
    "penalty": "decide_penalty", "no_penalty": "decide_no_penalty",
    "violation_not_established": "decide_violation_not_established",
}  # fmt: skip
TITLES = {
    "penalty": "行政处罚审批表", "no_penalty": "不予行政处罚审批表", "violation_not_established": "违法事实不成立审批表",
}  # fmt: skip
NUMBER_KINDS = {"penalty": "监罚", "no_penalty": "监不罚", "violation_not_established": "监不罚"}
CLAUSE = "APL-2021:57.1"


def issue_decision(
    *, case_id: int, kind: str, proof: Proof | None, actor: Account, at: Moment, overdue_reason: str = "",
    recording_note: str = "", seen_version: int | None = None,
) -> Decision:  # fmt: skip
    """Runs inside the caller's transaction. Refused unless all signed the very draft, the last with a fresh code.
    Where parties are decided apart, each share becomes a decision of its own; the first is returned.
    """
    case = lock_case(case_id, seen_version=seen_version)
    draft = standing.draft_of(case, kind)
    if draft is None:
        raise Refused("还没有代拟稿，不能作出决定。", CLAUSE, remedy="请先拟制决定。")
    approval = approvals.approved(case.subject, PURPOSE)
    signed = approval is not None and approval.proposal.get("digest") == draft.digest and not _spent(case, approval)
    given = {"draft": draft, "overdue_reason": overdue_reason, "recording_note": recording_note}
    taking = Taking(FLOWS["penalty"], case, ACTS[kind], actor, at, given)
    check(taking)
    if not signed:
        raise Refused("审批表没有经机关负责人签署，或者签署以后改动了代拟稿。", CLAUSE, remedy="请提请审批。")
    proven(actor, proof, purpose="decide")
    taken = take(taking)
    _keep_approval(case, draft, kind, approval, actor, at)
    made = [_keep(case, draft, share, kind, actor, at) for share in shares_of(draft.content)]
    case.outcome, case.decided_on = draft.content["outcome"], at.day
    case.save(update_fields=["outcome", "decided_on"])
    first, *others = [
        DecisionMade(one.public_id, kind, one.number, case.outcome, at.day, one.fine_fen, one.digest) for one in made
    ]
    announce(taken, first, actor=actor, at=at)
    for event in others:
        ledger.record(event, subject=case.subject, actor=actor, at=at)
    return made[0]


def _spent(case: Case, approval: Approval) -> bool:
    """Whether a decision was already made on this approval: one that was voided is signed anew."""
    return case.steps_taken.filter(act__in=ACTS.values(), recorded_at__gte=approval.closed_at).exists()


def _keep_approval(
    case: Case, draft: DecisionDraft, kind: str, approval: Approval | None, actor: Account, at: Moment
) -> None:
    make_document(
        kind="penalty_approval", title=TITLES[kind], body=case.body, file_ref=case.public_id, dated_on=at.day,
        sheet=decision_approval.sheet(
            case, title=TITLES[kind], content=draft.content, digest=draft.digest, approval=approval, dated_on=at.day
        ),
        actor=actor, at=at, volume="side",
    )  # fmt: skip


def _keep(case: Case, draft: DecisionDraft, share: dict[str, Any], kind: str, actor: Account, at: Moment) -> Decision:
    parties = parties_named(case, share)
    document = make_document(
        kind=f"{kind}_decision" if kind != "violation_not_established" else "no_penalty_decision",
        title=decision_paper.TITLES[kind], body=case.body, file_ref=case.public_id, dated_on=at.day,
        sheet=decision_paper.sheet(case, kind=kind, content=share, dated_on=at.day, parties=parties),
        number_kind=NUMBER_KINDS[kind], actor=actor, at=at,
    )  # fmt: skip
    if kind == "no_penalty":
        enclose(case, share, parties, actor=actor, at=at)
    return Decision.objects.create(
        case=case, body=case.body, kind=kind, number=document.number, content=share, digest=draft.digest,
        content_digest=approvals.digest_of(share), document=document, decided_on=at.day,
        decided_by_ref=actor.actor_ref, decided_by_name=actor.name, fine_fen=int(share.get("fine_fen") or 0),
    )  # fmt: skip


def parties_named(case: Case, share: dict[str, Any]) -> list[Party]:
    """The rows of the parties a share decides for, in their order."""
    refs = {party.get("ref") for party in share.get("parties") or ()}
    return [one for one in case.parties.order_by("position", "pk") if not refs or one.public_id in refs]

"""What the last signature on an approval form of a case carries out."""

from __future__ import annotations

from typing import Any

from yangguang.base.approvals import when_approved
from yangguang.base.models import Approval
from yangguang.cases.kinds.penalty.documents.remedy_answer import Reply
from yangguang.cases.models import Case, DecisionKind
from yangguang.cases.rules.opening import Opening
from yangguang.cases.use_cases.annul_case_opening import annul_case_opening
from yangguang.cases.use_cases.answer_remedy import answer_remedy
from yangguang.cases.use_cases.close_case import close_case
from yangguang.cases.use_cases.decide_no_penalty import decide_no_penalty
from yangguang.cases.use_cases.decide_penalty import decide_penalty
from yangguang.cases.use_cases.decide_violation_not_established import decide_violation_not_established
from yangguang.cases.use_cases.extend_decision_term import extend_decision_term
from yangguang.cases.use_cases.extend_investigation import extend_investigation
from yangguang.cases.use_cases.open_case import open_case
from yangguang.cases.use_cases.query_assets import query_assets
from yangguang.cases.use_cases.resume_investigation import resume_investigation
from yangguang.cases.use_cases.suspend_investigation import suspend_investigation
from yangguang.directory.api import Proof
from yangguang.kernel.moment import Moment

DECIDE = {
    "penalty": decide_penalty, "no_penalty": decide_no_penalty,
    "violation_not_established": decide_violation_not_established,
}  # fmt: skip


@when_approved("open_case")
def opening_is_approved(approval: Approval, *, actor: Any, at: Moment) -> None:
    """The case is opened."""
    open_case(opening=Opening.of(approval.proposal), actor=actor, at=at, approval=approval)


@when_approved("decide")
def decision_is_approved(approval: Approval, *, actor: Any, at: Moment, proof: Proof | None = None) -> None:
    """The decision is made, by whoever has just given a fresh code."""
    told = approval.proposal
    more = {"recording_note": told.get("recording_note", "")} if told["kind"] == DecisionKind.PENALTY else {}
    decide = DECIDE[told["kind"]]
    decide(case_id=_case(approval).pk, proof=proof, actor=actor, at=at, overdue_reason=told["overdue_reason"], **more)


@when_approved("close_case")
def closing_is_approved(approval: Approval, *, actor: Any, at: Moment) -> None:
    """The case is closed."""
    told = approval.proposal
    close_case(
        case_id=_case(approval).pk, ground=told["ground"], summary=told["summary"], actor=actor, at=at,
        recording_note=told.get("recording_note", ""), approval=approval,
    )  # fmt: skip


@when_approved("annul_case_opening")
def annulment_is_approved(approval: Approval, *, actor: Any, at: Moment) -> None:
    """The opening is annulled."""
    told = approval.proposal
    annul_case_opening(
        case_id=_case(approval).pk, reason=told["reason"], actor=actor, at=at, approval=approval,
        overdue_reason=told.get("overdue_reason", ""),
    )  # fmt: skip


@when_approved("extend_investigation")
def extension_is_approved(approval: Approval, *, actor: Any, at: Moment) -> None:
    """The term of the investigation is made longer."""
    extend_investigation(
        case_id=_case(approval).pk, reason=approval.proposal["reason"], actor=actor, at=at, approval=approval
    )


@when_approved("extend_decision_term")
def longer_term_is_approved(approval: Approval, *, actor: Any, at: Moment) -> None:
    """The term of the decision is made longer."""
    told = approval.proposal
    extend_decision_term(
        case_id=_case(approval).pk, days=told["days"], reason=told["reason"], actor=actor, at=at, approval=approval
    )


@when_approved("suspend_investigation")
def suspension_is_approved(approval: Approval, *, actor: Any, at: Moment) -> None:
    """The investigation stands still."""
    suspend_investigation(
        case_id=_case(approval).pk, reason=approval.proposal["reason"], actor=actor, at=at, approval=approval
    )


@when_approved("resume_investigation")
def resumption_is_approved(approval: Approval, *, actor: Any, at: Moment) -> None:
    """The investigation goes on."""
    resume_investigation(
        case_id=_case(approval).pk, reason=approval.proposal["reason"], actor=actor, at=at, approval=approval
    )


@when_approved("query_assets")
def query_is_approved(approval: Approval, *, actor: Any, at: Moment) -> None:
    """The letter goes out."""
    names = ("reason", "to", "about", "objects", "migrant_workers", "superior")
    told = {name: approval.proposal[name] for name in names if name in approval.proposal}
    query_assets(case_id=_case(approval).pk, actor=actor, at=at, approval=approval, **told)


@when_approved("answer_remedy")
def answer_is_approved(approval: Approval, *, actor: Any, at: Moment) -> None:
    """The answer and the list of its evidence are made."""
    told = approval.proposal
    reply = Reply(told["applicant"], told["reply"], told["norms"], told["asks"])
    answer_remedy(
        case_id=_case(approval).pk, remedy_ref=told["remedy_ref"], reply=reply, evidence_refs=told["evidence_refs"],
        actor=actor, at=at, approval=approval,
    )  # fmt: skip


def _case(approval: Approval) -> Case:
    return Case.objects.get(public_id=approval.proposal["case_ref"])

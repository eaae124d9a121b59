"""The gate of visits to enterprises, and what the head's signature on their forms carries out."""

from __future__ import annotations

from typing import Any

from yangguang.base.approvals import when_approved
from yangguang.base.models import Approval
from yangguang.cases import inspection_approvals
from yangguang.cases.gates import Attempt, gate
from yangguang.cases.models import Case
from yangguang.cases.use_cases.approve_inspection import approve_inspection
from yangguang.kernel.moment import Moment


@gate(
    "inspection_approved", label="入企检查已经批准", clauses=("INS-2024:approve",),
    remedy="请先提请检查审批；情况紧急的，写明情形后先行检查，事后补报。",
)  # fmt: skip
def inspection_approved(attempt: Attempt) -> str:
    """A visit to an enterprise that no head agreed to before, and nobody says why it could not wait."""
    if not inspection_approvals.is_of_an_enterprise(attempt.case):
        return ""
    if inspection_approvals.covers(attempt.case, attempt.at):
        return ""
    urgent = str(attempt.given.get("urgent_reason") or "").strip()
    return "" if urgent else "入企检查未经负责人批准。"


@when_approved(inspection_approvals.BEFORE)
@when_approved(inspection_approvals.AFTERWARDS)
def inspection_is_approved(approval: Approval, *, actor: Any, at: Moment) -> None:
    """The visit may take place, or the urgent one is reported."""
    case = Case.objects.get(public_id=approval.proposal["case_ref"])
    approve_inspection(case_id=case.pk, approval=approval, actor=actor, at=at)

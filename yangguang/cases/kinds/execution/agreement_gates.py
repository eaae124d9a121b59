"""Gates of an agreement on the execution of a fine (stages-penalty U08, U06)."""

from __future__ import annotations

from yangguang.cases.agreements import broken_agreement, waiting_agreement
from yangguang.cases.gates import Attempt, gate
from yangguang.cases.models import AgreementState
from yangguang.cases.rules.execution_agreement import HARMS


@gate(
    "agreement_harms_nobody", label="不损害公共利益和他人合法权益", clauses=("ACL-2011:42.1",),
    remedy="会造成损害的，不能达成执行协议，请继续执行。",
)  # fmt: skip
def agreement_harms_nobody(attempt: Attempt) -> str:
    """The form asks; no answer is no."""
    return "" if attempt.given.get("harms") is False else HARMS


@gate("agreement_proposed", label="执行协议待批准", clauses=("ACL-2011:42.1",), remedy="请承办人先拟订执行协议。")
def agreement_proposed(attempt: Attempt) -> str:
    """One was drawn up that nobody answered."""
    waits = waiting_agreement(attempt.given["execution"], AgreementState.PROPOSED)
    return "" if waits else "没有等候批准的执行协议。"


@gate("agreement_approved", label="执行协议已经批准", clauses=("ACL-2011:42.1",), remedy="请先由机关负责人批准。")
def agreement_approved(attempt: Attempt) -> str:
    """The head approved one that was not signed yet."""
    waits = waiting_agreement(attempt.given["execution"], AgreementState.APPROVED)
    return "" if waits else "执行协议没有经机关负责人批准。"


@gate("agreement_open", label="有未签订的执行协议", clauses=("ACL-2011:42.1",))
def agreement_open(attempt: Attempt) -> str:
    """One waits to be approved or signed."""
    return "" if waiting_agreement(attempt.given["execution"]) else "没有未签订的执行协议。"


@gate(
    "agreement_broken", label="当事人没有履行执行协议", clauses=("ACL-2011:42.2",),
    remedy="各期按约缴纳的，应当继续履行协议；到期没有缴纳的，在到期次日起恢复执行。",
)  # fmt: skip
def agreement_broken(attempt: Attempt) -> str:
    """A part was missed, or what was added is still owed when all parts are over."""
    since = broken_agreement(attempt.given["execution"], on=attempt.at.day)
    return "" if since else "当事人正在履行执行协议，不能恢复执行。"

"""The gate on a longer term of decision (stages-penalty P14)."""

from __future__ import annotations

from yangguang.base import approvals
from yangguang.cases.decision_terms import CLAUSE, PURPOSE, extendable, too_long
from yangguang.cases.gates import Attempt, gate
from yangguang.kernel.refusal import Refused


@gate(
    "decision_term_extendable", label="办案期限可以延长", clauses=(CLAUSE,), remedy="请先提请机关负责人批准。",
)  # fmt: skip
def decision_term_extendable(attempt: Attempt) -> str:
    """Under a rule of the field, before the term is over, no oftener and no longer than the rule says; and when it is carried
    out, with the head's signature for just these days.
    """
    found = extendable(attempt.case, attempt.at.day)
    rule, unit = found.rule, found.rule.unit_label
    if not found.left:
        raise Refused(
            f"{found.basis}规定的延长已经用完。", CLAUSE,
            remedy=f"最多延长{rule.times}次、累计{rule.in_all}{unit}；逾期的应当写明原因并尽快办结。",
        )  # fmt: skip
    days = attempt.given.get("days")
    if days is not None and not 0 < int(days) <= found.left:
        raise too_long(found)
    if attempt.act == "request_decision_extension":
        return ""
    signed = approvals.approved(attempt.case.subject, PURPOSE)
    used = {row.get("approval_ref") for row in found.clock.extensions}
    if signed is None or signed.public_id in used or signed.proposal.get("days") != days:
        return "延长办案期限未经机关负责人批准。"
    return ""

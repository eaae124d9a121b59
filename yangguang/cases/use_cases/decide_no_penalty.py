"""Decide that no penalty is imposed (APL-2021:33)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from yangguang.cases import standing
from yangguang.cases.models import Case, Decision, Outcome
from yangguang.cases.prior_violations import earlier_decisions
from yangguang.cases.rules.decision_content import first_violation_lacks
from yangguang.cases.use_cases.issue_decision import issue_decision
from yangguang.directory.api import Account, Proof
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

FIRST = "APL-2021:33.1#first_time"


@transaction.atomic
def decide_no_penalty(
    *, case_id: int, proof: Proof | None, actor: Account, at: Moment, overdue_reason: str = "",
    seen_version: int | None = None,
) -> Decision:  # fmt: skip
    """首违不罚 needs all three elements, and the first must be true in this body's own files."""
    case = Case.objects.select_for_update().get(pk=case_id)
    draft = standing.draft_of(case, "no_penalty")
    if draft is not None:
        check_first_violation(case, draft.content)
    return issue_decision(
        case_id=case_id, kind="no_penalty", proof=proof, actor=actor, at=at, overdue_reason=overdue_reason,
        seen_version=seen_version,
    )  # fmt: skip


def check_first_violation(case: Case, content: Mapping[str, Any]) -> None:
    """Raises Refused when a first-violation exemption lacks an element or an earlier decision contradicts it."""
    if content.get("outcome") != Outcome.FIRST_VIOLATION_EXEMPTION:
        return
    lacking = first_violation_lacks(content)
    if earlier_decisions(case).exists():
        lacking = ("初次违法（此前已有同类决定）", *lacking)
    if lacking:
        raise Refused(
            "不符合初次违法、后果轻微并及时改正。",
            FIRST,
            remedy=f"没有说明：{'、'.join(lacking)}。请补充证明，或者改用其他结论。",
        )

"""Decide that the violation is not established (APL-2021:57.1)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.models import Decision
from yangguang.cases.use_cases.issue_decision import issue_decision
from yangguang.directory.api import Account, Proof
from yangguang.kernel.moment import Moment


@transaction.atomic
def decide_violation_not_established(
    *, case_id: int, proof: Proof | None, actor: Account, at: Moment, overdue_reason: str = "",
    seen_version: int | None = None,
) -> Decision:  # fmt: skip
    """The agency head's act; nothing is imposed and nothing stays on the party."""
    return issue_decision(
        case_id=case_id, kind="violation_not_established", proof=proof, actor=actor, at=at,
        overdue_reason=overdue_reason, seen_version=seen_version,
    )  # fmt: skip

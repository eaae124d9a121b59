"""Decide that no penalty is imposed (APL-2021:30, 31, 33)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.models import Decision
from yangguang.cases.use_cases.issue_decision import issue_decision
from yangguang.directory.api import Account, Proof
from yangguang.kernel.moment import Moment


@transaction.atomic
def decide_no_penalty(
    *, case_id: int, proof: Proof | None, actor: Account, at: Moment, overdue_reason: str = "",
    seen_version: int | None = None,
) -> Decision:  # fmt: skip
    """Every element of the ground it names was found on evidence: the gate `exemption_shown` asks."""
    return issue_decision(
        case_id=case_id, kind="no_penalty", proof=proof, actor=actor, at=at, overdue_reason=overdue_reason,
        seen_version=seen_version,
    )  # fmt: skip

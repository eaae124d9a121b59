"""Make a penalty decision (APL-2021:57.1)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.models import Decision
from yangguang.cases.use_cases.issue_decision import issue_decision
from yangguang.directory.api import Account, Proof
from yangguang.kernel.moment import Moment


@transaction.atomic
def decide_penalty(
    *, case_id: int, proof: Proof | None, actor: Account, at: Moment, overdue_reason: str = "", recording_note: str = "",
    seen_version: int | None = None,
) -> Decision:  # fmt: skip
    """The agency head's act, on the draft that passed review and was signed."""
    return issue_decision(
        case_id=case_id, kind="penalty", proof=proof, actor=actor, at=at, overdue_reason=overdue_reason,
        seen_version=seen_version, recording_note=recording_note,
    )  # fmt: skip

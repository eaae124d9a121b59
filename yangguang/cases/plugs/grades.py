"""What the last signature on a grade carries out."""

from __future__ import annotations

from typing import Any

from yangguang.base.approvals import when_approved
from yangguang.base.models import Approval
from yangguang.cases.use_cases.assess_grade import assess_grade
from yangguang.cases.use_cases.propose_grade import PURPOSE
from yangguang.kernel.moment import Moment


@when_approved(PURPOSE)
def grade_is_approved(approval: Approval, *, actor: Any, at: Moment) -> None:
    """The employer has its grade."""
    assess_grade(approval=approval, actor=actor, at=at)

"""Give an employer its grade for a year: what the agency head's signature carries out. Earlier grades stay in the history."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.models import Approval
from yangguang.base.models.approval import ApprovalState
from yangguang.cases.events.counterparts import GradeAssessed
from yangguang.cases.models import ComplianceGrade, Counterpart
from yangguang.cases.policy import of_register
from yangguang.directory.api import Account, Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def assess_grade(*, approval: Approval, actor: Account, at: Moment) -> ComplianceGrade:
    """Raises Refused for anyone but the head of the body that assesses, and before everybody has signed."""
    if approval.state != ApprovalState.APPROVED:
        raise Refused("等级还没有经过审批。", "LSR-2004:22")
    told = approval.proposal
    row = Counterpart.objects.select_for_update().get(public_id=told["counterpart_ref"])
    if not actor.holds(Role.AGENCY_HEAD) or actor.body.public_id != approval.chain:
        raise Refused("您不能评定守法诚信等级。", "LSR-2004:22", remedy="请由机关负责人评定。")
    grade = ComplianceGrade.objects.create(
        counterpart=row, body=actor.body, year=told["grade_year"], grade=told["grade"], ground=told["grade_ground"],
        source=told["grade_source"], approval=approval, assessed_on=at.day, assessed_by_name=actor.actor_name,
    )  # fmt: skip
    event = GradeAssessed(row.name, grade.year, grade.grade)
    ledger.record(event, subject=of_register(row, actor), actor=actor, at=at)
    return grade

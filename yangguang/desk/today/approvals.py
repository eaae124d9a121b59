"""Approvals that wait for my signature."""

from __future__ import annotations

from yangguang.base.addresses import address_of
from yangguang.base.components.clocks import ClockFace, ClockState
from yangguang.base.components.texts import short_date
from yangguang.base.models import ApprovalStep
from yangguang.cases.api import steps_waiting_for
from yangguang.desk.today.rows import Waiting, source
from yangguang.directory.api import Account, Role
from yangguang.kernel.clock import legal_day

SIGNING = frozenset({Role.CASE_HANDLER, Role.UNIT_HEAD, Role.AGENCY_HEAD})
MOST = 200


@source("approvals")
def waiting_for_me(account: Account) -> list[Waiting]:
    """Forms whose next place is mine to sign: of my body, or of one that entrusts it with this very case."""
    if not account.role_names & SIGNING:
        return []
    return [_row(step) for step in steps_waiting_for(account)[:MOST]]


def _row(step: ApprovalStep) -> Waiting:
    approval = step.approval
    return Waiting(
        face=ClockFace(ClockState.NOT_STARTED, "等您签署"),
        what=approval.title,
        under=f"{approval.requested_by_name}提请",
        why=f"{short_date(legal_day(approval.requested_at))}送到{step.label}",
        act="去签署",
        href=address_of("cases:approval", approval.public_id),
    )

"""Approvals that wait for my signature."""

from __future__ import annotations

from django.db.models import F, Min, Q

from yangguang.base.components.clocks import ClockFace, ClockState
from yangguang.base.components.texts import short_date
from yangguang.base.models import ApprovalStep
from yangguang.desk.addresses import address_of
from yangguang.desk.today.rows import Waiting, source
from yangguang.directory.api import Account, Role

SIGNING = frozenset({Role.CASE_HANDLER, Role.UNIT_HEAD, Role.AGENCY_HEAD})


@source("approvals")
def waiting_for_me(account: Account) -> list[Waiting]:
    """Forms of my body whose next place is mine."""
    roles = account.role_names & SIGNING
    if not roles:
        return []
    waiting = ApprovalStep.objects.filter(approval__state="pending", signed_at=None)
    first = waiting.annotate(first=Min("approval__steps__order", filter=Q(approval__steps__signed_at=None)))
    mine = first.filter(order=F("first"), role__in=roles).filter(Q(signer_ref="") | Q(signer_ref=account.actor_ref))
    scoped = mine.filter(approval__chain__in=chains_of(account)).select_related("approval").order_by("approval_id")
    return [_row(step) for step in scoped[:200]]


def chains_of(account: Account) -> list[str]:
    """The bodies in whose name this person signs: its own, and those that entrust it."""
    entrusting = account.body.entrusted_by.values_list("entrusting__public_id", flat=True)
    return [account.body.public_id, *entrusting]


def _row(step: ApprovalStep) -> Waiting:
    approval = step.approval
    return Waiting(
        face=ClockFace(ClockState.NOT_STARTED, "等您签署"),
        what=approval.title,
        under=f"{approval.requested_by_name}提请",
        why=f"{short_date(approval.requested_at.date())}送到{step.label}",
        act="去签署",
        href=address_of("cases:approval", approval.public_id),
    )

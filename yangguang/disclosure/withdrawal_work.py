"""Withdrawals of decisions that wait for a second person."""

from __future__ import annotations

from yangguang.directory.api import Account, Role
from yangguang.disclosure.models import PublicationStatus, WithdrawalProposal
from yangguang.disclosure.models.publication import STANDING
from yangguang.disclosure.policy import withdrawal_approval_fault
from yangguang.disclosure.queries import withdrawals_visible_to


def withdrawals_to_approve(account: Account) -> list[WithdrawalProposal]:
    """What another publisher wants taken back, for the publishers and the head of the body."""
    if not account.role_names & {Role.PUBLISHER, Role.AGENCY_HEAD}:
        return []
    open_ones = (*STANDING, PublicationStatus.WITHDRAWN)  # what one person pulled at once is down already
    rows = withdrawals_visible_to(account).filter(decided_on=None, publication__status__in=open_ones).order_by("pk")
    return [one for one in rows if not withdrawal_approval_fault(account, one.publication, one)]

"""Receipts that were not taken in, told only to those who can do something about them: file names and reasons name batches."""

from __future__ import annotations

from yangguang.directory.api import Account, Role
from yangguang.exchange import folders


def put_aside_for(account: Account) -> list[tuple[str, str]]:
    """To a publisher what names a batch of the own body; to nobody else."""
    return folders.refused_receipts(account.body.public_id) if account.holds(Role.PUBLISHER) else []


def of_nobody_for(account: Account) -> list[tuple[str, str]]:
    """To a system administrator, who runs the site, what nobody can say whose it is."""
    return folders.refused_receipts() if account.holds(Role.SYSTEM_ADMINISTRATOR) else []

"""Who may open a page about papers at all; which files, the readers of each kind of file decide."""

from __future__ import annotations

from datetime import date

from yangguang.base.events import Actor
from yangguang.directory.api import Account, Role
from yangguang.records.models import IN_FORCE, AccessRequest

KEEPERS = frozenset({Role.CASE_HANDLER})
FILE_READERS = frozenset({
    Role.CASE_HANDLER, Role.UNIT_HEAD, Role.AGENCY_HEAD, Role.LEGAL_REVIEWER, Role.PUBLISHER, Role.ARCHIVIST,
    Role.SUPERVISOR,
})  # fmt: skip
PAPER_READERS = FILE_READERS | {Role.WINDOW_CLERK}  # the window reads the papers of the complaints it takes down
GRANTERS = frozenset({Role.UNIT_HEAD, Role.ARCHIVIST, Role.AGENCY_HEAD})
ACCESS_READERS = FILE_READERS | {Role.AUDIT_ADMINISTRATOR}


def may_decide(account: Actor, access: AccessRequest, unit_id: int | None) -> bool:
    """The head of the unit that handles the file, the archivist or the head of its body."""
    if not isinstance(account, Account) or account.body_id != access.body_id:
        return False
    heads_it = account.holds(Role.UNIT_HEAD) and account.unit_id in {None, unit_id}
    return heads_it or account.holds(Role.ARCHIVIST) or account.holds(Role.AGENCY_HEAD)


def is_askers(account: Actor, access: AccessRequest) -> bool:
    """The account asked for it: a grant is for this person alone."""
    return account.actor_ref == access.asked_by_ref


def stands(access: AccessRequest, day: date) -> bool:
    """The grant is in force and its last day is not over."""
    return access.state in IN_FORCE and access.access_expires_on is not None and day <= access.access_expires_on

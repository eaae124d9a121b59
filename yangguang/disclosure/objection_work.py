"""Objections that wait for somebody: for the publishers to answer, for the head and the supervisor once they are late."""

from __future__ import annotations

from django.db.models import Q

from yangguang.directory.api import Account, Role
from yangguang.disclosure.models import Objection
from yangguang.disclosure.objection_terms import term_of
from yangguang.disclosure.queries import objections_visible_to


def objections_to_do(account: Account) -> list[Objection]:
    """What citizens sent in and nobody has answered, for the publishers."""
    if not account.holds(Role.PUBLISHER):
        return []
    rows = objections_visible_to(account).filter(outcome="")
    return list(rows.exclude(~Q(body_id=account.body_id), publication=None).order_by("received_at", "pk"))


def objections_gone_late(account: Account) -> list[Objection]:
    """For an agency head and the supervisor: objections that nobody answered in time."""
    if not account.role_names & {Role.AGENCY_HEAD, Role.SUPERVISOR}:
        return []
    return [one for one in objections_visible_to(account).filter(outcome="").order_by("pk") if term_of(one).overdue]

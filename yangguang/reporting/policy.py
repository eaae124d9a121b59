"""Who may prepare, adopt and read annual reports: one sentence each."""

from __future__ import annotations

from yangguang.base.events import Actor
from yangguang.directory.api import Account, Body, Role

DRAFTERS = frozenset({Role.CASE_HANDLER, Role.UNIT_HEAD, Role.LEGAL_REVIEWER, Role.PUBLISHER})
READERS = DRAFTERS | {Role.AGENCY_HEAD, Role.SUPERVISOR, Role.ARCHIVIST}
HEADS = frozenset({Role.AGENCY_HEAD})
NOT_YOURS = "只有本机关的承办、审核、公示人员可以编制年报。"


def may_draft(actor: Actor, body: Body) -> bool:
    """The body's own handlers, unit heads, reviewers and publishers prepare its report."""
    return isinstance(actor, Account) and actor.body_id == body.pk and bool(actor.role_names & DRAFTERS)


def may_adopt(actor: Actor, body: Body) -> bool:
    """The body's agency head adopts and returns."""
    return isinstance(actor, Account) and actor.body_id == body.pk and actor.holds(Role.AGENCY_HEAD)

"""Who may draft and who may adopt a list: one sentence each."""

from __future__ import annotations

from yangguang.base.events import Actor
from yangguang.directory.api import Account, Body, Role, supervised_body_ids

DRAFTERS = (Role.CASE_HANDLER, Role.UNIT_HEAD, Role.LEGAL_REVIEWER)


def may_draft(actor: Actor, body: Body) -> bool:
    """The body's own case handlers, unit heads and reviewers keep its drafts."""
    return isinstance(actor, Account) and actor.body_id == body.pk and any(actor.holds(role) for role in DRAFTERS)


def may_adopt(actor: Actor, body: Body) -> bool:
    """The body's agency head adopts, returns and repeals."""
    return isinstance(actor, Account) and actor.body_id == body.pk and actor.holds(Role.AGENCY_HEAD)


def may_review_outside(actor: Actor, body: Body) -> bool:
    """A supervisor of the judicial bureau reviews the lists of the bodies under its government, never its own body's."""
    return isinstance(actor, Account) and actor.body_id != body.pk and body.pk in supervised_body_ids(actor)

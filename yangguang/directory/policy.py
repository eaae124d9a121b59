"""Who may keep the registers of bodies, officers, accounts and roles: one sentence each."""

from __future__ import annotations

from yangguang.base.events import Actor, SystemActor
from yangguang.directory.models import Account, Body
from yangguang.directory.models.scope import administered_body_ids, judicial_bureau_of, supervised_body_ids
from yangguang.directory.rules.roles import Role


def may_keep_bodies(actor: Actor, body: Body | None) -> bool:
    """The supervisor above a body and the system administrator in charge of it keep its entry (D06)."""
    return _is_system(actor) or _supervises(actor, body) or _administers(actor, Role.SYSTEM_ADMINISTRATOR, body)


def may_propose_body(actor: Actor, concerned: Body) -> bool:
    """Whoever keeps a body's entry, and its agency head, propose a change of it or a new body under it (D06)."""
    return may_keep_bodies(actor, concerned) or _holds_in(actor, Role.AGENCY_HEAD, concerned)


def may_review_entry(actor: Actor, body: Body | None, parent: Body | None) -> bool:
    """A supervisor of the judicial bureau above reviews what is to stand in the register; never the entry of its own body or of
    the one it belongs to.
    """
    if body is None:
        return parent is not None and _supervises(actor, parent)
    if not isinstance(actor, Account) or body.pk in (actor.body_id, actor.body.parent_id):
        return False
    return _supervises(actor, body)


def may_file_entrustment(actor: Actor, body: Body) -> bool:
    """The judicial bureau above the entrusting body files; where it is not in this system the body records its letter."""
    if judicial_bureau_of(body) is None:
        return may_publish_entrustment(actor, body)
    return _is_system(actor) or may_review_entry(actor, body, None)


def may_entrust(actor: Actor, body: Body) -> bool:
    """The agency head of the entrusting body entrusts, and ends an entrustment."""
    return _is_system(actor) or _holds_in(actor, Role.AGENCY_HEAD, body)


def may_publish_entrustment(actor: Actor, body: Body) -> bool:
    """A publisher or head of either side makes the instrument public; the entrusting body reports it for filing."""
    return _is_system(actor) or _holds_in(actor, Role.AGENCY_HEAD, body) or _holds_in(actor, Role.PUBLISHER, body)


def may_keep_officers(actor: Actor, body: Body) -> bool:
    """The supervisor above a body and the system administrator in charge of it enrol its officers (D07)."""
    return may_keep_bodies(actor, body)


def may_keep_certificates(actor: Actor, body: Body) -> bool:
    """Certificates are the supervising authority's alone: nobody gives his own people the right to enforce (D10)."""
    return _is_system(actor) or _supervises(actor, body)


def may_qualify_reviewers(actor: Actor, body: Body) -> bool:
    """The agency head, or the supervisor above, puts a reviewer's qualification on record (L02)."""
    return _is_system(actor) or _holds_in(actor, Role.AGENCY_HEAD, body) or _supervises(actor, body)


def may_keep_accounts(actor: Actor, body: Body) -> bool:
    """The system administrator in charge of a body opens, locks and unlocks its accounts."""
    return _is_system(actor) or _administers(actor, Role.SYSTEM_ADMINISTRATOR, body)


def may_keep_roles(actor: Actor, body: Body) -> bool:
    """The security administrator in charge of a body appoints to roles and ends appointments."""
    return _is_system(actor) or _administers(actor, Role.SECURITY_ADMINISTRATOR, body)


def _is_system(actor: Actor) -> bool:
    return isinstance(actor, SystemActor)


def _holds_in(actor: Actor, role: Role, body: Body) -> bool:
    return isinstance(actor, Account) and actor.body_id == body.pk and actor.holds(role)


def _supervises(actor: Actor, body: Body | None) -> bool:
    return isinstance(actor, Account) and _within(supervised_body_ids(actor), body)


def _administers(actor: Actor, role: Role, body: Body | None) -> bool:
    return isinstance(actor, Account) and actor.holds(role) and _within(administered_body_ids(actor), body)


def _within(ids: list[int], body: Body | None) -> bool:
    return bool(ids) if body is None else body.pk in ids

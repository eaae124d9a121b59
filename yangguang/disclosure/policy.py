"""Who may prepare, release, correct, withdraw and withhold: one sentence each."""

from __future__ import annotations

from yangguang.base.events import Actor, SystemActor
from yangguang.cases.api import belongs_to
from yangguang.directory.api import Account, Role
from yangguang.disclosure.models import Publication, PublishedVersion

WRONG_BODY = "只有本机关的公示员可以办理公示。"
SAME_PERSON = "编制和复核发布应当由不同的人办理：这条公示信息是您编制的。"


def publisher_fault(actor: Actor, publication: Publication) -> str:
    """A publisher of the body in whose name the decision was made, or that acts for it; empty when the actor is one."""
    is_one = isinstance(actor, Account) and actor.holds(Role.PUBLISHER) and belongs_to(actor, publication.case)
    return "" if is_one else WRONG_BODY


def release_fault(actor: Account, publication: Publication, version: PublishedVersion) -> str:
    """A publisher who is not the one that prepared this version; empty when the actor is."""
    if fault := publisher_fault(actor, publication):
        return fault
    return SAME_PERSON if version.prepared_by_id == actor.pk else ""


def may_withhold(actor: Actor, publication: Publication) -> bool:
    """The agency head decides that a decision is not published; the system only when the decision no longer stands."""
    if isinstance(actor, SystemActor):
        return True
    return isinstance(actor, Account) and actor.holds(Role.AGENCY_HEAD) and actor.body_id == publication.body_id


def may_record_ground(actor: Actor, publication: Publication) -> bool:
    """A publisher, or the system when a decision is annulled in the case itself."""
    return isinstance(actor, SystemActor) or not publisher_fault(actor, publication)

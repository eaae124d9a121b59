"""Who may prepare, release, correct, withdraw and withhold: one sentence each."""

from __future__ import annotations

from yangguang.base.events import Actor, SystemActor
from yangguang.cases.api import belongs_to
from yangguang.catalogues.api import hands_of
from yangguang.directory.api import Account, Body, Role
from yangguang.disclosure.models import (
    Objection,
    Publication,
    PublishedVersion,
    StandingChange,
    StandingPublication,
    WithdrawalProposal,
)
from yangguang.disclosure.rules.standing import same_hand
from yangguang.kernel.written_text import folded

WRONG_BODY = "只有本机关的公示员可以办理公示。"
SAME_PERSON = "编制和复核发布应当由不同的人办理：这条公示信息是您编制的，或者编制人与您同名。"


def publisher_fault(actor: Actor, publication: Publication) -> str:
    """A publisher of the body in whose name the decision was made, or that acts for it; empty when the actor is one."""
    is_one = isinstance(actor, Account) and actor.holds(Role.PUBLISHER) and belongs_to(actor, publication.case)
    return "" if is_one else WRONG_BODY


def objection_fault(actor: Actor, objection: Objection) -> str:
    """A publisher who answers for what was objected to; empty when the actor is one."""
    if objection.publication is not None:
        return publisher_fault(actor, objection.publication)
    is_one = isinstance(actor, Account) and actor.holds(Role.PUBLISHER) and actor.body_id == objection.body_id
    return "" if is_one else WRONG_BODY


def release_fault(actor: Account, publication: Publication, version: PublishedVersion) -> str:
    """A publisher who is not the one that prepared this version; empty when the actor is."""
    if fault := publisher_fault(actor, publication):
        return fault
    return SAME_PERSON if is_same_person(version.prepared_by, actor) else ""


def is_same_person(one: Account, other: Account) -> bool:
    """The same account, or two accounts of one body in one name: a person with two accounts does not look twice. A
    namesake lets somebody else release.
    """
    return one.pk == other.pk or (one.body_id == other.body_id and folded(one.name) == folded(other.name))


WITHDRAWAL_PERSON = "只有本机关的公示员和负责人可以批准、退回撤回公开。"
WITHDRAWAL_PROPOSED_IT = "提出和批准应当由不同的人办理：这项撤回是您提出的，或者提出人与您同名。"


def withdrawal_reader_fault(actor: Actor, publication: Publication) -> str:
    """A publisher, or the head of the body that decided; empty when the actor is one."""
    heads = isinstance(actor, Account) and actor.holds(Role.AGENCY_HEAD) and actor.body_id == publication.body_id
    return "" if heads or not publisher_fault(actor, publication) else WITHDRAWAL_PERSON


def withdrawal_approval_fault(actor: Account, publication: Publication, proposal: WithdrawalProposal) -> str:
    """One of them, and not the one who proposed it; empty when the actor is."""
    if fault := withdrawal_reader_fault(actor, publication):
        return fault
    return WITHDRAWAL_PROPOSED_IT if is_same_person(proposal.proposed_by, actor) else ""


def may_withhold(actor: Actor, publication: Publication) -> bool:
    """The agency head decides that a decision is not published; the system only when the decision no longer stands."""
    if isinstance(actor, SystemActor):
        return True
    return isinstance(actor, Account) and actor.holds(Role.AGENCY_HEAD) and actor.body_id == publication.body_id


def may_decide_repair(actor: Actor, publication: Publication) -> bool:
    """The agency head of the body that decided."""
    return isinstance(actor, Account) and actor.holds(Role.AGENCY_HEAD) and actor.body_id == publication.body_id


def exemption_fault(actor: Actor, publication: Publication) -> str:
    """A publisher of the body or its head, and something that stands in the register; empty when both hold."""
    if (fault := publisher_fault(actor, publication)) and not may_withhold(actor, publication):
        return fault
    return "" if publication.is_exempt else "这条公示信息不在不予公开登记簿中。"


def may_record_ground(actor: Actor, publication: Publication) -> bool:
    """A publisher, or the system when a decision is annulled in the case itself."""
    return isinstance(actor, SystemActor) or not publisher_fault(actor, publication)


def may_publish_flowchart(actor: Actor, body: Body) -> bool:
    """A publisher of the body itself."""
    return isinstance(actor, Account) and actor.holds(Role.PUBLISHER) and actor.body_id == body.pk


def may_retry_push(actor: Actor, body: Body) -> bool:
    """A publisher or the system administrator of the body itself."""
    roles = {Role.PUBLISHER, Role.SYSTEM_ADMINISTRATOR}
    return isinstance(actor, Account) and bool(actor.role_names & roles) and actor.body_id == body.pk


NOT_AT_THE_WINDOW = "只有本机关的窗口人员和公示员可以更新窗口公示牌。"


def may_keep_board(actor: Actor, body: Body) -> bool:
    """A window clerk or a publisher of the body itself."""
    roles = {Role.WINDOW_CLERK, Role.PUBLISHER}
    return isinstance(actor, Account) and bool(actor.role_names & roles) and actor.body_id == body.pk


STANDING_WRONG_BODY = "只有本机关的公示员可以办理清单和人员的公示。"
STANDING_WRONG_PERSON = "只有本机关的公示员和负责人可以批准、退回公示变更。"
WROTE_IT = "采集和发布应当由不同的人办理：这一版清单是您起草、修改或者送审的，或者办理的人与您同名。"
PROPOSED_IT = "提出和批准应当由不同的人办理：这项变更是您提出的，或者提出人与您同名。"


def standing_fault(actor: Actor, publication: StandingPublication) -> str:
    """A publisher of the body itself; empty when the actor is one."""
    is_one = isinstance(actor, Account) and actor.holds(Role.PUBLISHER) and actor.body_id == publication.body_id
    return "" if is_one else STANDING_WRONG_BODY


def wrote(account: Account, publication: StandingPublication) -> bool:
    """Whether this person stands among those whose hands it went through so far; asks nothing."""
    return same_hand(
        [(ref, name) for _, ref, name, _ in publication.hands[:2]], ref=account.actor_ref, name=account.name
    )


def list_release_fault(actor: Actor, publication: StandingPublication) -> str:
    """A publisher who wrote nothing in the draft; empty when the actor is one."""
    if (fault := standing_fault(actor, publication)) or publication.edition is None:
        return fault
    writers = hands_of(publication.edition).writers
    return WROTE_IT if same_hand(writers, ref=actor.actor_ref, name=actor.actor_name) else ""


def standing_reader_fault(actor: Actor, publication: StandingPublication) -> str:
    """A publisher or the head of the body itself; empty when the actor is one."""
    roles = {Role.PUBLISHER, Role.AGENCY_HEAD}
    is_one = isinstance(actor, Account) and actor.role_names & roles and actor.body_id == publication.body_id
    return "" if is_one else STANDING_WRONG_PERSON


def approval_fault(actor: Account, publication: StandingPublication, change: StandingChange) -> str:
    """A publisher or the head of the body, and not the one who proposed it; empty when the actor is."""
    if fault := standing_reader_fault(actor, publication):
        return fault
    return PROPOSED_IT if is_same_person(change.proposed_by, actor) else ""

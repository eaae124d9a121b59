"""Who hands up: one sentence each."""

from __future__ import annotations

from yangguang.base.events import Actor, SystemActor
from yangguang.directory.api import Account, Body, Role

KEEPERS = frozenset({Role.PUBLISHER})
READERS = KEEPERS | {Role.AGENCY_HEAD, Role.SUPERVISOR}
NOT_YOURS = "只有报送机关的公示员可以办理上报。"
ASK_THEM = "请报送机关的公示员办理。"


def may_hand_up(actor: Actor, body: Body) -> bool:
    """A publisher of the collecting body itself."""
    return isinstance(actor, Account) and actor.holds(Role.PUBLISHER) and actor.body_id == body.pk


def may_draft(actor: Actor, body: Body) -> bool:
    """The daily job, or a publisher of the collecting body."""
    return isinstance(actor, SystemActor) or may_hand_up(actor, body)


def may_take_receipts(actor: Actor, body: Body) -> bool:
    """The job that looks into the folder, or a publisher of the collecting body."""
    return may_draft(actor, body)


def may_mend(actor: Actor, *, body_id: int, collector_id: int) -> bool:
    """A publisher of the body whose row it is, or of the one that collects."""
    return isinstance(actor, Account) and actor.holds(Role.PUBLISHER) and actor.body_id in {body_id, collector_id}

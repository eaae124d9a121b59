"""What putting an entry forward the first time and again have in common."""

from __future__ import annotations

from typing import Any

from yangguang.base import ledger
from yangguang.base.events import Actor, plain
from yangguang.directory.events import BodyProposed
from yangguang.directory.models import Body, BodyProposal
from yangguang.directory.policy import may_propose_body
from yangguang.directory.rules import entries
from yangguang.directory.rules.body_facts import BodyFacts
from yangguang.directory.use_cases._entries import differing, whole
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

REASON_MOST = 1000


def may_propose(actor: Actor, concerned: Body) -> None:
    """Raises Refused for anyone but keepers and the agency head."""
    if not may_propose_body(actor, concerned):
        raise Refused("您不能送审执法主体的登记。", remedy="请机关负责人、系统管理员或者本级司法行政部门办理。")


def told(body: Body | None, facts: BodyFacts) -> dict[str, Any]:
    """What is proposed, checked: all facts of a new body, of a registered one those that differ."""
    found: dict[str, Any] = plain(whole(facts) if body is None else differing(body, facts))
    return found


def reasoned(reason: str) -> str:
    """On what the entry or the change rests. Raises Refused when nothing is said."""
    return entries.required(reason, label="登记、变更的依据", field="reason", most=REASON_MOST, lines=True)


def record_proposal(proposal: BodyProposal, actor: Actor, at: Moment) -> None:
    """One line in the chain of the body concerned."""
    event = BodyProposed(proposal.name, proposal.facts, proposal.reason, proposal.round)
    ledger.record(event, subject=proposal.subject, actor=actor, at=at)

"""Put a new body, or a change of a registered one, before the judicial bureau: until it agrees nothing of it stands (D06)."""

from __future__ import annotations

from typing import Unpack

from django.db import transaction

from yangguang.base.events import Actor
from yangguang.directory.models import Body, BodyProposal
from yangguang.directory.rules.body_facts import BodyFacts
from yangguang.directory.rules.body_proposals import OPEN
from yangguang.directory.use_cases._proposing import may_propose, reasoned, record_proposal, told
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def propose_body(
    *, body: Body | None = None, parent: Body | None = None, reason: str, actor: Actor, at: Moment,
    **facts: Unpack[BodyFacts],
) -> BodyProposal:  # fmt: skip
    """A change of `body`, or a new body under `parent`. Raises Refused where one waits already, or a fact is wrong."""
    concerned = Body.objects.select_for_update().get(pk=_one(body, parent).pk)
    may_propose(actor, concerned)
    _none_open(concerned, body, str(facts.get("name", "")))
    facts_told, why = told(concerned if body else None, facts), reasoned(reason)
    proposal = BodyProposal.objects.create(
        body=concerned if body else None, parent=None if body else concerned, facts=facts_told, reason=why,
        proposed_by_ref=actor.actor_ref, proposed_by_name=actor.actor_name, proposed_on=at.day,
    )  # fmt: skip
    record_proposal(proposal, actor, at)
    return proposal


def _one(body: Body | None, parent: Body | None) -> Body:
    found = body or parent
    if found is None:
        raise Refused("没有选择上级。", field="parent", remedy="请选择新主体的上级。")
    return found


def _none_open(concerned: Body, body: Body | None, name: str) -> None:
    rows = BodyProposal.objects.filter(state__in=OPEN)
    rows = rows.filter(body=concerned) if body else rows.filter(body=None, facts__name=name.strip())
    if rows.exists():
        raise Refused("这个执法主体已有一份登记申请没有办完。", "APL-2021:39", remedy="请先办完或者撤回那一份。")

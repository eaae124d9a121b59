"""Adopt an edition: from its day it is the one in force, and the one before it stops the day it starts."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import approvals, ledger
from yangguang.base.events import Actor
from yangguang.catalogues.events import EditionAdopted
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.models import Edition
from yangguang.catalogues.open_drafts import locked_edition
from yangguang.catalogues.own_review import lacking_inside
from yangguang.catalogues.policy import may_adopt
from yangguang.catalogues.rules.editions import EditionState, supersede
from yangguang.catalogues.use_cases._outside import require_outside_review
from yangguang.catalogues.use_cases.submit_for_review import PURPOSE, proposal_of
from yangguang.directory.api import Body, Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def adopt_edition(*, edition: Edition, opinion: str, actor: Actor, at: Moment) -> Edition:
    """Adopt what was put forward, unchanged. Raises Refused for its own drafter, a day gone by, or two editions at once."""
    Body.objects.select_for_update(no_key=True).get(pk=edition.body_id)
    pending = locked_edition(edition)
    if not may_adopt(actor, pending.body):
        raise Refused("只有本机关负责人可以审定清单。", remedy="请由机关负责人办理。")
    approval = approvals.latest(pending.subject, PURPOSE)
    if pending.state != EditionState.UNDER_REVIEW or approval is None or pending.in_force_from is None:
        raise Refused("这份清单没有在等候审定。", remedy="请刷新页面查看它现在的状态。")
    if approvals.digest_of(proposal_of(pending)) != approval.proposal_digest:
        raise Refused("清单内容与送审时不一致，不能审定。", remedy="请退回后重新送审。")
    if pending.in_force_from < at.day:
        raise Refused("拟定的生效日已经过去，不能倒签。", remedy="请退回，改定生效日后重新送审。")
    if sentence := lacking_inside(pending):
        raise Refused(
            sentence,
            list_of(pending.list_kind).clauses,
            remedy="请先由法制审核人员审核；以前送审的，请退回后重新送审。",
        )
    require_outside_review(pending)
    before = _superseded_by(pending)
    approvals.sign(approval=approval, role=Role.AGENCY_HEAD, opinion=opinion, actor=actor, at=at)

    pending.state, pending.adopted_on = EditionState.ADOPTED, at.day
    pending.adopted_by_ref, pending.adopted_by_name = actor.actor_ref, actor.actor_name
    pending.save(update_fields=["state", "adopted_on", "adopted_by_ref", "adopted_by_name"])

    ledger.record(
        EditionAdopted(
            pending.list_kind, list_of(pending.list_kind).title, pending.version, edition_ref=pending.public_id,
            in_force_from=pending.in_force_from.isoformat(), supersedes=before.public_id if before else "",
            rests_on=list_of(pending.list_kind).clauses,
        ),
        subject=pending.subject, actor=actor, at=at,
    )  # fmt: skip
    return pending


def _superseded_by(pending: Edition) -> Edition | None:
    """End the newest adopted edition on the day the new one starts; both rows are under the body's lock."""
    adopted = Edition.objects.fixed().filter(list_kind=pending.list_kind, body_id=pending.body_id)
    newest = adopted.order_by("-in_force_from").first()
    if newest is None or newest.term is None or pending.in_force_from is None:
        return None
    ends = supersede(newest.term, pending.in_force_from).end
    if newest.superseded_from is None or ends is None or newest.superseded_from > ends:
        newest.superseded_from, newest.state = ends, EditionState.SUPERSEDED
        newest.save(update_fields=["superseded_from", "state"])
    return newest

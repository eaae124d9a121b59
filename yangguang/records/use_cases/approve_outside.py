"""Approve that something is given outside: by the head of the body, another person than who proposed it (REC-17)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account, Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.records.events.outside import OUTSIDE, OutsideApproved
from yangguang.records.models import OutsideProvision, OutsideState


@transaction.atomic
def approve_outside(*, provision: OutsideProvision, opinion: str, actor: Account, at: Moment) -> OutsideProvision:
    """The job process makes the package afterwards."""
    locked = lock_to_decide(provision, actor)
    words = clean(opinion, label="审批意见", most=400, lines=True, field="opinion") or "同意。"
    decided(locked, OutsideState.APPROVED, words, actor, at)
    recipient = f"{locked.get_recipient_display()}{locked.recipient_name}"
    ledger.record(OutsideApproved(locked.number, recipient, words), subject=locked.subject, actor=actor, at=at)
    return locked


def lock_to_decide(provision: OutsideProvision, actor: Account) -> OutsideProvision:
    """The row, locked. Raises Refused for anybody but another person who heads the body, and once it is decided."""
    locked = OutsideProvision.objects.select_for_update(of=("self",)).select_related("body").get(pk=provision.pk)
    if not actor.holds(Role.AGENCY_HEAD) or actor.body_id != locked.body_id:
        raise Refused("对外提供由机关负责人审批。", OUTSIDE, remedy="请机关负责人办理。")
    if actor.actor_ref == locked.proposed_by_ref:
        raise Refused("提出人与审批人不得为同一人。", "TSO-2018:publish_duties", remedy="请由另一名机关负责人审批。")
    if locked.state != OutsideState.PROPOSED:
        raise Refused("这一申请已经审批。", OUTSIDE)
    return locked


def decided(provision: OutsideProvision, state: str, opinion: str, actor: Account, at: Moment) -> None:
    """Who decided what and when."""
    provision.state, provision.opinion = state, opinion
    provision.decided_by_name, provision.decided_at = actor.actor_name, at.recorded_at
    provision.save(update_fields=["state", "opinion", "decided_by_name", "decided_at"])

"""Decide that a decision is not published, on a statutory ground and with a reason; it goes into the register."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.disclosure.events import DecisionWithheld
from yangguang.disclosure.models import Publication, PublicationStatus, WithholdingGround
from yangguang.disclosure.policy import may_withhold
from yangguang.disclosure.use_cases._lock import lock_publication
from yangguang.disclosure.use_cases.review_exemption import next_review
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "GD-DISC-2021:15.1"


@transaction.atomic
def withhold_decision(*, publication_id: int, ground: str, reason: str, actor: Actor, at: Moment) -> Publication:
    """Close the duty to publish. Raises Refused for anyone but the agency head, without ground or reason,
    and while the body has not set how often it looks again (GIR-2019:18).
    """
    publication = lock_publication(publication_id)
    if not may_withhold(actor, publication):
        raise Refused("不予公开由本机关负责人决定。", CLAUSE)
    if not publication.waits:
        raise Refused(f"这条公示信息{publication.get_status_display()}，不能决定不予公开。", CLAUSE)
    if ground not in WithholdingGround.values:
        raise Refused("请选择不予公开的法定情形。", CLAUSE, field="ground")
    if not reason.strip():
        raise Refused("不予公开应当写明理由。", CLAUSE, field="reason")
    if ground != WithholdingGround.NO_LONGER_STANDS:
        publication.exemption_review_by = next_review(publication, at.day)
    publication.versions.filter(released_on=None).delete()
    publication.status, publication.withheld_on = PublicationStatus.WITHHELD, at.day
    publication.withholding_ground, publication.withholding_reason = ground, reason.strip()
    publication.withheld_by_name = actor.actor_name
    publication.save()
    event = DecisionWithheld(publication.number, ground, publication.withholding_reason)
    ledger.record(event, subject=publication.subject, actor=actor, at=at)
    return publication

"""Review a list of another body as its government's judicial bureau, in this system."""

from __future__ import annotations

from django.db import transaction

from yangguang.base.events import Actor
from yangguang.catalogues.models import Edition, OutsideReview
from yangguang.catalogues.policy import may_review_outside
from yangguang.catalogues.rules.offices import Office
from yangguang.catalogues.use_cases._outside import put_review, waiting_edition
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def review_outside(*, edition: Edition, agrees: bool, opinion: str, actor: Actor, at: Moment) -> OutsideReview:
    """Say whether the bureau agrees. Raises Refused for anyone but its supervisor, and for a list another office reviews."""
    pending, office = waiting_edition(edition)
    if office is not Office.JUSTICE or not isinstance(actor, Account) or not may_review_outside(actor, pending.body):
        raise Refused("您不能审核这份清单。", remedy="请由清单指定的审核部门办理。")
    return put_review(
        pending,
        office,
        agrees=agrees,
        opinion=opinion,
        office_name=actor.body.name,
        reviewed_on=at.day,
        actor=actor,
        at=at,
    )

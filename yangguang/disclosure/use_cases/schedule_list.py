"""List an adopted edition as to be published: twenty working days run from its adoption (GIR-2019:26)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.catalogues.api import Edition, hands_of
from yangguang.disclosure.events.standing import TERM, ListScheduled
from yangguang.disclosure.list_copies import release_day
from yangguang.disclosure.models import StandingPublication
from yangguang.disclosure.rules.standing import STEPS
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def schedule_list(*, edition: Edition, actor: Actor, at: Moment) -> StandingPublication:
    """Told twice, it is listed once. Who drafted, passed on and reviewed it is written down now. Raises Refused for a draft."""
    if not edition.is_fixed:
        raise Refused("没有审定的清单不能公开。", TERM, remedy="请先送审、审定。")
    hands = hands_of(edition)
    told = zip(STEPS, (hands.collected, hands.passed_on, hands.reviewed), strict=False)
    publication, made = StandingPublication.objects.get_or_create(
        ref=edition.public_id,
        defaults={
            "edition": edition, "body": edition.body,
            "hands": [[step, one.ref, one.name, one.day.isoformat()] for step, one in told],
        },
    )  # fmt: skip
    if made:
        event = ListScheduled(str(edition), publication.ref, release_day(publication))
        ledger.record(event, subject=publication.subject, actor=actor, at=at)
    return publication

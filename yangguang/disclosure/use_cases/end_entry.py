"""A listing or a major violation ended in its file: nothing of it stays public, and the public reads why (DWL-2021:17.1)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.disclosure.events.standing import StandingWithdrawn
from yangguang.disclosure.list_copies import basis_of
from yangguang.disclosure.models import StandingPublication, StandingStatus
from yangguang.disclosure.rules.standing import Ground
from yangguang.disclosure.use_cases._lock_standing import lock_standing, named
from yangguang.kernel.moment import Moment

WHY = {
    Ground.REMOVED_EARLY: "已改正违法行为并作出守信承诺，经审查决定提前移出名单。",
    Ground.ANNULLED: "列入决定已被撤销。",
    Ground.RAN_OUT: "公开的期限届满。",
}


@transaction.atomic
def end_entry(
    *, publication_id: int, ground: Ground, actor: Actor, at: Moment, decided_by: str = ""
) -> StandingPublication:
    """Told twice, it ends once; one that never went out waits no more. The reason is worded here: what the file says of why
    names people. `decided_by`: who decided so, by reference; the decision was made, and proven, in the file.
    """
    publication = lock_standing(publication_id)
    if publication.status == StandingStatus.WITHDRAWN:
        return publication
    was_public = publication.stands
    open_ones = publication.changes.filter(decided_on=None)
    open_ones.update(approved=False, decided_on=at.day, return_reason=WHY[ground])
    publication.status = StandingStatus.WITHDRAWN
    publication.withdrawal_ground, publication.withdrawal_reason = ground, WHY[ground]
    publication.withdrawn_on = at.day
    publication.save()
    if was_public:
        event = StandingWithdrawn(
            named(publication), publication.ref, ground, WHY[ground], basis_of(publication), at.day, decided_by
        )
        ledger.record(event, subject=publication.subject, actor=actor, at=at)
    return publication

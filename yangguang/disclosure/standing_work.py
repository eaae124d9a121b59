"""Lists and changes of what is public that wait for somebody today."""

from __future__ import annotations

from yangguang.directory.api import Account, Role
from yangguang.disclosure.models import StandingChange, StandingPublication, StandingStatus
from yangguang.disclosure.policy import is_same_person, wrote
from yangguang.disclosure.queries import changes_visible_to


def standings_to_do(account: Account) -> list[tuple[StandingPublication, StandingChange | None]]:
    """Lists and entries a publisher may release, and changes somebody else proposed, for publishers and the head of the body."""
    publishes = account.holds(Role.PUBLISHER)
    if not publishes and not account.holds(Role.AGENCY_HEAD):
        return []
    rows = StandingPublication.objects.select_related(
        "edition", "officer", "body", "listing__party", "violation__party"
    ).filter(body=account.body_id)
    waiting = list(rows.filter(status=StandingStatus.PENDING).order_by("pk")) if publishes else []
    changes = changes_visible_to(account).filter(decided_on=None).order_by("pk")
    return [
        *((one, None) for one in waiting if not wrote(account, one)),
        *((one.publication, one) for one in changes if not is_same_person(one.proposed_by, account)),
    ]

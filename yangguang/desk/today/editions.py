"""Lists that wait: for the agency head's adoption, for the review of the office the duty names, or for that office's letter."""

from __future__ import annotations

from yangguang.base.addresses import address_of
from yangguang.base.components.clocks import ClockFace, ClockState
from yangguang.base.components.texts import short_date
from yangguang.catalogues.api import (
    Edition,
    awaits_review,
    editions_to_review_outside,
    editions_waiting_for,
    editions_whose_letter_waits,
    lacking_review,
    list_of,
    own_review,
)
from yangguang.desk.today.rows import Waiting, source
from yangguang.directory.api import Account, Role

DRAFTERS = (Role.CASE_HANDLER, Role.UNIT_HEAD, Role.LEGAL_REVIEWER)


@source("editions")
def editions_to_adopt(account: Account) -> list[Waiting]:
    """Editions of the head's own body that were submitted, by the day they are to begin."""
    if not account.holds(Role.AGENCY_HEAD):
        return []
    rows = editions_waiting_for(account).order_by("in_force_from", "pk")
    return [_waiting(one) for one in rows if not own_review.lacking_inside(one)]


@source("edition_reviews", without_term=True)
def editions_to_review(account: Account) -> list[Waiting]:
    """For a supervisor what its bureau reviews; for those who keep lists the letters they wait for."""
    if account.holds(Role.SUPERVISOR):
        rows = editions_to_review_outside(account).order_by("in_force_from", "pk")
        return [_to_review(one, "审核", "catalogues:review_outside") for one in rows if awaits_review(one)]
    if not any(account.holds(role) for role in DRAFTERS):
        return []
    mine = own_review.policies_to_review(account).order_by("in_force_from", "pk")
    rows = editions_whose_letter_waits(account).order_by("in_force_from", "pk")
    own = [
        _to_review(one, "法制审核", "catalogues:review_policy", own_review.lacking_inside(one))
        for one in mine
        if not own_review.wrote_in(account, one)
    ]
    return own + [
        _to_review(one, "登记审核意见", "catalogues:record_outside_review") for one in rows if awaits_review(one)
    ]


def _waiting(one: Edition) -> Waiting:
    begins = f"拟自{short_date(one.in_force_from)}起施行" if one.in_force_from else "等您审定后施行"
    return Waiting(
        face=ClockFace(ClockState.NOT_STARTED, "等您审定"), what=f"审定{one}", under=f"{one.drafted_by_name}起草",
        why=lacking_review(one) or begins, clause=list_of(one.list_kind).clauses[0], act="去审定",
        href=address_of("catalogues:edition", one.public_id),
    )  # fmt: skip


def _to_review(one: Edition, what: str, name: str, why: str = "") -> Waiting:
    return Waiting(
        face=ClockFace(ClockState.NOT_STARTED, "等您办理"), what=f"{what}：{one}", under=one.body.name,
        why=why or lacking_review(one), act="去办理", href=address_of(name, one.public_id),
    )  # fmt: skip

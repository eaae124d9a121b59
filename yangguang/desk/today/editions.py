"""Lists that wait for the agency head's adoption."""

from __future__ import annotations

from yangguang.base.addresses import address_of
from yangguang.base.components.clocks import ClockFace, ClockState
from yangguang.base.components.texts import short_date
from yangguang.catalogues.api import Edition, editions_waiting_for
from yangguang.desk.today.rows import Waiting, source
from yangguang.directory.api import Account, Role


@source("editions")
def editions_to_adopt(account: Account) -> list[Waiting]:
    """Editions of the head's own body that were submitted, by the day they are to begin."""
    if not account.holds(Role.AGENCY_HEAD):
        return []
    return [_waiting(one) for one in editions_waiting_for(account).order_by("in_force_from", "pk")]


def _waiting(one: Edition) -> Waiting:
    begins = f"拟自{short_date(one.in_force_from)}起施行" if one.in_force_from else "等您审定后施行"
    return Waiting(
        face=ClockFace(ClockState.NOT_STARTED, "等您审定"), what=f"审定{one}", under=f"{one.drafted_by_name}起草",
        why=begins, clause="APL-2021:34", act="去审定", href=address_of("catalogues:edition", one.public_id),
    )  # fmt: skip

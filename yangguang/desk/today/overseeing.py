"""How many cases and legal reviews are overdue where I answer for them: one line for an agency head, and for a supervisor."""

from __future__ import annotations

from django.db.models import Exists, OuterRef

from yangguang.base.addresses import address_of
from yangguang.base.components.clocks import ClockFace, ClockState
from yangguang.cases.api import CLOCK_KINDS, Clock, cases_visible_to
from yangguang.desk.today.rows import Waiting, source
from yangguang.directory.api import Account, Role
from yangguang.kernel import clock
from yangguang.legal_review.api import overdue_reviews

OVERSEERS = {Role.AGENCY_HEAD, Role.SUPERVISOR}


@source("overseeing")
def overdue_cases(account: Account) -> list[Waiting]:
    """One line that opens the list of overdue cases; nobody is ranked."""
    if not account.role_names & OVERSEERS:
        return []
    ours = [name for name, kind in CLOCK_KINDS.items() if kind.effect == "agency_term"]
    late = Clock.objects.filter(
        case=OuterRef("pk"), stopped_on=None, still=False, kind__in=ours, due_on__lt=clock.today()
    )
    count = cases_visible_to(account).filter(Exists(late)).count()
    if not count:
        return []
    return [
        Waiting(
            face=ClockFace(ClockState.OVERDUE, f"{count} 件逾期"), what="督促逾期案件", under="逐件看逾期原因",
            why="逾期仍应当办结，并说明原因", clause="APL-2021:60", act="看逾期案件",
            href=f"{address_of('cases:list')}?view=overdue",
        )
    ]  # fmt: skip


@source("overdue_reviews")
def overdue_legal_reviews(account: Account) -> list[Waiting]:
    """One line that opens the queue, where what is overdue stands first."""
    count = overdue_reviews(account, clock.today()).count() if account.role_names & OVERSEERS else 0
    if not count:
        return []
    return [
        Waiting(
            face=ClockFace(ClockState.OVERDUE, f"{count} 件逾期"), what="督促逾期的法制审核", under="办结时写明逾期原因",
            why="逾期仍应当办结，并说明原因", clause="APL-2021:58.1", act="看逾期审核",
            href=address_of("legal_review:queue"),
        )
    ]  # fmt: skip

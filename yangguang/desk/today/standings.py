"""Lists that wait for a publisher, and changes of what is public that wait for a second person."""

from __future__ import annotations

from yangguang.base.addresses import address_of
from yangguang.base.components.clauses import term
from yangguang.base.components.clocks import ClockFace, ClockState
from yangguang.base.components.texts import short_date
from yangguang.desk.today.rows import Waiting, source
from yangguang.directory.api import Account
from yangguang.disclosure.api import release_clause, release_day, release_face, standings_to_do

TAKING_BACK = "TSO-2018:withdraw"
WHY = {"GIR-2019:26": f"审定后 {term('GIR-2019:26')}内公开", "MVP-2016:8#quarter": "本季度内公布"}


@source("standings")
def waiting_to_go_out(account: Account) -> list[Waiting]:
    """To release by their term; to approve or return, for which no term runs."""
    found = []
    for one, change in standings_to_do(account):
        href = address_of("disclosure:standing", one.ref)
        if change is None:
            found.append(
                Waiting(
                    face=release_face(one), what=f"发布{one}", why=WHY[release_clause(one)], clause=release_clause(one),
                    href=href, due_on=release_day(one),
                )
            )  # fmt: skip
        else:
            face = ClockFace(ClockState.NOT_STARTED, "等您批准")
            why = f"{change.proposed_by}于{short_date(change.proposed_on)}提出"
            found.append(Waiting(face=face, what=f"批准{change}", why=why, clause=TAKING_BACK, href=href))
    return found

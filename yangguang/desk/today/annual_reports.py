"""Annual reports that are due: for those who prepare them, for the head who adopts, for the supervisor who looks after it."""

from __future__ import annotations

from yangguang.base.addresses import address_of
from yangguang.base.components.clocks import ClockFace, ClockState
from yangguang.desk.today.rows import Waiting, source
from yangguang.directory.api import Account, Role
from yangguang.reporting.api import CLAUSE, AnnualReport, Standing, owed, reports_waiting_for

PREPARES = {Role.PUBLISHER, Role.UNIT_HEAD}


@source("annual_reports", without_term=True)
def reports_due(account: Account) -> list[Waiting]:
    """Last year's report of one's own body until it is public; for a supervisor those beneath that are late, in one line."""
    rows = [_to_adopt(one) for one in reports_waiting_for(account)] if account.holds(Role.AGENCY_HEAD) else []
    if account.holds(Role.SUPERVISOR):
        late = [one for one in owed(account) if one.face.state == ClockState.OVERDUE]
        rows += [_late(late)] if late else []
    elif account.role_names & PREPARES:
        rows += [_due(one) for one in owed(account)]
    return rows


def _to_adopt(one: AnnualReport) -> Waiting:
    return Waiting(
        face=ClockFace(ClockState.NOT_STARTED, "等您审定"), what=f"审定{one}", under=f"{one.drafted_by_name}编制",
        why="审定以后立即公开", clause=CLAUSE, act="去审定", href=address_of("reporting:report", one.public_id),
    )  # fmt: skip


def _due(one: Standing) -> Waiting:
    href = address_of("reporting:report", one.report.public_id) if one.report else address_of("reporting:reports")
    return Waiting(
        face=one.face, what=f"公开{one.year}年度行政执法统计年报", under=one.words, why="公开后报本级人民政府和上级主管部门",
        clause=CLAUSE, act="去编制", href=href, due_on=one.face.due_on,
    )  # fmt: skip


def _late(late: list[Standing]) -> Waiting:
    return Waiting(
        face=ClockFace(ClockState.OVERDUE, f"{len(late)} 个机关逾期"), what="督促逾期的统计年报", under="公开时写明逾期原因",
        why="逾期仍应当公开，并说明原因", clause=CLAUSE, act="看各机关年报", href=address_of("reporting:reports"),
    )  # fmt: skip

"""What every change of a roster shares: the lock, who may, and the announcement with the totals after it."""

from __future__ import annotations

from yangguang.base import ledger
from yangguang.cases.events.wages import RosterChanged
from yangguang.cases.gates import Attempt, judge
from yangguang.cases.kinds.labour.policy import IN_THE_END, may_keep_roster
from yangguang.cases.kinds.labour.queries import totals_of
from yangguang.cases.models import Case, Disposition
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


def locked_case(case: Case, actor: Account, what: str) -> Case:
    """The case under lock, for someone who may keep its roster while it is open."""
    row = Case.objects.select_for_update().get(pk=case.pk)
    if not may_keep_roster(actor, row):
        raise Refused(f"您不能{what}。", "MWR-2019:50", remedy="请由本案承办人办理。")
    if row.status in IN_THE_END:
        raise Refused(f"案件已经办结，不能{what}。", "APL-2021:47", remedy="确需更正的，依法另行办理。")
    return row


def these_hold(gates: tuple[str, ...], case: Case, act: str, actor: Account, at: Moment) -> None:
    """Raises Refused with the first of these gates that does not hold, for acts that begin a line."""
    for verdict in judge(gates, Attempt(case, act, actor, at)):
        if not verdict.holds:
            raise Refused(verdict.reason, verdict.clauses, remedy=verdict.remedy, verdicts=(verdict,))


def amounts_are_free(case: Case) -> None:
    """What is owed may change until a disposition has decided on it."""
    decided = Disposition.objects.filter(case=case, decision__isnull=False).exclude(status="annulled").exists()
    if decided:
        raise Refused(
            "行政处理决定已经作出，名册的应付金额不能修改。",
            "LSR-2004:18.1",
            remedy="决定确有错误的，先依法撤销或者变更决定。",
        )


def announce(case: Case, how: str, rows: int, actor: Account, at: Moment, *, reason: str = "") -> None:
    """Tell what was done, why, and what the roster adds up to now."""
    totals = totals_of(case)
    event = RosterChanged(how, rows, totals.workers, totals.owed_fen, totals.unpaid_fen, reason)
    ledger.record(event, subject=case.subject, actor=actor, at=at)

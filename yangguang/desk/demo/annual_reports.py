"""Last year's annual report of the labour bureau: prepared in January, adopted and published in time, filed upward."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from yangguang.base import outbox
from yangguang.desk.demo import fictions, journal
from yangguang.desk.demo.county import County
from yangguang.desk.demo.journal import Story
from yangguang.desk.demo.objections import PUBLISHER
from yangguang.desk.demo.work import code_of
from yangguang.directory.api import Account
from yangguang.kernel import clock
from yangguang.reporting.api import (
    AnnualReport,
    HandValue,
    adopt_report,
    columns_to_enter,
    differences,
    draft_report,
    enter_figures,
    file_report,
    last_year,
    return_report,
    submit_report,
    word_report,
)

HEAD = "高建华"
DRAFTED, SUBMITTED, ADOPTED, FILED = 8, 12, 15, 17  # working days into the year


def report_of_last_year(county: County) -> Story:
    """Through the same acts as the screen."""
    told, body, year = fictions.content("annual_report"), county.bodies["labour"], last_year()
    drafter, adopter = county.account(PUBLISHER), county.account(HEAD)
    yield _day(DRAFTED, 10)
    report = draft_report(body=body, year=year, actor=drafter, at=journal.now())
    _fill(report, told, drafter)
    yield _day(SUBMITTED, 15)
    _submitted(report, "数字已与案卷核对，请审定。", drafter)
    yield _day(ADOPTED, 11)
    _counted()
    report.refresh_from_db()
    if differences(report):
        return_report(report=report, reason="送审以后案卷有了变化，请重新计算。", actor=adopter, at=journal.now())
        _submitted(report, "已按案卷重新计算，请审定。", drafter)
    adopt_report(report=report, opinion="同意公开。", code=code_of(adopter), actor=adopter, at=journal.now())
    yield _day(FILED, 16)
    for one in told["filing"]:
        office = county.government if one["office"] == "government" else one["office"]
        file_report(
            report=report, to=one["to"], office_name=office, number=one["number"].format(year=year + 1),
            filed_on=clock.today(), actor=drafter, at=journal.now(),
        )  # fmt: skip


def _submitted(report: AnnualReport, opinion: str, drafter: Account) -> None:
    _counted()
    submit_report(report=report, opinion=opinion, actor=drafter, at=journal.now())


def _counted() -> None:
    """What the job process does: nothing is frozen before every case is counted."""
    outbox.deliver_all(to="reporting.count")


def _fill(report: AnnualReport, told: dict[str, Any], drafter: Account) -> None:
    known: dict[str, int] = told["figures"]
    figures = {
        name: HandValue(known[name]) if name in known else HandValue(not_held=True) for name in columns_to_enter(report)
    }
    enter_figures(report=report, figures=figures, actor=drafter, at=journal.now())
    word_report(report=report, overview=str(told["overview"]), actor=drafter, at=journal.now())


def _day(workdays: int, hour: int) -> datetime:
    first = date(last_year() + 1, 1, 1)
    return clock.beijing(journal.workdays_after(first, workdays), hour)

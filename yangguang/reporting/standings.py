"""Where the report of a year stands at each body: published in time, late and why, on its way, or not begun."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from yangguang.base.components.clocks import ClockFace
from yangguang.directory.api import Account, Body, supervised_body_ids
from yangguang.kernel import clock
from yangguang.reporting.clock_faces import face_of, first_adopted
from yangguang.reporting.models import AnnualReport, MonthlyCount
from yangguang.reporting.queries import reports_visible_to
from yangguang.reporting.rules.due import due_on


@dataclass(frozen=True)
class Standing:
    """One body and year: the newest version one may see, the clock, and why it was late."""

    body: Body
    year: int
    reports: tuple[AnnualReport, ...]
    face: ClockFace

    @property
    def report(self) -> AnnualReport | None:
        """The newest version."""
        return self.reports[0] if self.reports else None

    @property
    def late_reason(self) -> str:
        """Why the first version was late."""
        return next((one.late_reason for one in self.reports if one.late_reason), "")

    @property
    def public_on(self) -> date | None:
        """When the year's report first became public."""
        return first_adopted(list(self.reports))

    @property
    def words(self) -> str:
        """What the newest version is."""
        return str(self.report.get_state_display()) if self.report else "还没有编制"

    @property
    def filed(self) -> list[str]:
        """With whom the newest version was filed."""
        return [f"{one.office_name}　{one.number}" for one in self.report.filings.all()] if self.report else []


def reporting_bodies() -> QuerySet[Body]:
    """Bodies that report in their own name: an entrusted organisation is counted with its principal."""
    return Body.objects.filter(parent__isnull=False, supervises=False).exclude(category="entrusted").order_by("pk")


def standings(account: Account, year: int) -> list[Standing]:
    """A year at the bodies an account answers for: its own, and for a supervisor those beneath."""
    wanted = {account.body_id, *supervised_body_ids(account)}
    bodies = list(reporting_bodies().filter(pk__in=wanted))
    rows: dict[int, list[AnnualReport]] = {}
    found = reports_visible_to(account).filter(year=year).order_by("-version").prefetch_related("filings")
    for one in found:
        rows.setdefault(one.body_id, []).append(one)
    today = clock.today()
    return [
        Standing(one, year, tuple(rows.get(one.pk, ())), face_of(year, first_adopted(rows.get(one.pk, [])), today))
        for one in bodies
        if one.pk in rows or one.registered_on <= due_on(year)
    ]


def last_year() -> int:
    """The year a report is due for."""
    return clock.today().year - 1


def owed(account: Account) -> list[Standing]:
    """Last year's reports that are not public yet, of bodies whose files the platform kept that year or that have reported
    before; whoever came later is not chased for a time when it was not here.
    """
    waiting = [one for one in standings(account, last_year()) if one.public_on is None]
    keys = [one.body.pk for one in waiting]
    known = set(
        MonthlyCount.objects.filter(body__in=keys, year=last_year()).order_by().values_list("body_id", flat=True)
    )
    known |= set(AnnualReport.objects.filter(body__in=keys).order_by().values_list("body_id", flat=True))
    return [one for one in waiting if one.body.pk in known]

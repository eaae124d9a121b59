"""What stands in the diary of a set of cases: hearings, interviews, visits, due days of terms, days agreed on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from django.db.models import QuerySet
from django.urls import reverse

from yangguang.base.models import Approval
from yangguang.base.models.approval import ApprovalState
from yangguang.cases.inspection_approvals import BEFORE
from yangguang.cases.models import Case, Clock, Hearing, HearingStatus, InterviewNotice, PlannedDay
from yangguang.cases.presentation.clocks import label_of
from yangguang.cases.rules.clocks import KINDS
from yangguang.kernel import clock

MOST = 2000  # of one kind in one period: a month of a large body


class EngagementKind(StrEnum):
    """What kind of entry it is."""

    HEARING = "hearing"
    INTERVIEW = "interview"
    VISIT = "visit"
    TERM = "term"
    REVIEW = "review"
    AGREED = "agreed"


KIND_LABELS = {
    EngagementKind.HEARING: "听证",
    EngagementKind.INTERVIEW: "询问",
    EngagementKind.VISIT: "检查",
    EngagementKind.TERM: "到期",
    EngagementKind.REVIEW: "审核到期",
    EngagementKind.AGREED: "约定办理",
}


@dataclass(frozen=True)
class Engagement:
    """One entry of the diary: on which day, at which time if there is one, what, about which case, where.

    `ref` tells it from others of its kind and case, also after it was put on another day.
    """

    day: date
    kind: EngagementKind
    what: str
    case: Case
    at: datetime | None = None
    place: str = ""
    ref: str = ""

    @property
    def label(self) -> str:
        """The kind in words."""
        return KIND_LABELS[self.kind]

    @property
    def href(self) -> str:
        """The page of its case."""
        return reverse("cases:case", args=[self.case.public_id])


def engagements(cases: QuerySet[Case], since: date, until: date) -> list[Engagement]:
    """Everything from one day to another, both included, in the order of the day; asked in five questions."""
    within = cases.order_by().values("pk")
    found = [
        *_hearings(within, since, until), *_interviews(within, since, until), *_visits(cases, since, until),
        *_terms(within, since, until), *_agreed(within, since, until),
    ]  # fmt: skip
    return in_order(found)


def in_order(found: list[Engagement]) -> list[Engagement]:
    """By day; what has a time comes first, by its time."""
    return sorted(
        found, key=lambda one: (one.day, one.at is None, one.at or clock.beijing(one.day), one.what, one.case.pk)
    )


def _hearings(within: QuerySet, since: date, until: date) -> Iterator[Engagement]:
    rows = Hearing.objects.filter(case__in=within, status=HearingStatus.SET, set_for__date__range=(since, until))
    for row in rows.select_related("case")[:MOST]:
        yield Engagement(
            clock.legal_day(row.set_for),
            EngagementKind.HEARING,
            "听证会",
            row.case,
            row.set_for,
            row.place,
            str(row.pk),
        )


def _interviews(within: QuerySet, since: date, until: date) -> Iterator[Engagement]:
    rows = InterviewNotice.objects.filter(case__in=within, appear_at__date__range=(since, until))
    for row in rows.select_related("case", "party")[:MOST]:
        day = clock.legal_day(row.appear_at)
        yield Engagement(
            day, EngagementKind.INTERVIEW, f"询问{row.party.name}", row.case, row.appear_at, row.place, str(row.pk)
        )


def _visits(cases: QuerySet[Case], since: date, until: date) -> Iterator[Engagement]:
    approved = Approval.objects.filter(
        purpose=BEFORE, state=ApprovalState.APPROVED, file_ref__in=cases.order_by().values("public_id"),
        proposal__from_day__lte=until.isoformat(), proposal__until_day__gte=since.isoformat(),
    )  # fmt: skip
    told = list(approved.order_by("pk").values_list("file_ref", "proposal")[:MOST])
    known = {case.public_id: case for case in cases.filter(public_id__in={ref for ref, _ in told})}
    for ref, proposal in told:
        day, last = (date.fromisoformat(proposal[name]) for name in ("from_day", "until_day"))
        day, last = max(day, since), min(last, until)
        while day <= last:
            yield Engagement(
                day,
                EngagementKind.VISIT,
                "现场检查（已批准）",
                known[ref],
                place=proposal["place"],
                ref=f"{day}{proposal['place']}",
            )
            day += timedelta(days=1)


def _terms(within: QuerySet, since: date, until: date) -> Iterator[Engagement]:
    rows = Clock.objects.filter(
        case__in=within, stopped_on=None, still=False, kind__in=list(KINDS), due_on__range=(since, until)
    )
    for row in rows.select_related("case").order_by("due_on", "pk")[:MOST]:
        if row.case is not None:
            yield Engagement(row.due_on, EngagementKind.TERM, label_of(row), row.case, ref=str(row.pk))


def _agreed(within: QuerySet, since: date, until: date) -> Iterator[Engagement]:
    rows = PlannedDay.objects.filter(case__in=within, superseded=False, day__range=(since, until))
    for row in rows.select_related("case")[:MOST]:
        yield Engagement(row.day, EngagementKind.AGREED, row.what, row.case)

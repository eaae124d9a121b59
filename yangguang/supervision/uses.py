"""What records are used for (R11): counts over the files and other records a person may see, each with the rows behind it.

Supervision, assessment, public opinion, decisions of the agency, credit. Nothing is counted by officer, and no sum of money is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, OuterRef, QuerySet

from yangguang.base import pages
from yangguang.base.addresses import address_of
from yangguang.cases.api import (
    CLOCK_KINDS,
    LACKS,
    Case,
    Clock,
    Decision,
    MajorViolation,
    SanctionsListing,
    cases_visible_to,
)
from yangguang.directory.api import Account
from yangguang.disclosure.api import publications_visible_to
from yangguang.kernel import clock
from yangguang.supervision.models import EvaluatedFile, FileState, FixingOrder
from yangguang.supervision.queries import files_visible_to, rounds_visible_to
from yangguang.voice.api import voices_visible_to

Rows = Callable[[QuerySet[Case], int], QuerySet[Case]]
SUPERVISION, ASSESSMENT, OPINION, DECISIONS, CREDIT = "执法监督", "评议考核", "舆情应对", "行政决策", "社会信用"
TERMS = [name for name, kind in CLOCK_KINDS.items() if kind.effect == "agency_term"]


@dataclass(frozen=True)
class CaseFigure:
    """A count of case files: what it is used for, what it counts, and how."""

    use: str
    label: str
    rows: Rows


@dataclass(frozen=True)
class Figure:
    """A figure as the page shows it."""

    use: str
    label: str
    count: int
    unit: str
    href: str


def _evaluated(cases: QuerySet[Case], year: int) -> QuerySet[Case]:
    return cases.filter(Exists(_files(year)))


def _faulty(cases: QuerySet[Case], year: int) -> QuerySet[Case]:
    return cases.filter(Exists(_files(year).exclude(sheets=None).exclude(sheets__deductions=[], sheets__vetoed=False)))


def _ordered(cases: QuerySet[Case], year: int) -> QuerySet[Case]:
    orders = FixingOrder.objects.filter(file__case=OuterRef("pk"), ordered_on__year=year)
    return cases.filter(Exists(orders))


def _files(year: int) -> QuerySet[EvaluatedFile]:
    told = EvaluatedFile.objects.filter(
        case=OuterRef("pk"), evaluation__year=year, evaluation__fed_back_on__isnull=False
    )
    return told.exclude(state=FileState.EXCLUDED)


def _overdue(cases: QuerySet[Case], year: int) -> QuerySet[Case]:
    return LACKS["overdue"][1](cases.filter(opened_on__year__lte=year), clock.today())


def _closed(cases: QuerySet[Case], year: int) -> QuerySet[Case]:
    return cases.filter(closed_on__year=year)


def _in_time(cases: QuerySet[Case], year: int) -> QuerySet[Case]:
    late = Clock.objects.filter(case=OuterRef("pk"), kind__in=TERMS).filter(stopped_on__gt=F("due_on"))
    return _closed(cases, year).exclude(Exists(late))


def _complained(cases: QuerySet[Case], year: int) -> QuerySet[Case]:
    return cases.filter(opened_on__year=year).exclude(lead_ref="")


def _opened(cases: QuerySet[Case], year: int) -> QuerySet[Case]:
    return cases.filter(opened_on__year=year)


def _penalised(cases: QuerySet[Case], year: int) -> QuerySet[Case]:
    return cases.filter(Exists(_decisions(year).filter(kind__in=("penalty", "on_the_spot_penalty"))))


def _spared(cases: QuerySet[Case], year: int) -> QuerySet[Case]:
    return cases.filter(Exists(_decisions(year).filter(kind="no_penalty")))


def _decisions(year: int) -> QuerySet[Decision]:
    return Decision.objects.filter(case=OuterRef("pk"), decided_on__year=year).exclude(status="voided")


def _listed(cases: QuerySet[Case], year: int) -> QuerySet[Case]:
    return cases.filter(Exists(SanctionsListing.objects.filter(case=OuterRef("pk"), listed_on__year=year)))


def _major(cases: QuerySet[Case], year: int) -> QuerySet[Case]:
    return cases.filter(Exists(MajorViolation.objects.filter(case=OuterRef("pk"), confirmed_on__year=year)))


FIGURES: dict[str, CaseFigure] = {
    "evaluated": CaseFigure(SUPERVISION, "评查过的案卷", _evaluated),
    "faulty": CaseFigure(SUPERVISION, "评查发现问题的案卷", _faulty),
    "ordered": CaseFigure(SUPERVISION, "责令整改的案卷", _ordered),
    "overdue": CaseFigure(SUPERVISION, "逾期没有办结的案件", _overdue),
    "closed": CaseFigure(ASSESSMENT, "办结的案件", _closed),
    "in_time": CaseFigure(ASSESSMENT, "办结且没有逾期的案件", _in_time),
    "complained": CaseFigure(OPINION, "由投诉、线索立案的案件", _complained),
    "opened": CaseFigure(DECISIONS, "立案的案件", _opened),
    "penalised": CaseFigure(DECISIONS, "作出处罚决定的案件", _penalised),
    "spared": CaseFigure(DECISIONS, "不予处罚的案件", _spared),
    "listed": CaseFigure(CREDIT, "列入失信联合惩戒名单的案件", _listed),
    "major": CaseFigure(CREDIT, "重大违法行为社会公布的案件", _major),
}


def figures(account: Account, year: int) -> list[Figure]:
    """Every figure of a year, over what the account may see; use by use."""
    cases = cases_visible_to(account)
    found = [
        Figure(
            one.use,
            one.label,
            one.rows(cases, year).order_by().count(),
            "件",
            f"{address_of('supervision:use', key)}?year={year}",
        )
        for key, one in FIGURES.items()
    ]
    order = list(dict.fromkeys(one.use for one in FIGURES.values()))
    return sorted([*found, *_beside(account, year)], key=lambda one: order.index(one.use))


def cases_behind(account: Account, key: str, year: int) -> QuerySet[Case]:
    """The files a figure counts, of those the account may see. Raises KeyError for a figure there is none of."""
    return FIGURES[key].rows(cases_visible_to(account), year).order_by("-opened_on", "-pk")


def _beside(account: Account, year: int) -> list[Figure]:
    """What lies in lists of its own, where the account may open them."""
    first, last = date(year, 1, 1), date(year + 1, 1, 1)
    voices = voices_visible_to(account).filter(
        received_at__gte=clock.beijing(first, 0), received_at__lt=clock.beijing(last, 0)
    )
    released = publications_visible_to(account).filter(published_on__gte=first, published_on__lt=last)
    rows = (
        (SUPERVISION, "案卷评查", rounds_visible_to(account).filter(year=year).count(), "次", "supervision:rounds"),
        (
            SUPERVISION,
            "抽取的案卷",
            files_visible_to(account).filter(evaluation__year=year).count(),
            "卷",
            "supervision:rounds",
        ),
        (OPINION, "网上投诉、举报、咨询", voices.count(), "件", "voice:voices"),
        (CREDIT, "公示的执法决定", released.count(), "件", "disclosure:queue"),
    )
    known = pages.register()
    return [
        Figure(use, label, count, unit, address_of(name))
        for use, label, count, unit, name in rows
        if pages.open_to(account.role_names, known[name].allow)
    ]

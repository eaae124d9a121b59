"""The figures of the overview: one row for each body, counted in a handful of questions, however many cases there are."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, QuerySet
from django.db.models.functions import TruncMonth

from yangguang.cases.api import LACKS, STAGES, Case, cases_visible_to, lacks_by_body, open_cases, stage_of
from yangguang.catalogues.api import changes_visible_to
from yangguang.directory.api import Account, Body
from yangguang.disclosure.api import publications_gone_late
from yangguang.legal_review.api import overdue_reviews

OPEN_STAGES = tuple((name, label) for name, label in STAGES if name not in {"clue", "closed"})
BESIDE = {"reviews": "法制审核逾期", "publications": "公开或者撤回逾期", "basis": "清单依据变化逾期"}
SHOWN = 12


@dataclass
class BodyRow:
    """One body: its open cases by stage, and how many want looking after, by what they lack."""

    body: Body
    stages: Counter[str] = field(default_factory=Counter)
    lacks: Counter[str] = field(default_factory=Counter)

    @property
    def open(self) -> int:
        """How many cases are under way."""
        return self.stages.total()


@dataclass(frozen=True)
class MonthRow:
    """One month: how many cases were opened and how many were closed."""

    month: date
    opened: int
    closed: int


def rows_for(account: Account, day: date) -> list[BodyRow]:
    """The bodies a person oversees that have a case or do enforce, in the order of the register."""
    cases = cases_visible_to(account)
    stages = _stages(open_cases(cases))
    lacks = lacks_by_body(cases, day) | _beside(account, day)
    known = set(stages) | {body for counted in lacks.values() for body in counted}
    known |= set(cases.order_by().values_list("body_id", flat=True).distinct())
    return [
        BodyRow(
            body, stages.get(body.pk, Counter()), Counter({key: counted[body.pk] for key, counted in lacks.items()})
        )
        for body in Body.objects.filter(pk__in=known).order_by("pk")
    ]


def months_for(account: Account, day: date) -> list[MonthRow]:
    """The last twelve months, this one included: what was opened and what was closed."""
    first = _months_before(day, SHOWN - 1)
    cases = cases_visible_to(account)
    opened, closed = (_by_month(cases, name, first) for name in ("opened_on", "closed_on"))
    months = [_months_before(day, back) for back in reversed(range(SHOWN))]
    return [MonthRow(month, opened[month], closed[month]) for month in months]


def labels() -> dict[str, str]:
    """What may be lacking, by key, in the order it is shown."""
    return {key: words for key, (words, _) in LACKS.items()} | BESIDE


def _stages(cases: QuerySet[Case]) -> dict[int, Counter[str]]:
    found: dict[int, Counter[str]] = {}
    for body, kind, status, count in (
        cases.order_by().values_list("body_id", "kind", "status").annotate(count=Count("pk"))
    ):
        found.setdefault(body, Counter())[stage_of(Case(kind=kind, status=status))] += count
    return found


def _beside(account: Account, day: date) -> dict[str, Counter[int]]:
    late = overdue_reviews(account, day).order_by().values_list("case__body_id").annotate(count=Count("pk"))
    unpublished = Counter(one.body_id for one in publications_gone_late(account))
    changed = changes_visible_to(account).filter(settled_on=None, due_on__lt=day).order_by()
    return {
        "reviews": Counter(dict(late)), "publications": unpublished,
        "basis": Counter(dict(changed.values_list("body_id").annotate(count=Count("pk")))),
    }  # fmt: skip


def _by_month(cases: QuerySet[Case], name: str, first: date) -> Counter[date]:
    rows = cases.filter(**{f"{name}__gte": first}).order_by().annotate(month=TruncMonth(name))
    return Counter(dict(rows.values_list("month").annotate(count=Count("pk"))))


def _months_before(day: date, back: int) -> date:
    place = day.year * 12 + day.month - 1 - back
    return date(place // 12, place % 12 + 1, 1)

"""Cases say which of them a recording from a card belongs to: by the number in its name, else by what its officer did then."""

from __future__ import annotations

from django.conf import settings
from django.db.models import Q, QuerySet

from yangguang.cases.models import Assignment, Case, CaseKind, StepTaken
from yangguang.cases.queries import cases_visible_to
from yangguang.cases.recordings import acts_to_film
from yangguang.cases.upkeep import open_cases
from yangguang.directory.api import Account
from yangguang.records.api import Belongs, Taken, finder

MOST_OFFERED = 200
BRACKETS = str.maketrans("[]()（）［］【】", "〔〕〔〕〔〕〔〕〔〕")


def case_of(taken: Taken) -> Belongs:
    """The open case of this number; without a number the one case the officer acted in near that moment."""
    cases = Case.objects.filter(Q(body_id=taken.body_id) | Q(acting_body_id=taken.body_id))
    if taken.case_number:
        number = taken.case_number.translate(BRACKETS)
        named = cases.filter(number__in=(taken.case_number, number, f"{number}号"))
        if (found := open_cases(named).first()) is not None:
            return Belongs(found.public_id)
        return Belongs(why=f"案号“{taken.case_number}”的案件{'已经办结' if named.exists() else '不存在'}")
    if taken.officer_id is None:
        return Belongs(why="不知道是谁拍摄的")
    refs = list(_acted_in(open_cases(cases), taken).values_list("public_id", flat=True)[:2])
    if not refs:
        return Belongs(why="拍摄前后没有领用人的现场办案记录")
    return Belongs(refs[0]) if len(refs) == 1 else Belongs(why="拍摄前后领用人在两件以上案件办案")


def _acted_in(cases: QuerySet[Case], taken: Taken) -> QuerySet[Case]:
    filmed = {act for kind in CaseKind.values for act in acts_to_film(Case(kind=kind))}
    near = (taken.at - settings.RECORDED_NEAR, taken.at + settings.RECORDED_NEAR)
    steps = StepTaken.objects.filter(act__in=filmed, occurred_at__range=near).values("case_id")
    handled = Assignment.objects.filter(officer=taken.officer_id, ends_on=None).values("case_id")
    return cases.filter(pk__in=steps).filter(pk__in=handled).order_by("pk")


def cases_offered(account: Account, officer_id: int | None) -> list[tuple[str, str]]:
    """The open cases a person sees, those of the officer first, the newest first."""
    rows = open_cases(cases_visible_to(account)).order_by("-opened_on", "-pk")
    handled = Assignment.objects.filter(officer=officer_id, ends_on=None).order_by().values("case_id")
    own = list(rows.filter(pk__in=handled)[:MOST_OFFERED])
    others = list(rows.exclude(pk__in=handled)[: MOST_OFFERED - len(own)])
    return [(one.public_id, f"{one.number}　{one.title}") for one in own + others]


finder(case_of, cases_offered)

"""Cases that want looking after, by what they lack: for lists that are narrowed to it and for whoever oversees them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import date

from django.db.models import Count, Exists, OuterRef, QuerySet

from yangguang.base import calendars
from yangguang.base.components.clocks import SOON
from yangguang.cases import awaited_films
from yangguang.cases.models import Case, CaseKind, Clock, ServiceMethod, ServiceOfDocuments, StepTaken
from yangguang.cases.recordings import acts_to_film
from yangguang.cases.rules.clocks import KINDS, Effect
from yangguang.cases.rules.upkeep import ABOUT_HANDLERS, Gap
from yangguang.cases.upkeep import open_cases, upkeep_of
from yangguang.kernel import clock
from yangguang.kernel.workdays import add_workdays
from yangguang.records.api import Evidence, EvidenceKind

OURS = [name for name, kind in KINDS.items() if kind.effect in {Effect.AGENCY_TERM, Effect.MEASURE_LIMIT}]
Lacking = Callable[[QuerySet[Case], date], QuerySet[Case]]


def near(cases: QuerySet[Case], day: date) -> QuerySet[Case]:
    """An own term ends within the days that count as soon, and none has ended."""
    until = add_workdays(day, SOON, calendars.in_force()).day
    soon = _running().filter(due_on__range=(day, until))
    return cases.filter(Exists(soon)).exclude(Exists(_running().filter(due_on__lt=day)))


def overdue(cases: QuerySet[Case], day: date) -> QuerySet[Case]:
    """An own term has ended."""
    return cases.filter(Exists(_running().filter(due_on__lt=day)))


def unexplained(cases: QuerySet[Case], day: date) -> QuerySet[Case]:
    """An own term has ended, and nobody has written why."""
    return cases.filter(Exists(_running().filter(due_on__lt=day, overdue_reason="")))


def unrecorded(cases: QuerySet[Case], day: date) -> QuerySet[Case]:
    """An open case with an act that had to be filmed and no film of its day (the same question as recordings.unrecorded)."""
    running = open_cases(cases)
    refs = dict(running.order_by().values_list("public_id", "pk"))
    films: dict[int, set[date]] = defaultdict(set)
    audiovisual = Evidence.objects.filter(
        kind=EvidenceKind.AUDIOVISUAL, file_ref__in=running.order_by().values("public_id")
    )
    for ref, filmed in audiovisual.order_by().values_list("file_ref", "obtained_on"):
        films[refs[ref]].add(filmed)
    acts = {kind: acts_to_film(Case(kind=kind)) for kind in CaseKind.values}
    within = running.order_by().values("pk")
    taken = StepTaken.objects.filter(case__in=within, act__in={act for known in acts.values() for act in known})
    told = taken.order_by().values_list("case_id", "case__kind", "act", "occurred_at")
    wanted = {(case, clock.legal_day(moment)) for case, kind, act, moment in told if act in acts[kind]}
    left = ServiceOfDocuments.objects.filter(case__in=within, method=ServiceMethod.LEFT, recording=None)
    wanted |= set(left.order_by().values_list("case_id", "attempted_on"))
    return cases.filter(pk__in={case for case, filmed in wanted if filmed not in films[case]})


def without(gaps: frozenset[Gap]) -> Lacking:
    """Open cases with one of these gaps."""

    def lacking(cases: QuerySet[Case], day: date) -> QuerySet[Case]:
        found = upkeep_of(open_cases(cases).select_related("body", "unit"), day)
        return cases.filter(pk__in=[one.case.pk for one in found if gaps & set(one.gaps)])

    return lacking


GAPS: dict[str, frozenset[Gap]] = {
    "handlers": ABOUT_HANDLERS, "step": frozenset({Gap.NO_NEXT_STEP, Gap.NOBODY_TO_ACT}), "date": frozenset({Gap.NO_DATE}),
}  # fmt: skip
LACKS: dict[str, tuple[str, Lacking]] = {
    "near": ("期限临近", near),
    "overdue": ("已经逾期", overdue),
    "unexplained": ("逾期没有说明原因", unexplained),
    "unrecorded": ("缺录音录像", unrecorded),
    "film_late": ("音像逾期未入库", awaited_films.late),
    "handlers": ("缺承办人", without(GAPS["handlers"])),
    "step": ("缺下一步", without(GAPS["step"])),
    "date": ("缺办理日期", without(GAPS["date"])),
}


def lack(key: str, words: str) -> Callable[[Lacking], Lacking]:
    """A context above names one more thing a case may lack; lists are narrowed to it and it is counted like the others."""

    def known(ask: Lacking) -> Lacking:
        LACKS[key] = (words, ask)
        return ask

    return known


def lacking(cases: QuerySet[Case], key: str, day: date) -> QuerySet[Case]:
    """The cases of a set that lack one thing."""
    return LACKS[key][1](cases, day)


def lacks_by_body(cases: QuerySet[Case], day: date) -> dict[str, Counter[int]]:
    """How many cases of each body lack each thing: a handful of questions, however many bodies and cases."""
    found: dict[str, Counter[int]] = {key: Counter() for key in LACKS}
    found["film_late"] = awaited_films.late_by_body(cases)  # known with their bodies: they are not asked for again
    for key in LACKS.keys() - GAPS.keys() - {"film_late"}:
        counted = lacking(cases, key, day).order_by().values_list("body_id").annotate(count=Count("pk"))
        found[key].update(dict(counted))
    for one in upkeep_of(open_cases(cases), day):
        for key, gaps in GAPS.items():
            if gaps & set(one.gaps):
                found[key][one.case.body_id] += 1
    return found


def _running() -> QuerySet[Clock]:
    return Clock.objects.filter(case=OuterRef("pk"), stopped_on=None, still=False, kind__in=OURS)

"""Owner, next step and date of open cases, asked for many at once in a handful of questions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from yangguang.cases.kinds.register import main_flow
from yangguang.cases.models import Assignment, Case, Clock, Hearing, HearingStatus, PlannedDay
from yangguang.cases.policy import SYSTEM_ROLE
from yangguang.cases.queries import ENDED
from yangguang.cases.rules.clocks import KINDS, Effect
from yangguang.cases.rules.flow import Step
from yangguang.cases.rules.upkeep import Gap, HandlerFacts, UpkeepFacts, gaps_of, onward
from yangguang.directory.api import Appointment, Certificate, Officer, Role, certificate_fault
from yangguang.statutes import clause

BINDING = [
    name for name, kind in KINDS.items() if kind.effect in {Effect.AGENCY_TERM, Effect.MEASURE_LIMIT, Effect.FORFEITURE}
]
Fitness = dict[tuple[int, str, str], HandlerFacts]
Keys = QuerySet[Case, Any]


@dataclass(frozen=True)
class Upkeep:
    """How one open case is looked after on a day."""

    case: Case
    handlers: tuple[HandlerFacts, ...]
    gaps: tuple[Gap, ...]


def open_cases(cases: QuerySet[Case]) -> QuerySet[Case]:
    """Those of a set that have not ended."""
    return cases.exclude(status__in=ENDED)


def upkeep_of(cases: QuerySet[Case], day: date) -> list[Upkeep]:
    """Each case with its handlers and its gaps; the number of questions does not grow with the number of cases."""
    keys = cases.order_by().values("pk")
    standing = _standing(keys, day)
    roles, dated = roles_present(day), _dated(keys, day)
    fewest = int(clause("APL-2021:42.1#officers").amount("least", unit="person"))
    known: Fitness = {}
    steps: dict[tuple[str, str], tuple[Step, ...]] = {}
    found = []
    for case in cases:
        handlers = tuple(_fitness(officer, case, day, known) for officer in standing[case.pk])
        place = (case.kind, case.status)
        if place not in steps:
            steps[place] = onward(main_flow(case), case.status, case.kind)
        present = frozenset({SYSTEM_ROLE}) | roles[case.body_id] | roles[case.acting_body_id or 0]
        facts = UpkeepFacts(handlers, steps[place], present, case.pk in dated, fewest)
        found.append(Upkeep(case, handlers, gaps_of(facts)))
    return found


def unfit_on(case: Case, officers: Iterable[Officer], day: date) -> list[Officer]:
    """Which officers can act in a case no longer: they have left, their account or office ended, or no certificate carries it."""
    return [officer for officer in officers if not _fitness(officer, case, day, {}).fit]


def gone_on(day: date) -> Q:
    """Officers who no longer work here on a day, as a condition on officers."""
    holding = Appointment.objects.standing_on(day).filter(role=Role.CASE_HANDLER, account=OuterRef("account"))
    ended = Q(account__is_active=False) | Q(~Exists(holding))
    return Q(left_on__lte=day) | (Q(account__isnull=False) & ended)


def _standing(keys: Keys, day: date) -> dict[int, list[Officer]]:
    rows = Assignment.objects.filter(case_id__in=keys, starts_on__lte=day)
    rows = rows.filter(Q(ends_on=None) | Q(ends_on__gt=day)).order_by("position", "pk")
    officers = {
        o.pk: o
        for o in Officer.objects.filter(pk__in=rows.order_by().values("officer")).prefetch_related("certificates")
    }
    gone = set(Officer.objects.filter(gone_on(day), pk__in=list(officers)).values_list("pk", flat=True))
    found: dict[int, list[Officer]] = defaultdict(list)
    for officer in officers.values():
        officer.has_gone = officer.pk in gone  # type: ignore[attr-defined]
    for case, officer_pk in rows.values_list("case_id", "officer_id"):
        found[case].append(officers[officer_pk])
    return found


def _fitness(officer: Officer, case: Case, day: date, known: Fitness) -> HandlerFacts:
    place = (officer.pk, case.field, case.area)
    if place not in known:
        gone = getattr(officer, "has_gone", None)
        if gone is None:
            gone = Officer.objects.filter(gone_on(day), pk=officer.pk).exists()
        fault = certificate_fault(officer, case.field, case.area, day)
        known[place] = HandlerFacts(officer.name, bool(gone), fault, officer.pk)
    return known[place]


def roles_present(day: date) -> dict[int, frozenset[str]]:
    """The roles people of each body hold on a day."""
    rows = Appointment.objects.standing_on(day).filter(account__is_active=True).order_by()
    found: dict[int, set[str]] = defaultdict(set)
    for body, role in rows.values_list("account__body_id", "role").distinct():
        found[body].add(role)
    return defaultdict(frozenset, {body: frozenset(names) for body, names in found.items()})


def _dated(keys: Keys, day: date) -> set[int]:
    """The cases a date stands ahead of: an own term that runs, overdue or not; any other term, hearing or agreed day to come."""
    running = Clock.objects.filter(case_id__in=keys, stopped_on=None, still=False)
    found = set(running.filter(Q(kind__in=BINDING) | Q(due_on__gte=day)).values_list("case_id", flat=True))
    planned = PlannedDay.objects.filter(case_id__in=keys, superseded=False, day__gte=day)
    hearings = Hearing.objects.filter(case_id__in=keys, status=HearingStatus.SET, set_for__date__gte=day)
    return found | set(planned.values_list("case_id", flat=True)) | set(hearings.values_list("case_id", flat=True))


def wanting_care(cases: QuerySet[Case], day: date) -> QuerySet[Case]:
    """Open cases with an owner missing or gone, or without a date, in one question: enough to remind whoever answers.

    Fields and areas of certificates and who could take the next step are asked by `upkeep_of`, where the cases are listed.
    """
    standing = Assignment.objects.filter(case=OuterRef("pk"), ends_on=None)
    usable = Certificate.objects.filter(
        officer=OuterRef("officer"), valid_from__lte=day, valid_until__gte=day, state="active"
    )
    gone = Officer.objects.filter(gone_on(day)).values("pk")
    unfit = standing.filter(Q(officer__in=gone) | Q(~Exists(usable)))
    running = Clock.objects.filter(case=OuterRef("pk"), stopped_on=None, still=False)
    dated = running.filter(Q(kind__in=BINDING) | Q(due_on__gte=day))
    planned = PlannedDay.objects.filter(case=OuterRef("pk"), superseded=False, day__gte=day)
    hearing = Hearing.objects.filter(case=OuterRef("pk"), status=HearingStatus.SET, set_for__date__gte=day)
    undated = ~Exists(dated) & ~Exists(planned) & ~Exists(hearing)
    return open_cases(cases).filter(Q(~Exists(standing)) | Q(Exists(unfit)) | Q(undated))

"""Owner, next step and date of open cases, asked for many at once in a handful of questions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from yangguang.cases.kinds.register import main_flow
from yangguang.cases.models import Assignment, Case, CaseStatus, Clock, Hearing, HearingStatus, PlannedDay
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
# Where the agency itself is to go on, the months the party may still contest in are nobody's next date.
OWN_TURN = (CaseStatus.SERVED, CaseStatus.DELIVERED, CaseStatus.FULFILLED, CaseStatus.ANNULLED)
WINDOWS = ("apply_for_reconsideration_by", "sue_by", "sue_after_reconsideration_by")
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
    return {case for rows in ahead(day) for case in rows.filter(case_id__in=keys).values_list("case_id", flat=True)}


def ahead(day: date) -> tuple[QuerySet[Any, Any], ...]:
    """What a case may have ahead of it on a day, each kind a question of its own: terms, days agreed on, hearings."""
    own = Q(due_on__gte=day) & ~Q(kind__in=WINDOWS, case__status__in=OWN_TURN)
    running = Clock.objects.filter(stopped_on=None, still=False).filter(Q(kind__in=BINDING) | own)
    planned = PlannedDay.objects.filter(superseded=False, day__gte=day)
    return running, planned, Hearing.objects.filter(status=HearingStatus.SET, set_for__date__gte=day)


def undated(cases: QuerySet[Case], day: date) -> QuerySet[Case]:
    """Open cases that have no date ahead of them on a day."""
    found = open_cases(cases)
    for rows in ahead(day):
        found = found.filter(~Exists(rows.filter(case=OuterRef("pk"))))
    return found


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
    dates = [Exists(rows.filter(case=OuterRef("pk"))) for rows in ahead(day)]
    return open_cases(cases).filter(Q(~Exists(standing)) | Q(Exists(unfit)) | Q(*(Q(~one) for one in dates)))

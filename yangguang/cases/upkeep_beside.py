"""Proceedings beside a case that are open still: each keeps an owner, a next step and a date, whatever became of the case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Max, Q, QuerySet

from yangguang.cases.kinds.register import FLOWS, MAIN_LINES
from yangguang.cases.models import Case, Clock, MajorViolation, PlannedDay, StepTaken, SupervisionOpinion
from yangguang.cases.policy import SYSTEM_ROLE
from yangguang.cases.queries import ENDED
from yangguang.cases.rules.upkeep import ABOUT_HANDLERS, Gap, takeable
from yangguang.cases.upkeep import BINDING, roles_present, upkeep_of

LABELS = {
    "complaint": "投诉答复", "instruction": "限期改正指令", "disposition": "行政处理", "preservation": "先行登记保存",
    "coercion": "查封、扣押", "criminal_transfer": "移送涉嫌犯罪", "wage_arrears_sanctions": "失信联合惩戒名单",
    "major_labour_violations": "重大违法社会公布", "execution": "罚款执行", "supervision": "监督意见答复",
}  # fmt: skip
ANSWERING = frozenset({"case_handler", "agency_head"})
Cases = QuerySet[Case]


@dataclass(frozen=True)
class OpenLine:
    """One proceeding that has not ended: of which case, which, and where it stands."""

    case_id: int
    line: str
    ref: str
    status: str


@dataclass(frozen=True)
class BesideUpkeep:
    """What one open proceeding lacks on a day."""

    case: Case
    label: str
    gaps: tuple[Gap, ...]


def is_open(line: str, status: str) -> bool:
    """Whether a proceeding beside a case has not ended where it stands; a main line is none."""
    flow = FLOWS.get(line)
    return flow is not None and flow not in MAIN_LINES and bool(status) and not flow.status(status).final


def has_open_lines(case: Case) -> bool:
    """Whether anything beside this case is open still."""
    return bool(open_lines(Case.objects.filter(pk=case.pk)))


def open_lines(cases: Cases) -> list[OpenLine]:
    """Every open proceeding beside these cases, opinions of supervisors that nobody has answered included."""
    keys = cases.order_by().values("pk")
    moves = StepTaken.objects.filter(case_id__in=keys).exclude(line="case").exclude(reached="").order_by()
    newest = moves.values("case", "line", "line_ref").annotate(newest=Max("pk")).values("newest")
    rows = StepTaken.objects.filter(pk__in=newest).order_by("case", "pk")
    found = [OpenLine(*row) for row in rows.values_list("case_id", "line", "line_ref", "reached")]
    opinions = SupervisionOpinion.objects.filter(case_id__in=keys, outcome="").order_by("case", "pk")
    asked = [OpenLine(case, "supervision", ref, "") for case, ref in opinions.values_list("case_id", "public_id")]
    return [*(one for one in found if is_open(one.line, one.status)), *asked]


def beside_upkeep(cases: Cases, day: date) -> list[BesideUpkeep]:
    """Each open proceeding with what it lacks. An open case answers for the owner and the date of what lies beside it;
    where the case has ended, the proceeding needs its own.
    """
    lines = open_lines(cases)
    if not lines:
        return []
    known = {one.case.pk: one for one in upkeep_of(cases.filter(pk__in={one.case_id for one in lines}), day)}
    present, dated = roles_present(day), _dates(list(known), day)
    found = []
    for one in lines:
        case, gaps = known[one.case_id].case, list[Gap]()
        if case.status in ENDED:
            gaps += [gap for gap in known[case.pk].gaps if gap in ABOUT_HANDLERS]
        gaps += _without_step(one, present[case.body_id] | present[case.acting_body_id or 0])
        if case.status in ENDED and not {one.ref, ""} & dated[case.pk]:
            gaps.append(Gap.NO_DATE)
        found.append(BesideUpkeep(case, LABELS.get(one.line, one.line), tuple(gaps)))
    return found


def lacking_beside(cases: Cases, day: date) -> Iterator[BesideUpkeep]:
    """The open proceedings that lack something."""
    return (one for one in beside_upkeep(cases, day) if one.gaps)


def _without_step(one: OpenLine, present: frozenset[str]) -> list[Gap]:
    if one.line == "supervision":
        return [] if present & ANSWERING else [Gap.NOBODY_TO_ACT]
    steps = FLOWS[one.line].steps_from(one.status)
    if not steps:
        return [Gap.NO_NEXT_STEP]
    for_people = [step for step in steps if set(step.by) - {SYSTEM_ROLE}]  # a day that comes by itself frees nobody
    return [] if not for_people or takeable(for_people, present) else [Gap.NOBODY_TO_ACT]


def _dates(keys: list[int], day: date) -> dict[int, set[str]]:
    """What of each case a date stands ahead of: its proceedings by name; empty where somebody agreed on a day. What is
    public until a day waits for that day.
    """
    running = Clock.objects.filter(case_id__in=keys, stopped_on=None, still=False)
    ahead = running.filter(Q(kind__in=BINDING) | Q(due_on__gte=day)).exclude(about_ref="")
    found: dict[int, set[str]] = defaultdict(set)
    for case, ref in ahead.values_list("case_id", "about_ref"):
        found[case or 0].add(ref)
    public: Any = MajorViolation.objects.filter(case_id__in=keys, until__gte=day)
    for case, ref in public.values_list("case_id", "public_id"):
        found[case].add(ref)
    planned: Any = PlannedDay.objects.filter(case_id__in=keys, superseded=False, day__gte=day)
    for case in planned.values_list("case_id", flat=True):
        found[case].add("")
    return found

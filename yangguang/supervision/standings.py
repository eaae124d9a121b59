"""Whether the yearly evaluation of each body is done, running or overdue (eva.year)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef

from yangguang.base.components.clocks import ClockFace, ClockState, running
from yangguang.cases.api import Case
from yangguang.directory.api import Account, Body, supervised_body_ids
from yangguang.kernel import clock
from yangguang.supervision.models import CaseFileEvaluation, RoundState
from yangguang.supervision.rules.due import is_late, year_ends


@dataclass(frozen=True)
class YearlyStanding:
    """One body in one year: its rounds, and the clock."""

    body: Body
    rounds: tuple[CaseFileEvaluation, ...]
    face: ClockFace

    @property
    def done(self) -> bool:
        """Whether a round of the year is final."""
        return any(one.finalised_on for one in self.rounds)


def standings(account: Account, year: int) -> list[YearlyStanding]:
    """The bodies an account answers for, in the order of the register: its own, and for a supervisor those beneath."""
    wanted = {account.body_id, *supervised_body_ids(account)}
    bodies = Body.objects.filter(Exists(Case.objects.filter(body=OuterRef("pk"))), pk__in=wanted).exclude(
        category="entrusted"
    )
    bodies = bodies.filter(registered_on__lte=year_ends(year)).order_by("pk")
    rows: dict[int, list[CaseFileEvaluation]] = {}
    found = CaseFileEvaluation.objects.filter(year=year).exclude(state=RoundState.CANCELLED)
    for one in found.prefetch_related("bodies").order_by("-pk"):
        for body in one.bodies.all():
            rows.setdefault(body.pk, []).append(one)
    return [YearlyStanding(one, tuple(rows.get(one.pk, ())), _face(rows.get(one.pk, []), year)) for one in bodies]


def _face(rounds: list[CaseFileEvaluation], year: int) -> ClockFace:
    done: date | None = min((one.finalised_on for one in rounds if one.finalised_on), default=None)
    if done is None:
        left = (year_ends(year) - clock.today()).days
        return running(left, unit="calendar_day", due_on=year_ends(year))
    late = is_late(year=year, finalised=done)
    return ClockFace(ClockState.OVERDUE if late else ClockState.DONE, "逾期完成" if late else "已完成", done)

"""Earlier violations of the same sort by the same counterparts: counted from decisions that stand, each named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from yangguang.base import calendars
from yangguang.cases.models import Case, Counterpart, Decision, DecisionKind, DecisionStatus, Party
from yangguang.cases.queries import cases_visible_to
from yangguang.cases.rules.shares import is_for
from yangguang.catalogues.api import REPEATED_WITHIN_YEARS
from yangguang.directory.api import Account
from yangguang.kernel.workdays import add_years

FOUND_NOTHING = DecisionKind.NOT_ESTABLISHED
STANDING = (DecisionStatus.DECIDED, DecisionStatus.SERVED)


@dataclass(frozen=True)
class PriorViolations:
    """What the history says: decisions within the term that repetition is counted in, and all earlier ones."""

    within: tuple[Decision, ...]
    ever: tuple[Decision, ...]

    @property
    def count(self) -> int:
        """How many cases within the term: a case with two decisions is one violation."""
        return len({decision.case_id for decision in self.within})

    @property
    def numbers(self) -> list[str]:
        """The 案号 counted, the newest first."""
        return list(dict.fromkeys(decision.case.number for decision in self.within))


def earlier_decisions(case: Case) -> QuerySet[Decision]:
    """Decisions that stand, of any file, on the same violation by one of the case's counterparts or its code.

    For gates only: what is shown to somebody is narrowed to what that person may see.
    """
    known = list(case.parties.exclude(counterpart=None).values_list("counterpart_id", "counterpart__stands_as_id"))
    roots = {root or own for own, root in known}
    members = Counterpart.objects.filter(Q(pk__in=roots) | Q(stands_as_id__in=roots)).values("pk")
    codes = [code for code in case.parties.values_list("code", flat=True) if code]
    same = Party.objects.filter(Q(counterpart__in=members) | Q(code__in=codes)).exclude(case=case)
    refs = set(same.filter(case__violation_code=case.violation_code).values_list("public_id", flat=True))
    rows = Decision.objects.filter(case__parties__public_id__in=refs, status__in=STANDING).exclude(kind=FOUND_NOTHING)
    return Decision.objects.filter(pk__in=[one.pk for one in rows.distinct() if is_for(one.content, refs)])


def prior_violations(case: Case, account: Account) -> PriorViolations | None:
    """Earlier violations in cases the account may see, before this case was opened; None while the violation is unnamed."""
    if not case.violation_code:
        return None
    seen = cases_visible_to(account).order_by().values("pk")
    rows = earlier_decisions(case).filter(case__in=seen, decided_on__lte=case.opened_on).select_related("case")
    ever = tuple(rows.order_by("-decided_on", "-pk"))
    return PriorViolations(_within_the_term(ever, case), ever)


def counted(case: Case) -> int:
    """How many cases decided before this one began count as repetition, of any file: for rules only."""
    ever = tuple(earlier_decisions(case).filter(decided_on__lt=case.opened_on).select_related("case"))
    return PriorViolations(_within_the_term(ever, case), ever).count


def _within_the_term(ever: Iterable[Decision], case: Case) -> tuple[Decision, ...]:
    calendar = calendars.in_force()
    return tuple(
        one for one in ever
        if add_years(one.decided_on, REPEATED_WITHIN_YEARS, calendar, roll=False).day >= case.opened_on
    )  # fmt: skip

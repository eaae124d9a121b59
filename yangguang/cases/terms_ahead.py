"""The running terms that wait for a person, of cases and of leads: every page of the desk counts them, in words kept ready."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import QuerySet

from yangguang.base.worded_once import worded_once
from yangguang.cases.kinds.labour.queries import scope_of_leads
from yangguang.cases.models import Assignment, Case, Clock, Lead
from yangguang.cases.queries import Onlooker, onlooker_of, scope_for
from yangguang.cases.rules.clocks import KINDS
from yangguang.directory.api import Account, Role

AGENCY = frozenset({"agency_term", "measure_limit"})
OURS = [name for name, kind in KINDS.items() if kind.effect in AGENCY]
MOST = 300  # rows that one person's day shows
FACE = (
    "kind", "clause", "started_on", "started_at", "amount", "unit", "fixed_due_on", "suspensions", "due_on", "provisional",
    "stopped_on",
)  # fmt: skip


def terms_of_my_cases(account: Account, until: date) -> QuerySet[Clock]:
    """Agency terms that run in the cases a person handles, the earliest first; a head of unit has the unit's."""
    return _terms(onlooker_of(account), until)


def told_of_my_cases(account: Account, until: date) -> list[dict[str, Any]]:
    """What the faces of these terms are drawn from."""
    return [dict(zip(FACE, told, strict=True)) for told in _told(onlooker_of(account), until)]  # type: ignore[call-overload]


def terms_of_my_leads(account: Account) -> list[Clock]:
    """The running terms of the leads a person may see, the earliest first."""
    return _of_leads(onlooker_of(account))


@worded_once
def _told(who: Onlooker, until: date) -> QuerySet[Clock, Any]:
    return _terms(who, until).values_list(*FACE)[:MOST]


@worded_once
def _of_leads(who: Onlooker) -> QuerySet[Clock]:
    refs = Lead.objects.filter(scope_of_leads(who)).order_by().values("public_id")
    return Clock.objects.filter(case=None, lead_ref__in=refs, stopped_on=None).order_by("due_on", "pk")[:MOST]


def _terms(who: Onlooker, until: date) -> QuerySet[Clock]:
    """As `cases_assigned_to` and `cases_visible_to` have them."""
    cases: QuerySet[Any, Any] = Case.objects.none().values("pk")
    if Role.UNIT_HEAD in who.role_names:
        cases = Case.objects.filter(scope_for(who)).order_by().values("pk")
    elif Role.CASE_HANDLER in who.role_names:
        standing = Assignment.objects.filter(ends_on=None, officer__account_id=who.pk)
        cases = standing.order_by().values("case_id")
    rows = Clock.objects.filter(case__in=cases, kind__in=OURS, stopped_on=None, due_on__lte=until)
    return rows.order_by("due_on", "pk")

"""Which cases a person may see. Lists, details, search, export and API all read through here."""

from __future__ import annotations

from typing import NamedTuple

from django.db.models import Q, QuerySet
from django.http import Http404

from yangguang.base.worded_once import worded_once
from yangguang.cases.models import (
    Case,
    CaseStatus,
    Decision,
    DecisionDraft,
    HearingRequest,
    MajorViolation,
    SanctionsListing,
)
from yangguang.directory.api import Account, Role, own_rows, supervised_body_ids

SEES_OWN_BODY = frozenset({Role.UNIT_HEAD, Role.AGENCY_HEAD})
ENDED = (
    CaseStatus.CLOSED, CaseStatus.ARCHIVED, CaseStatus.OPENING_ANNULLED, CaseStatus.TRANSFERRED,
    CaseStatus.POLICE_OPENED, CaseStatus.CONVERTED,
)  # fmt: skip


def cases_visible_to(account: Account) -> QuerySet[Case]:
    """Handlers see their unit's cases and those they are assigned to; heads their body's; of these, reviewers see what
    was drafted or is to be heard, publishers what was decided, archivists what ended; supervisors the bodies under them.
    """
    return Case.objects.filter(scope_of(account)).select_related("body", "unit", "acting_body")


def case_visible_to(account: Account, ref: str) -> Case:
    """One of these cases, by its public id. Raises Http404 when there is none."""
    asked = (frozenset(account.role_names), account.pk, account.body_id, account.unit_id)
    for case in _visible(*asked, tuple(supervised_body_ids(account)), ref):
        return case
    raise Http404


class Onlooker(NamedTuple):
    """What of an account decides which cases it sees."""

    role_names: frozenset[str]
    pk: int
    body_id: int
    unit_id: int | None
    supervised: tuple[int, ...]


@worded_once
def _visible(
    roles: frozenset[str], account: int, body: int, unit: int | None, supervised: tuple[int, ...], ref: str
) -> QuerySet[Case]:
    seen = _scope(Onlooker(roles, account, body, unit, supervised))
    return Case.objects.filter(seen, public_id=ref).select_related("body", "unit", "acting_body").order_by("pk")


def scope_of(account: Account) -> Q:
    """The rows an account may see, as a condition on cases."""
    supervised = tuple(supervised_body_ids(account))
    return _scope(Onlooker(account.role_names, account.pk, account.body_id, account.unit_id, supervised))


def _scope(account: Onlooker) -> Q:
    scope = Q(pk__in=[])
    if account.role_names & SEES_OWN_BODY:
        scope |= own_rows(account)
    if Role.LEGAL_REVIEWER in account.role_names:
        drafted = Q(pk__in=DecisionDraft.objects.values("case_id"))
        scope |= own_rows(account) & (drafted | Q(pk__in=HearingRequest.objects.values("case_id")))
    if account.role_names & {Role.LEGAL_REVIEWER, Role.PUBLISHER}:
        scope |= own_rows(account) & Q(pk__in=Decision.objects.values("case_id"))
    if Role.PUBLISHER in account.role_names:
        scope |= own_rows(account) & (
            Q(pk__in=SanctionsListing.objects.exclude(listed_on=None).values("case_id"))
            | Q(pk__in=MajorViolation.objects.exclude(confirmed_on=None).values("case_id"))
        )
    if Role.ARCHIVIST in account.role_names:
        scope |= own_rows(account) & Q(status__in=ENDED)
    if Role.CASE_HANDLER in account.role_names:
        unit = own_rows(account) & Q(unit_id=account.unit_id) if account.unit_id else own_rows(account)
        scope |= unit | Q(pk__in=_assigned(account))
    if account.supervised:
        scope |= Q(body__pk__in=account.supervised)
    return scope


def _assigned(account: Onlooker) -> QuerySet[Case]:
    rows = Case.objects.filter(assignments__officer__account_id=account.pk, assignments__ends_on=None)
    return rows.values("pk")  # type: ignore[return-value]

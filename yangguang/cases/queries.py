"""Which cases a person may see. Lists, details, search, export and API all read through here."""

from __future__ import annotations

from django.db.models import Q, QuerySet

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


def scope_of(account: Account) -> Q:
    """The rows an account may see, as a condition on cases."""
    scope = Q(pk__in=[])
    if account.role_names & SEES_OWN_BODY:
        scope |= own_rows(account)
    if account.holds(Role.LEGAL_REVIEWER):
        drafted = Q(pk__in=DecisionDraft.objects.values("case_id"))
        scope |= own_rows(account) & (drafted | Q(pk__in=HearingRequest.objects.values("case_id")))
    if account.role_names & {Role.LEGAL_REVIEWER, Role.PUBLISHER}:
        scope |= own_rows(account) & Q(pk__in=Decision.objects.values("case_id"))
    if account.holds(Role.PUBLISHER):
        scope |= own_rows(account) & (
            Q(pk__in=SanctionsListing.objects.exclude(listed_on=None).values("case_id"))
            | Q(pk__in=MajorViolation.objects.exclude(confirmed_on=None).values("case_id"))
        )
    if account.holds(Role.ARCHIVIST):
        scope |= own_rows(account) & Q(status__in=ENDED)
    if account.holds(Role.CASE_HANDLER):
        unit = own_rows(account) & Q(unit_id=account.unit_id) if account.unit_id else own_rows(account)
        scope |= unit | Q(pk__in=_assigned(account))
    if supervised := supervised_body_ids(account):
        scope |= Q(body_id__in=supervised)
    return scope


def _assigned(account: Account) -> QuerySet[Case]:
    rows = Case.objects.filter(assignments__officer__account=account, assignments__ends_on=None)
    return rows.values("pk")  # type: ignore[return-value]

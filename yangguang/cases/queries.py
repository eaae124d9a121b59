"""Which cases a person may see. Lists, details, search, export and API all read through here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from django.db.models import BigIntegerField, Exists, Q, QuerySet, Value
from django.http import Http404

from yangguang.base.worded_once import worded_once
from yangguang.cases.models import (
    Assignment,
    Case,
    CaseStatus,
    CoerciveMeasure,
    Decision,
    DecisionDraft,
    HearingRequest,
    MajorViolation,
    SanctionsListing,
)
from yangguang.directory.api import Account, Body, Role, own_rows, supervised_body_ids

SEES_OWN_BODY = frozenset({Role.UNIT_HEAD, Role.AGENCY_HEAD})
SEES_BY_STATE = frozenset({Role.LEGAL_REVIEWER, Role.PUBLISHER, Role.ARCHIVIST})
ENDED = (
    CaseStatus.CLOSED, CaseStatus.ARCHIVED, CaseStatus.OPENING_ANNULLED, CaseStatus.TRANSFERRED,
    CaseStatus.POLICE_OPENED, CaseStatus.CONVERTED,
)  # fmt: skip


def cases_visible_to(account: Account) -> QuerySet[Case]:
    """Handlers see their unit's cases and those they are assigned to; heads their body's; of these, reviewers see what
    was drafted or is to be heard, publishers what was decided or is held by force, archivists what ended; supervisors the
    bodies under them.
    """
    return Case.objects.filter(scope_of(account)).select_related("body", "unit", "acting_body")


def case_visible_to(account: Account, ref: str) -> Case:
    """One of these cases, by its public id. Raises Http404 when there is none."""
    for case in _visible(onlooker_of(account), ref):
        return case
    raise Http404


class Onlooker(NamedTuple):
    """What of an account decides which cases it sees."""

    role_names: frozenset[str]
    pk: int
    body_id: int
    unit_id: int | None
    supervised: tuple[int, ...]


def onlooker_of(account: Account) -> Onlooker:
    """An account as one who looks at cases."""
    roles, supervised = frozenset(account.role_names), tuple(supervised_body_ids(account))
    return Onlooker(roles, account.pk, account.body_id, account.unit_id, supervised)


@worded_once
def _visible(who: Onlooker, ref: str) -> QuerySet[Case]:
    return (
        Case.objects.filter(scope_for(who), public_id=ref).select_related("body", "unit", "acting_body").order_by("pk")
    )


def cases_assigned_to(account: Account) -> QuerySet[Assignment]:
    """The cases a handler has now, as `case_id`: whoever handles a case sees it (`scope_of`). Nobody else has any."""
    standing = _assigned(account.pk)
    return standing if account.holds(Role.CASE_HANDLER) else standing.none()


@dataclass(frozen=True)
class Part:
    """Some of the cases a person may see; `own` where all of them are of the own body."""

    rows: QuerySet[Case]
    own: bool = False

    def filter(self, *fits: Q) -> Part:
        """Fewer of them."""
        return replace(self, rows=self.rows.filter(*fits))


class Seen(NamedTuple):
    """Of what parts the cases are that somebody sees: `which` of them there are, and the keys of those from elsewhere."""

    who: Onlooker
    which: frozenset[str]
    outside: tuple[int, ...] | None = None


WHOLE, OWN, ACTED = frozenset({"whole"}), "own", "acted"


def visible_in_parts(account: Account) -> list[Part]:
    """The same cases as `cases_visible_to`, in parts that share none and that an index serves each: for long lists.

    A handler's or a head's own rows are one part, those acted on for another body a second, cases assigned from elsewhere a
    third; the last two are most often empty and then left out. Whoever sees by other ways has one part.
    """
    return parts_of(seen_by(account))


def seen_by(account: Account) -> Seen:
    """Which parts there are for a person."""
    who = onlooker_of(account)
    whole = bool(who.role_names & SEES_OWN_BODY)
    if who.role_names & SEES_BY_STATE and not whole or who.supervised:
        return Seen(who, WHOLE)
    if not whole and Role.CASE_HANDLER not in who.role_names:
        return Seen(who, frozenset())
    elsewhere: list[int | None] = [pk for (pk,) in _elsewhere(who)]
    outside = tuple(pk for pk in elsewhere if pk is not None)
    return Seen(who, frozenset({OWN, ACTED} if None in elsewhere else {OWN}), outside or None)


def parts_of(seen: Seen) -> list[Part]:
    """The parts themselves."""
    who, parts = seen.who, []
    if seen.which == WHOLE:
        return [Part(Case.objects.filter(scope_for(who)))]
    place = {} if who.role_names & SEES_OWN_BODY or not who.unit_id else {"unit_id": who.unit_id}
    if OWN in seen.which:
        parts.append(Part(Case.objects.filter(body_id=who.body_id, **place), own=True))
    if ACTED in seen.which:
        acted = Case.objects.filter(acting_body_id=who.body_id, **place)
        parts.append(Part(acted.exclude(body_id=who.body_id), own=True))
    if seen.outside:
        parts.append(Part(Case.objects.filter(pk__in=seen.outside)))
    return parts


@worded_once
def _elsewhere(who: Onlooker) -> QuerySet[Assignment, Any]:
    """The cases assigned to somebody outside the own place, once each; None besides where the own body acts for another."""
    own = Q(case__body_id=who.body_id) | Q(case__acting_body_id=who.body_id)
    in_unit = who.unit_id and not who.role_names & SEES_OWN_BODY
    outside = _assigned(who.pk).exclude(own & Q(case__unit_id=who.unit_id) if in_unit else own)
    if Role.CASE_HANDLER not in who.role_names:
        outside = outside.none()
    acted = Exists(Case.objects.filter(acting_body_id=who.body_id).order_by())
    acts = Body.objects.filter(acted, pk=who.body_id).order_by()
    return outside.values_list("case_id").union(acts.values_list(Value(None, BigIntegerField())))


def scope_of(account: Account) -> Q:
    """The rows an account may see, as a condition on cases."""
    return scope_for(onlooker_of(account))


def scope_for(account: Onlooker) -> Q:
    """The same of one who looks."""
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
            | Q(pk__in=CoerciveMeasure.objects.exclude(taken_at=None).values("case_id"))
        )
    if Role.ARCHIVIST in account.role_names:
        scope |= own_rows(account) & Q(status__in=ENDED)
    if Role.CASE_HANDLER in account.role_names:
        unit = own_rows(account) & Q(unit_id=account.unit_id) if account.unit_id else own_rows(account)
        scope |= unit | Q(pk__in=_assigned(account.pk).values("case_id"))
    if account.supervised:
        scope |= Q(body__pk__in=account.supervised)
    return scope


def _assigned(account: int) -> QuerySet[Assignment]:
    return Assignment.objects.filter(ends_on=None, officer__account_id=account).order_by()

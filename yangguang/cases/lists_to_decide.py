"""What of the public lists waits for the head of the agency, or for a publisher: sanctions of wage arrears, major violations."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.db.models import Q, QuerySet

from yangguang.cases.kinds.major_labour_violations.public_rows import SHOWN
from yangguang.cases.models import Case, Clock, ListingStatus, MajorStatus, MajorViolation, SanctionsListing

MOST = 100
LISTINGS = {  # by whether it is a publisher's or the head's
    False: Q(status__in=[ListingStatus.NOTIFIED, ListingStatus.VERIFIED, ListingStatus.DELISTING_REQUESTED]),
    True: Q(
        status__in=[ListingStatus.DELISTED, ListingStatus.ANNULLED], taken_down_on=None, public_since__isnull=False
    ),
}
OF_A_LISTING = {
    ListingStatus.NOTIFIED: ("决定是否列入失信名单", "DWL-2021:8.1#decide"),
    ListingStatus.VERIFIED: ("决定是否列入失信名单", "DWL-2021:8.1#decide"),
    ListingStatus.DELISTING_REQUESTED: ("决定是否提前移出失信名单", "DWL-2021:14.2"),
    ListingStatus.DELISTED: ("停止公开失信名单", "DWL-2021:17.1"),
    ListingStatus.ANNULLED: ("停止公开失信名单", "DWL-2021:17.1"),
}
TERMS = ("list_by", "decide_delisting_by", "delist_by")
OF_VIOLATIONS = {
    False: ("确认公布重大劳动保障违法行为", "MVP-2016:5", "publish_major_by"),
    True: ("更正重大劳动保障违法行为的公布", "MVP-2016:11", "correct_major_by"),
}


class ToDecide(NamedTuple):
    """One row of a list that waits: what to do, about which case and whom, since when, by which clause and until when."""

    case: Case
    party: str
    what: str
    stands: str
    since: date
    clause: str
    page: str
    term: Clock | None = None


def lists_to_decide(cases: QuerySet[Case], *, publishing: bool) -> list[ToDecide]:
    """What waits in these cases for a publisher, or else for the head's decision; what is to go out, disclosure tells."""
    within = cases.order_by().values("pk")
    listings = SanctionsListing.objects.filter(LISTINGS[publishing], case__in=within).select_related("case", "party")
    violations = MajorViolation.objects.filter(case__in=within).select_related("case", "party").order_by("pk")
    if publishing:
        violations = violations.filter(status__in=SHOWN).exclude(changed_paper="").exclude(status=MajorStatus.CORRECTED)
    else:
        violations = violations.filter(status=MajorStatus.CANDIDATE)
    return [*_listed(listings.order_by("pk")[:MOST]), *_marked(violations[:MOST], publishing=publishing)]


def _terms(refs: list[str], kinds: Iterable[str]) -> dict[str, Clock]:
    """The running term of each that has one."""
    running = Clock.objects.filter(about_ref__in=refs, kind__in=kinds, stopped_on=None) if refs else ()
    return {term.about_ref: term for term in sorted(running, key=lambda one: (one.due_on, one.pk), reverse=True)}


def _listed(listings: Iterable[SanctionsListing]) -> list[ToDecide]:
    rows = list(listings)
    terms = _terms([one.public_id for one in rows], TERMS)
    return [_listing(one, terms.get(one.public_id)) for one in rows]


def _listing(one: SanctionsListing, term: Clock | None) -> ToDecide:
    what, clause = OF_A_LISTING[ListingStatus(one.status)]
    since = one.ended_on or one.listed_on or one.proposed_on
    return ToDecide(one.case, one.party.name, what, one.standing, since, clause, "cases:sanctions", term)


def _marked(violations: Iterable[MajorViolation], *, publishing: bool) -> list[ToDecide]:
    rows = list(violations)
    what, clause, kind = OF_VIOLATIONS[publishing]
    terms = _terms([one.public_id for one in rows], [kind])
    return [
        ToDecide(
            one.case, one.party.name, what, one.standing, one.confirmed_on or one.marked_on, clause,
            "cases:major_violations", terms.get(one.public_id),
        )
        for one in rows
    ]  # fmt: skip

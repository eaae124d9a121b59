"""What of the public lists waits for the head of the agency, or for a publisher: sanctions of wage arrears, major violations."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.db.models import Q, QuerySet

from yangguang.cases.models import Case, Clock, ListingStatus, MajorStatus, MajorViolation, SanctionsListing

MOST = 100
LISTINGS = {  # by whether it is a publisher's or the head's
    False: Q(status__in=[ListingStatus.NOTIFIED, ListingStatus.VERIFIED, ListingStatus.DELISTING_REQUESTED]),
    True: Q(status=ListingStatus.LISTED, public_since=None)
    | Q(status__in=[ListingStatus.DELISTED, ListingStatus.ANNULLED], taken_down_on=None, public_since__isnull=False),
}
VIOLATIONS = {False: Q(status=MajorStatus.CANDIDATE), True: Q(status=MajorStatus.CONFIRMED)}
OF_A_LISTING = {
    ListingStatus.NOTIFIED: ("决定是否列入失信名单", "DWL-2021:8.1#decide"),
    ListingStatus.VERIFIED: ("决定是否列入失信名单", "DWL-2021:8.1#decide"),
    ListingStatus.DELISTING_REQUESTED: ("决定是否提前移出失信名单", "DWL-2021:14.2"),
    ListingStatus.LISTED: ("公开失信名单", "DWL-2021:9"),
    ListingStatus.DELISTED: ("停止公开失信名单", "DWL-2021:17.1"),
    ListingStatus.ANNULLED: ("停止公开失信名单", "DWL-2021:17.1"),
}
OF_A_VIOLATION = {
    MajorStatus.CANDIDATE: "确认公布重大劳动保障违法行为",
    MajorStatus.CONFIRMED: "公布重大劳动保障违法行为",
}
TERMS = ("list_by", "decide_delisting_by", "delist_by")


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
    """What waits in these cases for a publisher, or else for the head's decision."""
    within = cases.order_by().values("pk")
    listings = SanctionsListing.objects.filter(LISTINGS[publishing], case__in=within).select_related("case", "party")
    violations = MajorViolation.objects.filter(VIOLATIONS[publishing], case__in=within).select_related("case", "party")
    return [*_listed(listings.order_by("pk")[:MOST]), *map(_violation, violations.order_by("pk")[:MOST])]


def _listed(listings: Iterable[SanctionsListing]) -> list[ToDecide]:
    rows = list(listings)
    running = Clock.objects.filter(about_ref__in=[one.public_id for one in rows], kind__in=TERMS, stopped_on=None)
    terms = {term.about_ref: term for term in running.order_by("-due_on", "-pk")} if rows else {}
    return [_listing(one, terms.get(one.public_id)) for one in rows]


def _listing(one: SanctionsListing, term: Clock | None) -> ToDecide:
    what, clause = OF_A_LISTING[ListingStatus(one.status)]
    since = one.ended_on or one.listed_on or one.proposed_on
    return ToDecide(one.case, one.party.name, what, one.standing, since, clause, "cases:sanctions", term)


def _violation(one: MajorViolation) -> ToDecide:
    status = MajorStatus(one.status)
    return ToDecide(
        one.case, one.party.name, OF_A_VIOLATION[status], str(status.label), one.confirmed_on or one.marked_on,
        "MVP-2016:5", "cases:major_violations",
    )  # fmt: skip

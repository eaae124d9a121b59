"""Publications by reader, and when each is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q, QuerySet

from yangguang.base import calendars, local_values
from yangguang.cases.api import DecisionStatus, altering, cases_visible_to
from yangguang.directory.api import Account, Body, Entrustment, Officer, supervised_body_ids
from yangguang.disclosure.decided import served_on
from yangguang.disclosure.models import (
    BoardWindow,
    Clarification,
    CorrectionNotice,
    CreditRepair,
    ForeignPaper,
    Objection,
    Publication,
    PublicationStatus,
    PublishedVersion,
    Push,
    StandingChange,
    StandingPublication,
    StandingStatus,
    WindowBoard,
    WithdrawalGround,
    WithdrawalProposal,
)
from yangguang.disclosure.models.publication import STANDING, WAITING
from yangguang.disclosure.rules.terms import must_file_exemption, publish_by
from yangguang.kernel import clock
from yangguang.kernel.workdays import Calendar, DueDate, workdays_left

BEFORE_SERVICE = "publish_before_service"


@dataclass(frozen=True)
class Standing:
    """How a publication that waits stands today: due when, whether its term runs, how many working days are left."""

    due: DueDate
    deferred: bool
    left: int

    @property
    def overdue(self) -> bool:
        """Whether the term ran out unpublished."""
        return not self.deferred and self.left < 0


def publications_visible_to(account: Account) -> QuerySet[Publication]:
    """Publications of the cases a person may see."""
    rows = Publication.objects.filter(case__in=cases_visible_to(account))
    rows = rows.select_related("case", "case__body", "body", "decision", "paper", "under").order_by("-pk")
    return rows.prefetch_related("paper__services")  # on which day each was served is asked of every row


def withdrawals_visible_to(account: Account) -> QuerySet[WithdrawalProposal]:
    """Withdrawals of the publications a person may see."""
    rows = WithdrawalProposal.objects.filter(publication__in=publications_visible_to(account).values("pk"))
    return rows.select_related(
        "publication__case__body", "publication__decision", "publication__paper", "publication__under", "publication__body",
        "proposed_by", "decided_by",
    )  # fmt: skip


def notices_visible_to(account: Account) -> QuerySet[CorrectionNotice]:
    """Notices to parties about corrections of the publications a person may see."""
    rows = CorrectionNotice.objects.filter(version__publication__in=publications_visible_to(account).values("pk"))
    return rows.select_related(
        "version__publication__case__body", "version__publication__decision", "version__publication__paper",
        "version__publication__body", "document", "noted_by",
    )  # fmt: skip


def clarifications_visible_to(account: Account) -> QuerySet[Clarification]:
    """Clarifications of the publications a person may see."""
    rows = Clarification.objects.filter(publication__in=publications_visible_to(account).values("pk"))
    return rows.select_related(
        "publication__case__body", "publication__decision", "publication__paper", "publication__body", "drafted_by"
    )


def notices_of(publication: Publication) -> QuerySet[CorrectionNotice]:
    """Notices to the party about corrections of this publication, the newest first."""
    rows = CorrectionNotice.objects.filter(version__publication=publication)
    return rows.select_related("version", "document", "noted_by")


def open_withdrawal(publication: Publication) -> WithdrawalProposal | None:
    """The withdrawal that waits for a second person, or None."""
    rows = WithdrawalProposal.objects.select_related("proposed_by").filter(publication=publication, decided_on=None)
    return rows.first()


def objections_visible_to(account: Account) -> QuerySet[Objection]:
    """Objections to the publications a person may see; to everything else those of the own body and of bodies one supervises."""
    ours = Q(body_id=account.body_id) | Q(body_id__in=supervised_body_ids(account))
    scope = Q(publication__in=publications_visible_to(account).values("pk")) | Q(publication=None) & ours
    return Objection.objects.filter(scope).select_related("body", "publication__case", "publication__body")


def pushes_visible_to(account: Account) -> QuerySet[Push]:
    """What the own body tells on channels: numbers that are or were public, and what a service answered."""
    rows = Push.objects.filter(publication__body=account.body_id)
    return rows.select_related("publication__decision", "publication__paper", "publication__body", "publication__case")


def standings_visible_to(account: Account) -> QuerySet[StandingPublication]:
    """Lists and officers' entries of the own body, and of the bodies one supervises."""
    rows = StandingPublication.objects.select_related(
        "edition", "officer", "body", "listing__party", "listing__case", "violation__party", "violation__case"
    )
    return rows.filter(Q(body_id=account.body_id) | Q(body_id__in=supervised_body_ids(account)))


def changes_visible_to(account: Account) -> QuerySet[StandingChange]:
    """What is proposed to change of what the own body made public."""
    rows = StandingChange.objects.select_related(
        "publication__edition", "publication__officer", "publication__body", "publication__listing__party",
        "publication__violation__party", "proposed_by", "decided_by",
    )  # fmt: skip
    return rows.filter(publication__body=account.body_id)


def repairs_visible_to(account: Account) -> QuerySet[CreditRepair]:
    """Applications for credit repair of the publications a person may see."""
    rows = CreditRepair.objects.filter(publication__in=publications_visible_to(account).values("pk"))
    return rows.select_related(
        "publication__case",
        "publication__body",
        "publication__decision",
        "publication__paper",
        "examined_by",
        "decided_by",
    )


def foreign_papers_visible_to(account: Account) -> QuerySet[ForeignPaper]:
    """Papers from outside of the publications a person may see."""
    rows = ForeignPaper.objects.filter(publication__in=publications_visible_to(account).values("pk"))
    return rows.select_related(
        "made",
        "original",
        "publication__decision",
        "publication__paper",
        "publication__case",
        "publication__body",
        "brought_by",
        "confirmed_by",
    )


def with_old_attachments(rows: QuerySet[Publication]) -> list[Publication]:
    """Those of the standing publications whose attachments were dropped or blackened anew since and are public as they were."""
    since = F("publication__published_on")
    changed = Q(dropped_on__gte=since) | Q(dropped_on=None, confirmed_on=None) | Q(confirmed_on__gte=since)
    papers = ForeignPaper.objects.filter(changed, publication__status__in=STANDING).values("publication")
    found = rows.filter(pk__in=papers).prefetch_related("versions", "foreign_papers__made")
    return [one for one in found if one.old_attachments]


def boards_visible_to(account: Account) -> QuerySet[WindowBoard]:
    """Window boards are public: everybody at work sees those of every body."""
    return WindowBoard.objects.select_related("body").order_by("pk")


def windows_visible_to(account: Account) -> QuerySet[BoardWindow]:
    """The windows of the own body's board."""
    rows = BoardWindow.objects.select_related("board__body", "officer").filter(board__body=account.body_id)
    return rows.order_by("label", "pk")


def officers_for(body: Body, on: date) -> QuerySet[Officer]:
    """Who may sit at a body's windows on a day: its own officers, and those of organisations it entrusts."""
    entrusted = Entrustment.objects.in_force_on(on).filter(entrusting=body).order_by()
    rows = Officer.objects.filter(Q(body=body) | Q(body__in=entrusted.values("entrusted")))
    return rows.filter(Q(left_on=None) | Q(left_on__gt=on)).select_related("body").order_by("name", "pk")


def officers_in_public(body: Body, on: date) -> QuerySet[Officer]:
    """Those of them whose entries stand."""
    return officers_for(body, on).exclude(public_entry__status=StandingStatus.WITHDRAWN).order_by("name", "pk")


def waits_for_service(publication: Publication, on: date) -> bool:
    """Whether the body publishes only after service, which is so unless it has set otherwise (PF-11)."""
    found = local_values.find(BEFORE_SERVICE, chain=publication.body.public_id, on=on)
    return not (found and found.value)


def standing_of(publication: Publication, on: date, calendar: Calendar | None = None) -> Standing:
    """When a publication is due, worked out from decision and service every time it is asked."""
    calendar = calendar or calendars.in_force()
    served, waits = served_on(publication), waits_for_service(publication, on)
    due = publish_by(
        publication.clause,
        decided_on=publication.decided_on,
        served_on=served,
        waits=waits,
        calendar=calendar,
        promised=publication.promised_workdays,
    )
    return Standing(due, waits and served is None, workdays_left(on, due.day, calendar))


def exemption_filing_due(publication: Publication) -> date | None:
    """Until when to file why it is not public; None where the province asks for no filing, or none is open."""
    if not publication.is_exempt or publication.exemption_filed_on is not None:
        return None
    return (
        standing_of(publication, clock.today()).due.day if must_file_exemption(publication.body.region_code) else None
    )


def next_version(publication: Publication) -> PublishedVersion | None:
    """The version that has been prepared and not been released yet, or None."""
    return publication.versions.filter(released_on=None).select_related("prepared_by").first()


def shown_version(publication: Publication) -> PublishedVersion | None:
    """The version the public reads, or read last."""
    released = publication.versions.exclude(released_on=None).select_related("prepared_by", "released_by")
    return released.order_by("-number").first()


def is_down_for_now(publication: Publication) -> bool:
    """Whether one person pulled it at once and no second one has confirmed that."""
    if publication.status != PublicationStatus.WITHDRAWN:
        return False
    last = WithdrawalProposal.objects.filter(publication=publication).order_by("-pk").first()
    return last is not None and not last.approved


def may_stand_again(publication: Publication) -> bool:
    """Whether its period is not over and it was taken back because of an alteration that has fallen since, stopped by those before
    whom it was contested who left it standing, or pulled at once by one person, a second one did not confirm that, and no paper
    says that it has to be taken back.
    """
    if publication.status != PublicationStatus.WITHDRAWN or (publication.until or clock.today()) < clock.today():
        return False
    if publication.withdrawal_ground == WithdrawalGround.ORDERED_STOPPED and not is_down_for_now(publication):
        row = publication.decision  # the order holds while the contest does
        return row is not None and row.status == DecisionStatus.SERVED and not row.remedies.filter(outcome="").exists()
    if publication.withdrawal_ground != WithdrawalGround.ALTERED:
        waits = open_withdrawal(publication) is not None
        return is_down_for_now(publication) and not waits and publication.ground_received_on is None
    row = publication.decision
    if row is None or row.status != DecisionStatus.SERVED:
        return False
    fell = altering.fallen_alterations(row)
    return publication.withdrawal_paper in {row.document.number for row in fell}


def waiting() -> QuerySet[Publication]:
    """Everything that has still to be published."""
    return (
        Publication.objects.filter(status__in=WAITING)
        .select_related("decision", "paper", "under", "body", "case")
        .prefetch_related("paper__services")
        .order_by("pk")
    )

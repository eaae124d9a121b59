"""What stands in a file about service: confirmed addresses, attempts that failed, announcements under way."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from yangguang.cases.models import (
    AnnouncementStatus,
    Case,
    Disposition,
    Instruction,
    InstructionStatus,
    Party,
    PartyKind,
    ServiceAddressConfirmation,
    ServiceAnnouncement,
    ServiceMethod,
    ServiceOfDocuments,
)
from yangguang.cases.standing import papers_to_serve, parties_of_decision
from yangguang.records.api import Document, DocumentStatus, documents_of, is_signed

UNDER_WAY = (AnnouncementStatus.AGREED, AnnouncementStatus.RUNNING)


def address_of(party: Party, day: date) -> ServiceAddressConfirmation | None:
    """The confirmation of a party that holds on a day, refused ones included; None when it gave none."""
    rows = party.service_addresses.select_related("document", "signed_copy").order_by("-pk")
    return next((one for one in rows if one.holds_on(day)), None)


def consent_of(party: Party, day: date) -> ServiceAddressConfirmation | None:
    """The signed confirmation by which a party agreed to be served electronically, as of a day."""
    found = address_of(party, day)
    if found is None or found.refused or not found.consents or found.document.status == DocumentStatus.VOIDED:
        return None
    return found if found.signed_copy is not None or is_signed(found.document) else None


def failed_attempts(document: Document, party: Party) -> list[ServiceOfDocuments]:
    """The attempts at serving a paper on a party that failed, the first first."""
    rows = ServiceOfDocuments.objects.filter(document=document, party=party, succeeded=False)
    return list(rows.order_by("attempted_on", "pk"))


def announcement_of(document: Document, party: Party) -> ServiceAnnouncement | None:
    """The announcement of a paper for a party that is agreed to or runs."""
    rows = ServiceAnnouncement.objects.filter(document=document, party=party, status__in=UNDER_WAY)
    return rows.order_by("-pk").first()


def announcements_to_make(case: Case) -> list[ServiceAnnouncement]:
    """Announcements the head of the unit agreed to that were not made yet."""
    rows = case.announcements.filter(status=AnnouncementStatus.AGREED).select_related("document", "party")
    return list(rows.order_by("pk"))


def waits(document: Document | None) -> bool:
    """Whether a paper that was made still waits to be served."""
    return document is not None and document.status == DocumentStatus.ISSUED


def unserved_papers(case: Case) -> list[Document]:
    """Every paper of a case that waits for service: of the penalty line, and of instructions and dispositions."""
    refs = Instruction.objects.filter(case=case, status=InstructionStatus.ISSUED).values_list("document_ref", flat=True)
    orders = list(documents_of(case.public_id).filter(public_id__in=[ref for ref in refs if ref]).order_by("-position"))
    rows = (
        Disposition.objects.filter(case=case).select_related("decision__document", "notice", "demand").order_by("-pk")
    )
    return [*papers_to_serve(case), *orders, *(paper for row in rows for paper in _unserved_of(row))]


def _unserved_of(row: Disposition) -> list[Document]:
    """The notice, the decision and the demand of a disposition where they are due and have not arrived."""
    decided = row.decision.document if row.decision is not None else None
    by_status = {"proposed": row.notice, "decided": decided, "unfulfilled": row.demand}
    paper = by_status.get(row.status)
    return [paper] if paper is not None and waits(paper) else []


def disposition_of(case: Case, document: Document) -> Disposition | None:
    """The disposition whose notice, decision or demand a paper is."""
    whose = Q(decision__document=document) | Q(notice=document) | Q(demand=document)
    return Disposition.objects.filter(whose, case=case).select_related("party", "case").first()


def parties_for(case: Case, document: Document) -> list[Party]:
    """Whom a paper is for: the party of its notice, instruction or disposition, the parties of a decision; else everybody."""
    for rows in (
        case.notices.filter(document=document), case.instructions.filter(document_ref=document.public_id),
        case.interview_notices.filter(document=document),
    ):  # fmt: skip
        if (own := rows.select_related("party").first()) is not None:
            return [own.party]
    if (line := disposition_of(case, document)) is not None:
        return [line.party]
    everybody = case.parties.order_by("position", "pk")
    decision = case.decisions.filter(document=document).first()
    return list(everybody.filter(pk__in=parties_of_decision(decision)) if decision is not None else everybody)


def is_person(party: Party | None) -> bool:
    """Whether a party is a natural person."""
    return party is not None and party.kind == PartyKind.PERSON


ON_FOOT = frozenset({ServiceMethod.DIRECT, ServiceMethod.ON_ANNOUNCEMENT, ServiceMethod.LEFT})


def ways_exhausted(document: Document, party: Party, day: date) -> bool:
    """Handing over and posting both failed, and so did the electronic way where the party had agreed to it."""
    tried = {one.method for one in failed_attempts(document, party)}
    electronic = consent_of(party, day) is None or ServiceMethod.ELECTRONIC in tried
    return bool(tried & ON_FOOT) and ServiceMethod.POST in tried and electronic

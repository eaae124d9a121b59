"""What stands in a file about service: confirmed addresses, attempts that failed, announcements under way."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q

from yangguang.base.guards import asked_once
from yangguang.cases.models import (
    AddressedPaper,
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
    ServiceRecipient,
)
from yangguang.cases.standing import fine_of_paper, hearing_set, papers_to_serve, parties_of_decision
from yangguang.cases.third_parties import recipients_of_notice, recipients_told
from yangguang.records.api import Document, DocumentStatus, documents_of, is_signed

Recipient = Party | ServiceRecipient
UNDER_WAY = (AnnouncementStatus.AGREED, AnnouncementStatus.RUNNING)


def by_whom(who: Recipient) -> dict[str, Any]:
    """How the rows of service of one recipient are found, and made."""
    return {"party": who} if isinstance(who, Party) else {"service_recipient": who}


def recipients_of(case: Case) -> list[Recipient]:
    """Everybody papers of a case are served on: its parties, then those its proceedings named beside them."""
    return [*case.parties.order_by("position", "pk"), *case.service_recipients.order_by("pk")]


def recipient_named(case: Case, ref: str) -> Recipient | None:
    """The party or other recipient with this name on a form; None for nobody of this case."""
    return next((one for one in recipients_of(case) if one.public_id == ref), None)


def recipients_of_main_line(case: Case) -> list[tuple[str, str]]:
    """Whom a paper of the main line may be served on, to choose from: the parties, the third parties of the hearing set."""
    everybody: list[Recipient] = [*case.parties.order_by("position", "pk"), *recipients_told(hearing_set(case))]
    return [(one.public_id, named(one)) for one in everybody]


def named(who: Recipient) -> str:
    """A recipient in words: who is no party with the quality it is told in."""
    return who.name if isinstance(who, Party) else str(who)


def recipients_to_choose(case: Case) -> list[tuple[str, str]]:
    """The recipients of a case, to choose from; who is no party is said in what quality."""
    return [(one.public_id, named(one)) for one in recipients_of(case)]


def address_of(party: Recipient, day: date) -> ServiceAddressConfirmation | None:
    """The confirmation of a party that holds on a day, refused ones included; None when it gave none."""
    rows = party.service_addresses.select_related("document", "signed_copy").order_by("-pk")
    return next((one for one in rows if one.holds_on(day)), None)


def consent_of(party: Recipient, day: date) -> ServiceAddressConfirmation | None:
    """The signed confirmation by which a party agreed to be served electronically, as of a day."""
    found = address_of(party, day)
    if found is None or found.refused or not found.consents or found.document.status == DocumentStatus.VOIDED:
        return None
    return found if found.signed_copy is not None or is_signed(found.document) else None


def failed_attempts(document: Document, party: Recipient) -> list[ServiceOfDocuments]:
    """The attempts at serving a paper on a party that failed, the first first."""
    rows = ServiceOfDocuments.objects.filter(document=document, succeeded=False, **by_whom(party))
    return list(rows.order_by("attempted_on", "pk"))


def announcement_of(document: Document, party: Recipient) -> ServiceAnnouncement | None:
    """The announcement of a paper for a party that is agreed to or runs."""
    rows = ServiceAnnouncement.objects.filter(document=document, status__in=UNDER_WAY, **by_whom(party))
    return rows.order_by("-pk").first()


def announcements_to_make(case: Case) -> list[ServiceAnnouncement]:
    """Announcements the head of the unit agreed to that were not made yet."""
    rows = case.announcements.filter(status=AnnouncementStatus.AGREED).select_related(
        "document", "party", "service_recipient"
    )
    return list(rows.order_by("pk"))


def waits(document: Document | None) -> bool:
    """Whether a paper that was made still waits to be served."""
    return document is not None and document.status == DocumentStatus.ISSUED


@asked_once
def unserved_papers(case: Case) -> list[Document]:
    """Every paper of a case that waits for service: of the penalty line, of instructions and dispositions, and those of
    the proceedings beside it that name whom they are for.
    """
    refs = Instruction.objects.filter(case=case, status=InstructionStatus.ISSUED).values_list("document_ref", flat=True)
    orders = list(documents_of(case.public_id).filter(public_id__in=[ref for ref in refs if ref]).order_by("-position"))
    rows = (
        Disposition.objects.filter(case=case).select_related("decision__document", "notice", "demand").order_by("-pk")
    )
    beside = dict.fromkeys(row.document for row in addressed(case) if row.served_on is None)
    return [*papers_to_serve(case), *orders, *(paper for row in rows for paper in _unserved_of(row)), *beside]


def addressed(case: Case, document: Document | None = None) -> list[AddressedPaper]:
    """The papers of proceedings beside a case with whom each is for, voided ones left out; of one paper, or of all."""
    rows = case.addressed_papers.select_related("document", "party", "service_recipient").order_by("pk")
    found = rows.filter(document=document) if document is not None else rows
    return list(found.exclude(document__status=DocumentStatus.VOIDED))


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


def waiting_beside(line: Any) -> list[AddressedPaper]:
    """The papers of a proceeding beside a case that somebody has not got yet."""
    return [row for row in addressed(line.case) if row.line_ref == line.public_id and row.served_on is None]


def addressed_choices(line: Any, *, but: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    """Those papers with whom each is for, to choose from."""
    rows = [row for row in waiting_beside(line) if row.document.kind not in but]
    return [(row.public_id, f"《{row.document.title}》{row.document.number}，{row.whom.name}") for row in rows]


def parties_for(case: Case, document: Document) -> list[Recipient]:
    """Whom a paper is for: the party of its notice, instruction or disposition, the parties of a decision; whom a
    proceeding beside the case names; else every party.
    """
    if rows_of_it := addressed(case, document):
        return [row.whom for row in rows_of_it]
    for rows in (
        case.notices.filter(document=document), case.instructions.filter(document_ref=document.public_id),
        case.interview_notices.filter(document=document),
    ):  # fmt: skip
        if (own := rows.select_related("party").first()) is not None:
            return [own.party]
    if (line := disposition_of(case, document)) is not None:
        return [line.party]
    everybody = case.parties.order_by("position", "pk")
    if third := recipients_of_notice(case, document):
        return [*everybody, *third]
    decision = case.decisions.filter(document=document).first() or fine_of_paper(case, document)
    return list(everybody.filter(pk__in=parties_of_decision(decision)) if decision is not None else everybody)


def is_person(party: Recipient | None) -> bool:
    """Whether a party is a natural person."""
    return party is not None and party.kind == PartyKind.PERSON


ON_FOOT = frozenset({ServiceMethod.DIRECT, ServiceMethod.ON_ANNOUNCEMENT, ServiceMethod.LEFT})


def ways_exhausted(document: Document, party: Recipient, day: date) -> bool:
    """Handing over and posting both failed, and so did the electronic way where the party had agreed to it."""
    tried = {one.method for one in failed_attempts(document, party)}
    electronic = consent_of(party, day) is None or ServiceMethod.ELECTRONIC in tried
    return bool(tried & ON_FOOT) and ServiceMethod.POST in tried and electronic

"""Serve a document on a party and keep its proof; a served notice opens its windows, a served decision its terms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction

from yangguang.base.models import Blob
from yangguang.cases import gates
from yangguang.cases.events.hearing_parties import DocumentServed
from yangguang.cases.kinds.penalty.documents import proof_of_service
from yangguang.cases.kinds.register import main_flow
from yangguang.cases.kinds.service import OF_EVERY_WAY
from yangguang.cases.models import Case, ElectronicWay, Party, ServiceMethod, ServiceOfDocuments
from yangguang.cases.serving import Recipient, by_whom, consent_of, parties_for, recipient_named
from yangguang.cases.use_cases._announcing import end_announcement
from yangguang.cases.use_cases._arrival import has_arrived, reaching
from yangguang.cases.use_cases._enclosing import enclosures_served
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account, Officer
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import Document, documents_of, make_document, mark_served


@dataclass(frozen=True)
class ServiceFacts:
    """How a document was handed over, as the proof of service says it."""

    method: str
    recipient: str = ""
    relation: str = ""
    place: str = ""
    refusal: str = ""
    witness: str = ""
    proof_number: str = ""
    proof: Blob | None = None
    recording: Blob | None = None
    sealed: bool = False
    officers: Sequence[Officer] = field(default_factory=tuple)
    witness_unit: str = ""
    witness_relation: str = ""
    sent_on: date | None = None
    sent_to: str = ""
    through: str = ""
    letter: str = ""
    arrival: str = ""
    online_channel: str = ""

    def as_given(self, party: Recipient) -> dict[str, Any]:
        """What the gates of service ask about."""
        rows = {name: getattr(self, name) for name in self.__dataclass_fields__}
        if not self.officers:
            rows.pop("officers")
        return {**rows, "party": party}


@transaction.atomic
def serve_document(
    *, case_id: int, document_ref: str, party_ref: str, service: ServiceFacts, actor: Account, at: Moment,
    overdue_reason: str = "", seen_version: int | None = None,
) -> ServiceOfDocuments:  # fmt: skip
    """The day of the act is the day of service. A decision is served when every party has it."""
    case = lock_case(case_id, seen_version=seen_version)
    document = documents_of(case.public_id).filter(public_id=document_ref).first()
    party = recipient_named(case, party_ref)
    if document is None or party is None:
        raise Refused("请选择要送达的文书和受送达人。", "CPL-2023:87.1", field="document")
    if not isinstance(party, Party) and party not in parties_for(case, document):
        raise Refused("这份文书不是给该受送达人的。", "CPL-2023:87.1", field="party_ref", remedy="请另选受送达人。")
    if document.dated_on and at.day < document.dated_on:
        raise Refused("送达日期不能早于文书日期。", "CPL-2023:87.1", field="occurred_at", remedy="请核对日期。")
    found = reaching(case, document, party)
    act = "serve_decision" if found.last else "serve_document"
    given = {**service.as_given(party), "document": document, "overdue_reason": overdue_reason}
    taken = take(Taking(main_flow(case), case, act, actor, at, given))
    row = keep_service(case, document, party, service, actor=actor, at=at)
    has_arrived(found, on=at.day)
    method = ServiceMethod(service.method).label
    announce(taken, DocumentServed(document.title, document.number, method, at.day), actor=actor, at=at)
    return row


def keep_service(
    case: Case, document: Document, party: Recipient, service: ServiceFacts, *, actor: Account, at: Moment
) -> ServiceOfDocuments:
    """The row, the proof of service for the file, and the document marked as served. The caller has asked its gates."""
    _holds(case, document, party, service, actor, at)
    mark_served(document.pk)
    enclosures_served(document)
    end_announcement(document, party, on=at.day)
    names = [officer.name for officer in service.officers] or [actor.name]
    row = ServiceOfDocuments(
        case=case, document=document, **by_whom(party), method=service.method, succeeded=True, served_on=at.day,
        attempted_on=at.day, place=service.place, recipient=service.recipient, relation=service.relation,
        refusal=service.refusal, witness=service.witness, proof_number=service.proof_number, proof=service.proof,
        recording=service.recording, officer_names=names, witness_unit=service.witness_unit,
        witness_relation=service.witness_relation, sent_on=service.sent_on, sent_to=_sent_to(party, service, at),
        through=service.through, letter=service.letter, online_channel=service.online_channel,
    )  # fmt: skip
    make_document(
        kind="proof_of_service", title=f"送达回证（{document.title}）", body=case.body, file_ref=case.public_id,
        sheet=proof_of_service.sheet(row), dated_on=at.day, actor=actor, at=at,
    )  # fmt: skip
    row.save()
    return row


def _holds(
    case: Case, document: Document, party: Recipient, service: ServiceFacts, actor: Account, at: Moment
) -> None:  # fmt: skip
    """What every way needs is asked here once more, so that no line of papers forgets one."""
    if service.method not in FURTHER:
        return
    if service.sent_on is not None and service.sent_on > at.day:
        raise Refused("寄出、发出的日期不能晚于送达日期。", "CPL-2023:91", field="sent_on", remedy="请核对日期。")
    attempt = gates.Attempt(case, "keep_service", actor, at, {**service.as_given(party), "document": document})
    verdicts = gates.judge(OF_EVERY_WAY, attempt)
    if failing := [one for one in verdicts if not one.holds]:
        raise Refused(failing[0].reason, failing[0].clauses, remedy=failing[0].remedy, verdicts=verdicts)


FURTHER = frozenset({
    ServiceMethod.ELECTRONIC, ServiceMethod.POST, ServiceMethod.ENTRUSTED, ServiceMethod.FORWARDED, ServiceMethod.ANNOUNCED,
})  # fmt: skip


def _sent_to(party: Recipient, service: ServiceFacts, at: Moment) -> str:
    """Where it went: electronically only to the address the party confirmed."""
    if service.method != ServiceMethod.ELECTRONIC:
        return service.sent_to
    agreed = consent_of(party, at.day)
    return f"{ElectronicWay(agreed.electronic_way).label}：{agreed.electronic_address}" if agreed else ""

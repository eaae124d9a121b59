"""Serve a document on a party and keep its proof; a served notice opens its windows, a served decision its terms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from yangguang.base.models import Blob
from yangguang.cases import standing
from yangguang.cases.events.hearing_parties import DocumentServed
from yangguang.cases.kinds.penalty.documents import proof_of_service
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import (
    Case,
    Decision,
    DecisionKind,
    DecisionStatus,
    Hearing,
    HearingStatus,
    InterviewNotice,
    Party,
    PriorNotice,
    Relation,
    ServiceMethod,
    ServiceOfDocuments,
)  # fmt: skip
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.issue_interview_notice import notice_arrives
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

    def as_given(self, party: Party) -> dict[str, Any]:
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
    party = case.parties.filter(public_id=party_ref).first()
    if document is None or party is None:
        raise Refused("请选择要送达的文书和受送达人。", "CPL-2023:87.1", field="document")
    if document.dated_on and at.day < document.dated_on:
        raise Refused("送达日期不能早于文书日期。", "CPL-2023:87.1", field="occurred_at", remedy="请核对日期。")
    decision = case.decisions.filter(document=document, status=DecisionStatus.DECIDED).first()
    complete = decision is not None and not _waiting_for(decision, without=party)
    last = decision is not None and complete and not _others_unserved(decision)
    act = "serve_decision" if last else "serve_document"
    given = {**service.as_given(party), "document": document, "overdue_reason": overdue_reason}
    taken = take(Taking(FLOWS["penalty"], case, act, actor, at, given))
    row = keep_service(case, document, party, service, actor=actor, at=at)
    if notice := PriorNotice.objects.filter(document=document, party=party, served_on=None).first():
        _open_windows(notice, at)
    if hearing := Hearing.objects.filter(notice=document, status=HearingStatus.SET).first():
        _count_from_notice_of_hearing(hearing, at)
    if asked := InterviewNotice.objects.filter(document=document, party=party, served_on=None).first():
        notice_arrives(asked, on=at.day, event="调查询问书送达")
    if decision is not None and complete:
        _decision_is_served(decision, at)
    method = ServiceMethod(service.method).label
    announce(taken, DocumentServed(document.title, document.number, method, at.day), actor=actor, at=at)
    return row


def keep_service(
    case: Case, document: Document, party: Party, service: ServiceFacts, *, actor: Account, at: Moment
) -> ServiceOfDocuments:
    """The row, the proof of service for the file, and the document marked as served. The caller has asked the gates."""
    mark_served(document.pk)
    names = [officer.name for officer in service.officers] or [actor.name]
    relation = Relation(service.relation).label if service.relation else ""
    make_document(
        kind="proof_of_service", title=f"送达回证（{document.title}）", body=case.body, file_ref=case.public_id,
        sheet=proof_of_service.sheet(
            case, document=f"{document.title}{document.number}", party=party.name, place=service.place,
            method=ServiceMethod(service.method).label, recipient=service.recipient, relation=relation,
            remark="；".join(part for part in (service.refusal, service.witness, service.proof_number) if part),
            officers=names, served_on=at.day,
        ),
        dated_on=at.day, actor=actor, at=at,
    )  # fmt: skip
    return ServiceOfDocuments.objects.create(
        case=case, document=document, party=party, method=service.method, succeeded=True, served_on=at.day,
        attempted_on=at.day, place=service.place, recipient=service.recipient, relation=service.relation,
        refusal=service.refusal, witness=service.witness, proof_number=service.proof_number, proof=service.proof,
        recording=service.recording, officer_names=names,
    )  # fmt: skip


def _waiting_for(decision: Decision, *, without: Party) -> set[int]:
    """The parties of a decision that have not got it, this one left out."""
    got = decision.case.services.filter(document=decision.document, succeeded=True)
    return standing.parties_of_decision(decision) - set(got.values_list("party_id", flat=True)) - {without.pk}


def _others_unserved(decision: Decision) -> bool:
    """Whether another decision of the case still waits to be served: parties decided apart get theirs one by one."""
    others = decision.case.decisions.filter(status=DecisionStatus.DECIDED).exclude(pk=decision.pk)
    return others.exclude(kind=DecisionKind.DISPOSITION).exists()


def _open_windows(notice: PriorNotice, at: Moment) -> None:
    notice.served_on = at.day
    notice.save(update_fields=["served_on"])
    case, ref = notice.case, notice.public_id
    run_clocks.start(case, "statement_period", on=at.day, event="告知送达", about_ref=ref)
    if notice.hearing_told:
        run_clocks.start(case, "request_hearing_by", on=at.day, event="听证告知送达", about_ref=ref)


def _count_from_notice_of_hearing(hearing: Hearing, at: Moment) -> None:
    """The net working days run from the last party that got the notice."""
    kind, ref = "notify_hearing_by", hearing.public_id
    run_clocks.stop(hearing.case, kind, on=at.day, event="听证通知再送达", about_ref=ref)
    run_clocks.start(hearing.case, kind, on=at.day, event="听证通知送达", about_ref=ref)


def _decision_is_served(decision: Decision, at: Moment) -> None:
    decision.status, decision.served_on = DecisionStatus.SERVED, at.day
    decision.save(update_fields=["status", "served_on"])
    terms = ("apply_for_reconsideration_by", "sue_by", *(("pay_by",) if decision.fine_fen else ()))
    for kind in terms:
        run_clocks.start(decision.case, kind, on=at.day, event="收到决定书", about_ref=decision.public_id)

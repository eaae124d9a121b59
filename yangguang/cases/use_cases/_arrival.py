"""What begins when a paper of the penalty line has reached a party, however it did: windows, terms, days to appear."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from yangguang.cases import standing
from yangguang.cases.kinds.execution.court_gates import terms_of
from yangguang.cases.kinds.execution.stages import OVERDUE
from yangguang.cases.models import (
    Alteration,
    AnnouncementStatus,
    Case,
    Decision,
    DecisionKind,
    DecisionStatus,
    Execution,
    Hearing,
    HearingStatus,
    InterviewNotice,
    Party,
    PriorNotice,
    ServiceAnnouncement,
)
from yangguang.cases.serving import Recipient
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._execution import keep_court_window
from yangguang.cases.use_cases.issue_interview_notice import notice_arrives
from yangguang.records.api import Document


@dataclass(frozen=True)
class Reaching:
    """A paper about to reach a party: the decision it is, whether everybody then has it, and whether it is the last."""

    document: Document
    party: Recipient
    decision: Decision | None
    complete: bool
    last: bool


def reaching(case: Case, document: Document, party: Recipient) -> Reaching:
    """Worked out before the step is taken: a decision is served when every party it is for has it; who is no party gets none."""
    if not isinstance(party, Party):
        return Reaching(document, party, None, False, False)
    decision = case.decisions.filter(document=document, status=DecisionStatus.DECIDED)
    found = decision.exclude(kind=DecisionKind.DISPOSITION).first()
    complete = found is not None and not _waiting_for(found, without=party)
    return Reaching(document, party, found, complete, found is not None and complete and not _others_unserved(found))


def has_arrived(found: Reaching, *, on: date, how: str = "") -> None:
    """Start what runs from the day of service; `how` is said before the event where it was not handed over."""
    document, party = found.document, found.party
    if hearing := Hearing.objects.filter(notice=document, status=HearingStatus.SET).first():
        _count_from_notice_of_hearing(hearing, on, how)
    if not isinstance(party, Party):
        return
    if notice := PriorNotice.objects.filter(document=document, party=party, served_on=None).first():
        _open_windows(notice, on, how)
    if asked := InterviewNotice.objects.filter(document=document, party=party, served_on=None).first():
        notice_arrives(asked, on=on, event=f"{how}调查询问书送达")
    standing_alteration = Alteration.objects.filter(document=document, served_on=None, fallen_on=None)
    if altered := standing_alteration.select_related("decision").first():
        _alteration_arrives(altered, party, on, how)
    if found.decision is not None and found.complete:
        _decision_is_served(found.decision, on, how)


def _waiting_for(decision: Decision, *, without: Party) -> set[int]:
    """The parties of a decision that have not got it, this one left out."""
    got = decision.case.services.filter(document=decision.document, succeeded=True)
    return standing.parties_of_decision(decision) - set(got.values_list("party_id", flat=True)) - {without.pk}


def _others_unserved(decision: Decision) -> bool:
    """Whether another decision of the case still waits to be served: parties decided apart get theirs one by one."""
    others = decision.case.decisions.filter(status=DecisionStatus.DECIDED).exclude(pk=decision.pk)
    return others.exclude(kind=DecisionKind.DISPOSITION).exists()


def _open_windows(notice: PriorNotice, on: date, how: str) -> None:
    notice.served_on = on
    notice.save(update_fields=["served_on"])
    case, ref = notice.case, notice.public_id
    run_clocks.start(case, "statement_period", on=on, event=f"{how}告知送达", about_ref=ref)
    if notice.hearing_told:
        run_clocks.start(case, "request_hearing_by", on=on, event=f"{how}听证告知送达", about_ref=ref)


def _count_from_notice_of_hearing(hearing: Hearing, on: date, how: str) -> None:
    """The net working days run from the last party or third party that got the notice."""
    kind, ref = "notify_hearing_by", hearing.public_id
    run_clocks.stop(hearing.case, kind, on=on, event="听证通知再送达", about_ref=ref)
    run_clocks.start(hearing.case, kind, on=on, event=f"{how}听证通知送达", about_ref=ref)


def _decision_is_served(decision: Decision, on: date, how: str) -> None:
    decision.status, decision.served_on = DecisionStatus.SERVED, on
    decision.save(update_fields=["status", "served_on"])
    terms = ("apply_for_reconsideration_by", "sue_by", *(("pay_by",) if decision.fine_fen else ()))
    for kind in terms:
        run_clocks.start(decision.case, kind, on=on, event=f"{how}收到决定书", about_ref=decision.public_id)


def _alteration_arrives(row: Alteration, party: Party, on: date, how: str) -> None:
    """Everybody has it: the terms of remedies run anew from that day, and with them what waits for their end."""
    got = set(row.case.services.filter(document=row.document, succeeded=True).values_list("party_id", flat=True))
    if standing.parties_of_decision(row.decision) - got - {party.pk}:
        return
    row.served_on = on
    row.save(update_fields=["served_on"])
    run_clocks.stop(row.case, "serve_by", on=on, event="变更决定书送达")
    for kind in terms_of(row.case):
        run_clocks.stop(row.case, kind, on=on, event="变更决定书送达", about_ref=row.decision.public_id)
        run_clocks.start(row.case, kind, on=on, event=f"{how}收到变更决定书", about_ref=row.decision.public_id)
    if line := Execution.objects.filter(decision=row.decision, status__in=OVERDUE).first():
        keep_court_window(line, on=on)


def everybody_reached_or_announced(row: ServiceAnnouncement) -> bool:
    """Whether a decision that is announced has reached, or is announced for, everybody every open decision is for."""
    if not Decision.objects.filter(document=row.document, status=DecisionStatus.DECIDED).exists():
        return False
    running = set(
        row.case.announcements.filter(status=AnnouncementStatus.RUNNING).values_list("document_id", "party_id")
    )
    for decision in row.case.decisions.filter(status=DecisionStatus.DECIDED):
        got = set(
            row.case.services.filter(document=decision.document, succeeded=True).values_list("party_id", flat=True)
        )
        got |= {party for document, party in running if document == decision.document_id}
        if standing.parties_of_decision(decision) - got:
            return False
    return True

"""What stands in a case file on a day: officers, found facts, evidence, notices, drafts. Gates and pages read it here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from yangguang.base.guards import asked_once
from yangguang.cases import rows_of
from yangguang.cases.gates import Attempt
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import (
    Alteration,
    Case,
    Clock,
    CollectiveDiscussion,
    Decision,
    DecisionDraft,
    DecisionKind,
    DecisionStatus,
    FoundFact,
    Hearing,
    HearingRequest,
    HearingStatus,
    Party,
    PriorNotice,
    Remedy,
    StatementPoint,
    StepTaken,
)
from yangguang.cases.policy import assignments_of
from yangguang.cases.rules.outward_papers import FOR_ONE, OF_FINES, OUTWARD
from yangguang.cases.rules.shares import share_for, shares_of
from yangguang.cases.third_parties import notices_waiting
from yangguang.cases.use_cases import run_clocks
from yangguang.directory.api import Account, Body, Officer, Role, accounts_holding, read_certificates
from yangguang.records.api import Document, Evidence, documents_of, evidence_of

DRAFT_OF_ACT = {
    "decide_penalty": "penalty", "decide_no_penalty": "no_penalty", "request_review": "penalty",
    "decide_violation_not_established": "violation_not_established", "decide_disposition": "disposition",
    "request_disposition_review": "disposition", "alter_decision": "alteration",
}  # fmt: skip

WRITTEN_AT_ONCE = frozenset({"penalise_on_the_spot"})  # decided as it is typed: no draft waits in the file


@asked_once
def officers_on(case: Case, day: date) -> list[Officer]:
    """The officers assigned on a day, lead handler first, with their certificates."""
    officers = [row.officer for row in assignments_of(case)
                if row.starts_on <= day and (row.ends_on is None or row.ends_on > day)]  # fmt: skip
    read_certificates(officers)
    return officers


def acting_officers(attempt: Attempt) -> list[Officer]:
    """The officers who carry out an act: those it names, else those assigned that day."""
    named = attempt.given.get("officers")
    if named is not None:
        return list(named)
    return officers_on(attempt.case, attempt.at.day) if attempt.case.pk else []


@asked_once
def found_facts(case: Case) -> list[FoundFact]:
    """The facts the investigation holds found now."""
    return list(case.found_facts.filter(dropped_on=None).order_by("position", "pk"))


def cited_evidence(facts: Iterable[Any], case: Case) -> dict[str, Evidence]:
    """The evidence of this file that found facts name, by public id."""
    wanted = {ref for fact in facts for ref in fact.evidence_refs}
    return _evidence_named(case.public_id, frozenset(wanted)) if wanted else {}


@asked_once
def _evidence_named(file_ref: str, refs: frozenset[str]) -> dict[str, Evidence]:
    return {e.public_id: e for e in evidence_of(file_ref).filter(public_id__in=refs)}


@asked_once
def papers_of(case: Case) -> list[Document]:
    """The documents of the file in their order, with their scans."""
    return list(documents_of(case.public_id).prefetch_related("scans"))


@asked_once
def decisions_of(case: Case) -> list[Decision]:
    """Every decision of the case, the first first."""
    return rows_of.decisions(case)


@asked_once
def remedies_of(case: Case) -> list[Remedy]:
    """Every reconsideration and lawsuit about a decision of the case, the first first."""
    return rows_of.remedies(case) if decisions_of(case) else []


@asked_once
def steps_of(case: Case) -> list[StepTaken]:
    """Every step of the case and its proceedings, in order."""
    return rows_of.steps(case)


def current_notices(case: Case) -> list[PriorNotice]:
    """The notices that stand, one for each party, oldest first."""
    rows = case.notices.filter(superseded_on=None).select_related("party", "document")
    return list(rows.order_by("pk"))


def baseline_notice(notice: PriorNotice) -> PriorNotice:
    """The notice a penalty may not outgrow: the first, or the latest that rests on independent new facts."""
    line = PriorNotice.objects.filter(case_id=notice.case_id, party_id=notice.party_id).order_by("round", "pk")
    found = notice
    for one in line:
        if one.round == 1 or one.new_facts.strip():
            found = one
    return found


def parties_without(case: Case, notices: Iterable[PriorNotice]) -> list[str]:
    """Names of the parties none of these notices is for."""
    told = {notice.party_id for notice in notices}
    return [party.name for party in parties_of(case) if party.pk not in told]


@asked_once
def parties_of(case: Case) -> list[Party]:
    """The parties of a case in their order, each with its counterpart."""
    return list(case.parties.select_related("counterpart").order_by("position", "pk"))


def window_last_day(notice: PriorNotice, kind: str) -> date | None:
    """The last day of a notice's window, worked out from facts; None when it has not begun."""
    clock = Clock.objects.filter(case_id=notice.case_id, kind=kind, about_ref=notice.public_id).order_by("-pk").first()
    return run_clocks.due_of(clock).day if clock else None


def open_points(case: Case) -> list[StatementPoint]:
    """Points of statements nobody has re-examined yet."""
    rows = StatementPoint.objects.filter(statement__case=case, adopted=None).select_related("statement__notice__party")
    return list(rows.order_by("statement_id", "position"))


def has_taken(case: Case, act: str) -> bool:
    """Whether an act was ever taken in the case: what it may have left behind need not be asked for otherwise."""
    return any(step.act == act for step in steps_of(case))


@asked_once
def pending_hearing_requests(case: Case) -> list[HearingRequest]:
    """Requests for a hearing that were neither withdrawn, nor refused, nor heard to an end."""
    if not has_taken(case, "request_hearing"):
        return []
    rows = case.hearing_requests.filter(withdrawn_on=None, refused_on=None).select_related("hearing", "notice__party")
    return [row for row in rows.order_by("pk") if row.hearing is None or row.hearing.status == HearingStatus.SET]


@asked_once
def hearing_set(case: Case) -> Hearing | None:
    """The hearing that was notified and has not ended; None when there is none."""
    return case.hearings.filter(status=HearingStatus.SET).select_related("chair", "notice").last()


@asked_once
def hearings_held(case: Case) -> list[Hearing]:
    """The hearings that were held, in order."""
    return list(case.hearings.filter(status=HearingStatus.HELD).select_related("record").order_by("pk"))


def others_in_force(decision: Decision) -> bool:
    """Whether another decision of the main line stands: where parties were decided apart, one may fall alone."""
    others = Decision.objects.filter(case_id=decision.case_id).exclude(pk=decision.pk)
    fallen = [DecisionStatus.ANNULLED, DecisionStatus.VOIDED]
    return others.exclude(kind=DecisionKind.DISPOSITION).exclude(status__in=fallen).exists()


def has_decision(case: Case) -> bool:
    """Whether a decision of the case stands, of its main line or of a disposition beside it."""
    return case.decisions.exclude(status__in=[DecisionStatus.ANNULLED, DecisionStatus.VOIDED]).exists()


@asked_once
def draft_of(case: Case, kind: str) -> DecisionDraft | None:
    """The draft of one kind of decision, or None."""
    return _stored_draft(case, kind) if case.pk else None


@asked_once
def _stored_draft(case: Case, kind: str) -> DecisionDraft | None:
    return case.drafts.filter(kind=kind).first()


def heads_of(body: Body, day: date) -> list[Account]:
    """The heads of a body on a day: those who may discuss together."""
    return list(accounts_holding(Role.AGENCY_HEAD, body, day))


def discussion_of(case: Case, draft: DecisionDraft) -> CollectiveDiscussion | None:
    """The newest discussion of exactly this draft, or None."""
    rows = case.discussions.filter(draft_kind=draft.kind, draft_digest=draft.digest).select_related("document")
    return rows.order_by("-pk").first()


def draft_content(attempt: Attempt) -> dict[str, Any]:
    """The content an act is about: the one given, else that of the stored draft; empty when there is none."""
    if attempt.act in WRITTEN_AT_ONCE:
        return dict(attempt.given.get("written") or {})
    given = attempt.given.get("content")
    if given is not None:
        return dict(given)
    if (draft := attempt.given.get("draft")) is not None:
        return dict(draft.content)
    kind = DRAFT_OF_ACT.get(attempt.act, "penalty")
    stored = draft_of(attempt.case, kind)
    return dict(stored.content) if stored else {}


def draft_shares(attempt: Attempt) -> list[dict[str, Any]]:
    """The content an act is about, party by party where parties are decided apart."""
    return shares_of(draft_content(attempt))


def share_of_notice(attempt: Attempt, notice: PriorNotice) -> dict[str, Any]:
    """What the content decides for the party of a notice; nothing where it leaves that party out."""
    return share_for(draft_content(attempt), notice.party.public_id)


@asked_once
def papers_to_serve(case: Case) -> list[Document]:
    """The papers of the penalty line that some party they are for has not got, newest first. Instructions and
    dispositions are served on the pages of their own lines; a notice that was superseded is served no more.
    """
    waiting = documents_of(case.public_id).filter(kind__in=OUTWARD).exclude(status="voided").order_by("-position")
    if not (rows := list(waiting)):
        return []
    notices = {notice.document_id: notice.party_id for notice in current_notices(case)}
    everybody = {party.pk for party in parties_of(case)}
    own = {one.document_id: parties_of_decision(one) for one in decisions_of(case) if one.document_id}
    altered = alterations_of(case)
    own |= {row.document_id: parties_of_decision(row.decision) for row in altered}
    if len(everybody) > 1:
        own |= {paper.pk: parties_of_decision(one) for paper in rows if (one := fine_of_paper(case, paper)) is not None}
    got: dict[int, set[int]] = {}
    for document, party in case.services.filter(succeeded=True).values_list("document_id", "party_id"):
        got.setdefault(document, set()).add(party)
    asked = case.interview_notices.exclude(served_on=None) if has_taken(case, "issue_interview_notice") else None
    told = set(asked.values_list("document_id", flat=True)) if asked is not None else set()
    fell = [row for row in altered if row.fallen_on or row.decision.status != DecisionStatus.SERVED]
    told |= {row.document_id for row in fell}
    third = notices_waiting(case, rows)
    done = told | {paper.pk for paper in rows if paper.kind in FOR_ONE and got.get(paper.pk)}
    return [
        paper
        for paper in rows
        if (paper.kind != "prior_notice" or paper.pk in notices)
        and paper.pk not in done
        and (
            paper.pk in third
            or ({notices[paper.pk]} if paper.pk in notices else own.get(paper.pk, everybody)) - got.get(paper.pk, set())
        )
    ]


def parties_of_decision(decision: Decision) -> set[int]:
    """The parties a decision is for, by row number."""
    refs = [party["ref"] for party in decision.content.get("parties") or () if party.get("ref")]
    rows = Party.objects.filter(case_id=decision.case_id)
    return set((rows.filter(public_id__in=refs) if refs else rows).values_list("pk", flat=True))


def fine_of_paper(case: Case, paper: Document) -> Decision | None:
    """The decision whose fine a paper is about: the one of the case whose number it names."""
    said = str(paper.sheet) if paper.kind in OF_FINES else ""
    return next((one for one in decisions_of(case) if one.number and one.number in said), None)


def alterations_of(case: Case) -> list[Alteration]:
    """Every alteration of a decision of the case, in order."""
    rows = case.alterations.select_related("decision").order_by("pk") if has_taken(case, "alter_decision") else ()
    return list(rows)


@asked_once
def drafts_to_decide(case: Case) -> list[str]:
    """The kinds of the drafts that can be put before the head from where the case stands."""
    flow = FLOWS["penalty"]
    sources = {step.act: step.sources for step in flow.steps}
    kinds = case.drafts.order_by("pk").values_list("kind", flat=True)
    return [kind for kind in kinds if case.status in sources.get(f"decide_{kind}", ())]

"""Write the draft of a decision: what is proposed, with everything the law wants said filled in from the file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from yangguang.base import approvals, local_values
from yangguang.cases import gates
from yangguang.cases.circumstances import check_exemption, check_weighing, circumstance_rows
from yangguang.cases.events.deciding import DraftPrepared
from yangguang.cases.informants import covered, keep_secret, who_told
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Case, CaseStatus, DecisionDraft, DecisionKind, StatementPoint
from yangguang.cases.rules.decision_content import fine_fault, outcome_fault
from yangguang.cases.rules.shares import joined
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases._shares import kind_of, party_rows, shares_in
from yangguang.cases.use_cases.give_prior_notice import fact_rows, typed_words
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.catalogues.api import BUSINESS_PENALTIES, LICENCE_PENALTIES
from yangguang.directory.api import Account
from yangguang.kernel.due_dates import UNIT_LABELS, Unit
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import chosen
from yangguang.statutes import clause

CLAUSE = "APL-2021:57.1"
ISSUED = (
    DecisionKind.PENALTY,
    DecisionKind.NO_PENALTY,
    DecisionKind.NOT_ESTABLISHED,
)  # others are drafted on their lines
JUDGED = ("public_interest", "social_risk", "major_interest", "complex")
CHANGES = frozenset({CaseStatus.AWAITING_REVIEW, CaseStatus.REVIEW_PASSED, CaseStatus.DISCUSSED})


@transaction.atomic
def prepare_draft(
    *, case_id: int, kind: str, proposal: Mapping[str, Any], actor: Account, at: Moment,
    seen_version: int | None = None,
) -> DecisionDraft:  # fmt: skip
    """`proposal`: penalties, fine_fen, confiscated_fen, basis, reasons, discretion, rectification, illegal_gains,
    additional_fine, fulfilment, education, outcome, judged (the questions of review), and `shares`
    where parties are decided apart. A draft under review, or past it, goes back: only what was reviewed is issued.
    """
    case = lock_case(case_id, seen_version=seen_version)
    chosen(kind, ISSUED, label="决定种类", clause=CLAUSE, field="kind")
    keep_secret(case, _typed(proposal))
    _is_coherent(kind, proposal)
    content = content_of(case, DecisionKind(kind), proposal, at)
    if kind == DecisionKind.PENALTY:
        check_weighing(case, content)
    if kind == DecisionKind.NO_PENALTY:
        check_exemption(case, content)
    act = "change_draft" if case.status in CHANGES else "prepare_draft"
    taken = take(Taking(FLOWS["penalty"], case, act, actor, at))
    draft = DecisionDraft.objects.select_for_update().filter(case=case, kind=kind).first()
    draft = draft or DecisionDraft(case=case, kind=kind, version=0)
    draft.content, draft.digest = content, approvals.digest_of(content)
    draft.version += 1
    draft.prepared_by_ref, draft.prepared_by_name = actor.actor_ref, actor.name
    draft.prepared_at = at.recorded_at
    draft.save()
    _see_whether_major(case, draft, actor, at)
    announce(taken, DraftPrepared(kind, draft.version, draft.digest), actor=actor, at=at)
    return draft


def _see_whether_major(case: Case, draft: DecisionDraft, actor: Account, at: Moment) -> None:
    """What was submitted for review once stays major; before that, each draft is judged anew."""
    if not case.steps_taken.filter(act="request_review").exists():
        case.review_required = None
        (verdict,) = gates.judge(
            ("review_not_required",), gates.Attempt(case, "prepare_draft", actor, at, {"draft": draft})
        )
        case.review_required = not verdict.holds
        case.save(update_fields=["review_required"])


def content_of(case: Case, kind: DecisionKind, proposal: Mapping[str, Any], at: Moment) -> dict[str, Any]:
    """The whole content of a decision: what was typed, and what the file and the local values say."""
    imposes = kind == DecisionKind.PENALTY  # no other kind takes a fine, whatever an earlier draft left in the form
    fine, confiscated = (int(proposal.get(name) or 0) if imposes else 0 for name in ("fine_fen", "confiscated_fen"))
    penalties = list(proposal.get("penalties") or ()) if imposes else []
    parties = list(case.parties.order_by("position", "pk"))
    shares = shares_in(case, proposal) if imposes else []
    whole = joined(shares) if shares else {}
    fine, confiscated = whole.get("fine_fen", fine), whole.get("confiscated_fen", confiscated)
    penalties = whole.get("penalties", penalties)
    additional = bool(proposal.get("additional_fine"))
    content = {
        "kind": kind.value,
        "outcome": str(proposal.get("outcome") or kind.value),
        "body_name": case.body.name,
        "parties": party_rows(parties),
        "party_kind": kind_of(parties),
        "facts": fact_rows(case),
        "basis": whole.get("basis", list(proposal.get("basis") or ())),
        "reasons": str(proposal.get("reasons") or "").strip(),
        "response": _response(case),
        "penalties": penalties,
        "fine_fen": fine,
        "confiscated_fen": confiscated,
        "discretion": dict(proposal.get("discretion") or {}) if imposes else {},
        "circumstances": circumstance_rows(case),
        "rectification": dict(proposal.get("rectification") or {}),
        "illegal_gains": dict(proposal.get("illegal_gains") or {}),
        "education": dict(proposal.get("education") or {}),
        "fulfilment": str(proposal.get("fulfilment") or "").strip(),
        "payment": _payment(case, fine, additional, at),
        "remedies": remedies_of(case, at),
        "review_facts": _review_facts(case, penalties, fine, confiscated, proposal),
    }
    paid = [{**share, "payment": _payment(case, share["fine_fen"], additional, at)} for share in shares]
    return content | {"shares": paid} if paid else content


def _typed(proposal: Mapping[str, Any]) -> dict[str, Any]:
    """What a person wrote of a draft, by the field it was typed into."""
    education = proposal.get("education") or {}
    return typed_words(proposal) | {
        "rectification_note": (proposal.get("rectification") or {}).get("note"),
        "gains_note": (proposal.get("illegal_gains") or {}).get("note"), "fulfilment": proposal.get("fulfilment"),
        "educated_by": education.get("by"), "educated_how": education.get("how"),
    }  # fmt: skip


def _is_coherent(kind: str, proposal: Mapping[str, Any]) -> None:
    if fault := outcome_fault(kind, str(proposal.get("outcome") or kind)):
        raise Refused(fault, CLAUSE, field="outcome", remedy="请核对决定种类和不予处罚的情形。")
    penalties, fine = proposal.get("penalties") or (), int(proposal.get("fine_fen") or 0)
    apart = bool(proposal.get("shares"))
    if kind == DecisionKind.PENALTY and not apart and (fault := fine_fault(penalties, fine)):
        raise Refused(fault, "APL-2021:59.1", field="fine", remedy="请核对处罚种类和金额。")


def remedies_of(case: Case, at: Moment) -> dict[str, str]:
    """Where and within which terms a decision of this body may be contested; missing local values stay empty."""
    chain = case.body.public_id
    body = local_values.find("reconsideration_body", chain=chain, on=at.day)
    court = local_values.find("court", chain=chain, on=at.day)
    return {
        "reconsideration_body": str(body.value) if body else "",
        "reconsideration_term": _term("ARL-2023:20.1"),
        "court": str(court.value) if court else "",
        "litigation_term": _term("AJL-2017:46.1"),
    }


def _term(clause_id: str) -> str:
    value = clause(clause_id).value()
    return f"{value.amount}{UNIT_LABELS[Unit(value.unit)]}"


def _payment(case: Case, fine_fen: int, additional: bool, at: Moment) -> dict[str, Any]:
    if not fine_fen:
        return {}
    agent = local_values.find("collecting_agent", chain=case.body.public_id, on=at.day)
    term = f"自收到本决定书之日起{_term('APL-2021:67.3')}内"
    return {"agent": str(agent.value) if agent else "", "term": term, "additional_fine": additional}


def _response(case: Case) -> str:
    points = (
        StatementPoint.objects.filter(statement__case=case).exclude(adopted=None).order_by("statement_id", "position")
    )
    if not points:
        return "本机关已告知当事人陈述、申辩的权利，当事人在期限内没有提出意见。" if case.notices.exists() else ""
    told = who_told(case.public_id)
    answers = "".join(
        f"“{covered(p.text, told)}”，{'予以采纳' if p.adopted else '不予采纳'}：{p.answer}" for p in points
    )
    return f"当事人提出陈述申辩意见，经复核：{answers}"


def _review_facts(
    case: Case, penalties: list[str], fine: int, confiscated: int, proposal: Mapping[str, Any]
) -> dict[str, Any]:
    """What the review catalogue asks. Questions of judgement nobody answered stay out, so that review cannot be skipped."""
    judged: Mapping[str, Any] = proposal.get("judged") or {}
    known = {
        "party_kind": kind_of(list(case.parties.all())),
        "fine_fen": fine,
        "confiscated_fen": confiscated,
        "licence_penalty": bool(LICENCE_PENALTIES & set(penalties)),
        "business_penalty": bool(BUSINESS_PENALTIES & set(penalties)),
        "hearing_held": case.steps_taken.filter(act="hold_hearing").exists(),
        "outside_standard": any(one.get("outside_reason") for one in _discretions(proposal)),
        "summary_procedure": False,
    }
    known |= {name: bool(judged[name]) for name in JUDGED if name in judged}
    return known | ({"legal_relations": int(judged["legal_relations"])} if "legal_relations" in judged else {})


def _discretions(proposal: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    shares = (proposal.get("shares") or {}).values()
    return [one.get("discretion") or {} for one in (proposal, *shares)]

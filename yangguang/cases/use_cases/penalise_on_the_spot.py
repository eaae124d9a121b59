"""Decide on the spot (S04): within the limits, on a numbered form of the officers' own run, reconsideration named first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from yangguang.base import approvals, local_values, number_ranges
from yangguang.base.models import NumberRange
from yangguang.cases import standing
from yangguang.cases.circumstances import circumstance_rows
from yangguang.cases.events.deciding import DecisionMade
from yangguang.cases.kinds.summary.documents import decision as paper
from yangguang.cases.kinds.summary.gates import kind_of, party_of
from yangguang.cases.kinds.summary.numbers import ranges_for
from yangguang.cases.models import Case, CaseKind, Decision, DecisionKind, OnTheSpotPenalty, Outcome, StatementPoint
from yangguang.cases.rules.decision_content import fine_fault
from yangguang.cases.rules.limitation import LABOUR_FIELD
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._circumstances import Circumstance, replace_found, rows_told
from yangguang.cases.use_cases._on_the_spot import locked_scene, stepped, told, within_its_tier, within_the_law
from yangguang.cases.use_cases.begin_on_the_spot import MOMENT
from yangguang.directory.api import Account
from yangguang.kernel import clock
from yangguang.kernel.due_dates import UNIT_LABELS, Unit
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document
from yangguang.statutes import clause

CLAUSE = "APL-2021:52.1"
PAPER_KIND = "on_the_spot_penalty_decision"


@dataclass(frozen=True)
class Written:
    """What is written on the form: penalties, amount, what lightens them, order to rectify, and the form's own number."""

    penalties: tuple[str, ...]
    fine_fen: int
    rectification: Mapping[str, str]
    number: int | None = None
    additional_fine: bool = False
    range_ref: str = ""
    reasons: str = ""
    leniency: str = ""
    circumstances: tuple[Circumstance, ...] = ()


@transaction.atomic
def penalise_on_the_spot(
    *, case_id: int, written: Written, actor: Account, at: Moment, seen_version: int | None = None
) -> Decision:
    """The officers' act: no approval, no legal review, no hearing. The content is fixed with its digest as any decision."""
    _lock_all_of_the_party(case_id)
    case, scene = locked_scene(case_id, seen_version=seen_version)
    replace_found(case, rows_told(case, written.circumstances, at.day), at.day)
    content = _content(case, scene, written, at)
    if fault := fine_fault(content["penalties"], content["fine_fen"]):
        raise Refused(fault, CLAUSE, field="fine", remedy="请核对处罚种类和金额。")
    taken = stepped(case, "penalise_on_the_spot", actor=actor, at=at, written=content)
    within_the_law(case, content, at)
    within_its_tier(case, content, at)
    run, number = _form_of(case, written, at)
    decision = _keep(case, content, numbered(run, number), actor, at)
    case.outcome, case.decided_on = Outcome.PENALTY, at.day
    case.save(update_fields=["outcome", "decided_on"])
    kind = "hand_over_papers_by" if case.field == LABOUR_FIELD else "file_with_authority_by"
    run_clocks.start(case, kind, on=at.day, event="当场决定")
    event = DecisionMade(
        decision.public_id, decision.kind, decision.number, case.outcome, at.day, decision.fine_fen, decision.digest
    )
    told(taken, event, actor=actor, at=at)
    return decision


def numbered(run: NumberRange, number: int) -> Callable[[str], str]:
    """How the paper takes its number: this one, of this run."""
    return lambda ref: number_ranges.take(run, number, subject_kind="document", subject_ref=ref).text


def _lock_all_of_the_party(case_id: int) -> None:
    """Every case on the spot against the same party, in order: two officers who decide at once do not split one act."""
    codes = Case.objects.filter(pk=case_id).values("parties__code")
    rows = (
        Case.objects.filter(kind=CaseKind.SUMMARY, parties__code__in=codes).order_by("pk").values_list("pk", flat=True)
    )
    list(Case.objects.select_for_update(of=("self",)).filter(pk__in=list(dict.fromkeys(rows))).order_by("pk"))


def _form_of(case: Case, written: Written, at: Moment) -> tuple[NumberRange, int]:
    for run in ranges_for(case, at.day):
        free = number_ranges.free_in(run)
        if written.range_ref and written.range_ref != run.public_id:
            continue
        number = written.number if written.number is not None else next(iter(free), None)
        if number in free:
            return run, number
    raise Refused("应当使用预定格式、编有号码的决定书。", CLAUSE, field="number",
                  remedy="请从本人或者本机构领用的号段中选择没有使用的号码；没有号段的，请承办机构负责人发放。")  # fmt: skip


def _content(case: Case, scene: OnTheSpotPenalty, written: Written, at: Moment) -> dict[str, Any]:
    notice = next(iter(standing.current_notices(case)), None)
    notified: dict[str, Any] = dict(notice.content) if notice else {}
    party = party_of(case)
    found_at = case.steps_taken.order_by("pk").values_list("occurred_at", flat=True)[0]
    happened = found_at.astimezone(clock.BEIJING).strftime(MOMENT)
    return {
        "kind": DecisionKind.ON_THE_SPOT.value, "procedure": CaseKind.SUMMARY.value, "outcome": Outcome.PENALTY.value,
        "body_name": case.body.name, "party_kind": kind_of(case),
        "parties": [{"ref": party.public_id, "name": party.name, "address": party.address, "code": party.code,
                     "kind": party.kind}] if party else [],
        "facts": notified.get("facts") or [], "basis": notified.get("basis") or [],
        "reasons": written.reasons.strip() or str(notified.get("reasons") or ""), "response": _response(case),
        "penalties": list(written.penalties), "fine_fen": written.fine_fen, "confiscated_fen": 0,
        "discretion": {"leniency": written.leniency}, "circumstances": circumstance_rows(case),
        "rectification": dict(written.rectification), "happened_at": happened, "place": scene.place,
        "signed_by": list(scene.certificates), "payment": _payment(case, written, at), "remedies": remedies_of(case, at),
        "fulfilment": "",
    }  # fmt: skip


def remedies_of(case: Case, at: Moment) -> dict[str, str]:
    """Reconsideration first; the court afterwards, from the reconsideration decision on (ARL-2023:23, AJL-2017:45)."""
    body, court = (
        local_values.find(name, chain=case.body.public_id, on=at.day) for name in ("reconsideration_body", "court")
    )
    return {
        "first": "reconsideration", "reconsideration_body": str(body.value) if body else "",
        "reconsideration_term": _term("ARL-2023:20.1"), "court": str(court.value) if court else "",
        "litigation_term": _term("AJL-2017:45"),
    }  # fmt: skip


def _payment(case: Case, written: Written, at: Moment) -> dict[str, Any]:
    if not written.fine_fen:
        return {}
    agent = local_values.find("collecting_agent", chain=case.body.public_id, on=at.day)
    term = f"自收到本决定书之日起{_term('APL-2021:67.3')}内"
    return {"agent": str(agent.value) if agent else "", "term": term, "additional_fine": written.additional_fine}


def _response(case: Case) -> str:
    point = StatementPoint.objects.filter(statement__case=case).first()
    if point is None:
        return "执法人员已当场告知当事人陈述、申辩的权利，当事人没有提出意见。"
    adopted = "予以采纳" if point.adopted else "不予采纳"
    return f"执法人员已当场告知当事人陈述、申辩的权利。当事人提出：“{point.text}”，经复核{adopted}：{point.answer}"


def _term(clause_id: str) -> str:
    value = clause(clause_id).value()
    return f"{value.amount}{UNIT_LABELS[Unit(value.unit)]}"


def _keep(case: Case, content: dict[str, Any], number: Callable[[str], str], actor: Account, at: Moment) -> Decision:
    document = make_document(
        kind=PAPER_KIND, title=paper.TITLE, body=case.body, file_ref=case.public_id, dated_on=at.day,
        sheet=paper.sheet(case, content=content, dated_on=at.day), numbered_by=number, actor=actor, at=at,
    )  # fmt: skip
    names = "、".join(one["name"] for one in content["signed_by"])
    return Decision.objects.create(
        case=case, body=case.body, kind=DecisionKind.ON_THE_SPOT, number=document.number, content=content,
        digest=approvals.digest_of(content), document=document, decided_on=at.day, decided_by_ref=actor.actor_ref,
        decided_by_name=names[:80], fine_fen=content["fine_fen"],
    )  # fmt: skip

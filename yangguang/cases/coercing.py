"""Decisions of coercion (行政强制决定) as their papers have them, and what became of them: for whoever makes them public."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from yangguang.base.components.texts import cn_date
from yangguang.cases.kinds.custody.held import last_day
from yangguang.cases.models import (
    Case,
    CoerciveMeasure,
    Decision,
    DecisionStatus,
    Execution,
    ExecutionStatus,
    MeasureStatus,
    Party,
    ReleaseGround,
    StepTaken,
)
from yangguang.cases.outcomes import fallen_parties_of
from yangguang.cases.rules.coercions import ACT_OF, BASIS, KIND_OF_PAPER, LABELS, CoercionKind
from yangguang.cases.standing import parties_of_decision
from yangguang.records.api import Document, DocumentStatus, sheet_of

UNFOUNDED = frozenset({ReleaseGround.NO_VIOLATION, ReleaseGround.UNRELATED})
FALLEN = frozenset({DecisionStatus.ANNULLED, DecisionStatus.VOIDED})
TAKES_BY_FORCE = "划拨存款、汇款，或者依法拍卖财物抵缴罚款"
SUM = "加处合计"  # what the sheet of an additional fine calls its result


@dataclass(frozen=True)
class CoercionDecision:
    """One decision of coercion: its paper, and the measure it takes or the penalty decision it enforces."""

    kind: CoercionKind
    document: Document
    case: Case
    measure: CoerciveMeasure | None = None
    under: Decision | None = None

    @property
    def label(self) -> str:
        """行政强制措施, 加处罚款 or 行政强制执行."""
        return LABELS[self.kind]

    @property
    def decided_on(self) -> date:
        """The day its paper bears."""
        return self.document.dated_on or self.document.made_at.date()

    @property
    def served_on(self) -> date | None:
        """As its paper has it."""
        return served_on(self.document, self.under)

    @property
    def parties(self) -> list[Party]:
        """Against whom."""
        if self.measure is not None:
            return [self.measure.party]
        named = parties_of_decision(self.under) if self.under is not None else set()
        return list(self.case.parties.filter(pk__in=named).order_by("position", "pk"))

    @property
    def names(self) -> str:
        """Their names, as the decision that is enforced has them."""
        told = self.under.content.get("parties") or () if self.under is not None else ()
        named = {str(one.get("ref")): str(one["name"]) for one in told if one.get("name")}
        return "、".join(named.get(party.public_id, party.name) for party in self.parties)

    @property
    def basis(self) -> list[str]:
        """The clauses it rests on, those of the body's list of matters first."""
        return [*(self.measure.basis if self.measure is not None else ()), *BASIS[self.kind]]

    @property
    def facts(self) -> str:
        """Why it was decided."""
        if self.measure is not None:
            return f"涉嫌{self.case.title}。{self.measure.reason}"
        number = self.under.number if self.under is not None else ""
        demanded = "经催告" if self.kind is CoercionKind.EXECUTION else "到期"
        return f"对{number}行政处罚决定书的罚款，当事人{demanded}仍未缴纳。"

    @property
    def conclusion(self) -> str:
        """扣押 3 件（批）场所、设施或者财物. 加处罚款，计算至2026年12月4日为 1,500.00 元."""
        if self.measure is not None:
            return f"{self.measure.get_kind_display()} {self.measure.items.count()} 件（批）场所、设施或者财物"
        if self.kind is CoercionKind.EXECUTION:
            return TAKES_BY_FORCE
        told = next((one for one in facts_of(self.document) if one[0] == SUM), ("", ""))[1].partition("（")[0]
        return f"加处罚款，计算至{cn_date(self.decided_on)}为 {told.removesuffix('元')} 元"

    @property
    def fell(self) -> str:
        """Why it should not have been decided, or stands no longer, in words; empty while it stands or has done its work."""
        row = self.measure
        if self.document.status == DocumentStatus.VOIDED:
            return "的文书已经作废"
        if row is not None and row.status == MeasureStatus.RELEASED:
            if row.refusal_reason:
                return "因没有获得补办批准，已经解除"
            return f"因{row.get_release_ground_display()}，已经解除" if row.release_ground in UNFOUNDED else ""
        if self.under is not None and self.under.status in FALLEN:
            return f"所执行的行政处罚决定{self.under.get_status_display()}"
        return ""

    @property
    def fulfilment(self) -> str:
        """What became of it, in fixed words with dates; the state of it comes first."""
        if self.measure is not None:
            return _of_measure(self.measure)
        row = Execution.objects.filter(decision=self.under).first()
        return _of_fine(row, self.kind) if row is not None else ""


def served_on(document: Document, under: Decision | None = None) -> date | None:
    """A measure is handed over on the spot (ACL-2011:24.1); the others are served, on everybody the fine they rest on is for."""
    if KIND_OF_PAPER[document.kind] is CoercionKind.MEASURE:
        return document.dated_on or document.made_at.date()
    served: dict[int | None, date] = {}
    for one in document.services.all():
        if one.succeeded and one.served_on:
            served[one.party_id] = min(one.served_on, served.get(one.party_id, date.max))
    return max(served.values(), default=None) if len(served) >= _how_many(under) else None


def _how_many(under: Decision | None) -> int:
    """How many parties a decision still is for."""
    named = [one["ref"] for one in (under.content.get("parties") or () if under else ()) if one.get("ref")]
    return len(set(named) - fallen_parties_of(under)) if under is not None and len(named) > 1 else 1


def facts_of(document: Document) -> list[tuple[str, str]]:
    """Labels and values of a paper that is a form."""
    rows = (getattr(block, "rows", ()) for block in sheet_of(document).blocks if type(block).__name__ == "Facts")
    return [(fact.label, fact.value) for block in rows for row in block for fact in row]


def coercion_of(document: Document, under: Decision | None = None) -> CoercionDecision:
    """What a paper of coercion decides; `under` is the decision it enforces, for all but a measure."""
    kind = KIND_OF_PAPER[document.kind]
    case = Case.objects.select_related("body").get(public_id=document.file_ref)
    measure = None
    if kind is CoercionKind.MEASURE:
        measure = case.measures.select_related("party").filter(document_ref=document.public_id).first()
    return CoercionDecision(kind, document, case, measure, under)


def decision_enforced_by(document: Document) -> Decision | None:
    """The decision whose fine a paper adds to or takes by force: the one of the case whose number it names."""
    rows = Decision.objects.filter(case__public_id=document.file_ref).exclude(fine_fen=0).order_by("pk")
    said = str(document.sheet)
    return next((one for one in rows if one.number in said), None) if KIND_OF_PAPER[document.kind] in ACT_OF else None


def papers_of_coercion() -> QuerySet[Document]:
    """The papers of coercion that were not voided, oldest first."""
    rows = Document.objects.filter(kind__in=KIND_OF_PAPER).exclude(status=DocumentStatus.VOIDED)
    return rows.select_related("body").order_by("pk")


def paper_of_measure(ref: str) -> str:
    """The paper a measure was taken by, by the measure's public id; empty for one that was not taken."""
    return str(CoerciveMeasure.objects.values_list("document_ref", flat=True).get(public_id=ref))


def step_of(one: CoercionDecision) -> StepTaken | None:
    """The step by which an execution was decided, with its line in the ledger."""
    rows = StepTaken.objects.filter(case=one.case, line="execution", act=ACT_OF[one.kind]).select_related("entry")
    return rows.filter(line_ref=one.under.public_id).order_by("-pk").first() if one.under is not None else None


def _of_measure(row: CoerciveMeasure) -> str:
    ended = cn_date(row.ended_on) if row.ended_on else ""
    if row.status == MeasureStatus.RELEASED:
        return f"已结束：{ended}解除，{row.get_release_ground_display()}"
    if row.status == MeasureStatus.DISPOSED:
        return f"已结束：{ended}依法没收、销毁"
    if row.status == MeasureStatus.HANDED_OVER:
        return f"已结束：{ended}随案移送"
    if row.status == MeasureStatus.EXPIRED:
        return "实施中：期限已满，应当解除，机关正在办理"
    until = last_day(row)
    extended = "经批准延长，" if row.extended_on else ""
    return f"实施中：{extended}期限至{cn_date(until)}" if until else ""


def _of_fine(row: Execution, kind: CoercionKind) -> str:
    """Without what is still to be paid: the additional fine grows every day."""
    added = kind is CoercionKind.ADDITIONAL_FINE
    if row.status == ExecutionStatus.FULFILLED:
        return "已履行：罚款和加处罚款已经缴清"
    if row.status == ExecutionStatus.TERMINATED:
        return "终结执行：执行已经终结"
    if row.status == ExecutionStatus.AGREED:
        return "履行中：已达成执行协议"
    if row.applied_on and added:
        return f"逾期未履行：{cn_date(row.applied_on)}已申请人民法院强制执行"
    run = row.own_runs.order_by("-pk").first()
    if run is not None and not added:
        return f"履行中：{cn_date(run.carried_out_at)}已经{run.get_how_display()}"
    return "履行中：尚未缴清" if added else "履行中：尚未实施"

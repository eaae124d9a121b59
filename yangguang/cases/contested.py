"""What waits about contested decisions: answers, applications handed in here, and the evidence an answer may rest on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from yangguang.base.guards import asked_once
from yangguang.cases.models import Case, Clock, HandedInApplication, Remedy
from yangguang.cases.outcomes import change_in_words
from yangguang.cases.rules.answering import TERMS, Answering, answering_of
from yangguang.cases.standing import has_taken, remedies_of
from yangguang.kernel.written_days import in_words
from yangguang.records.api import Evidence, evidence_of


@dataclass(frozen=True)
class AnswerDue:
    """A reconsideration or lawsuit with the name of its paper, the last day for it, and whether that day was missed."""

    row: Remedy
    title: str
    due_on: date | None
    overdue: bool

    @property
    def change(self) -> str:
        """What is left of the decision, in words; empty where nothing of it changed."""
        return change_in_words(self.row) if "left" in self.row.outcome_terms else ""

    @property
    def order(self) -> str:
        """What the body is to do by when, or did; empty where nothing was ordered."""
        told = self.row.outcome_terms
        if "perform" not in told:
            return ""
        if "performed" in told:
            done = in_words(date.fromisoformat(told["performed_on"]))
            return f"{told['perform']}；{done}履行：{told['performed']}（{told['performed_paper']}）"
        return f"{told['perform']}，应当在{in_words(date.fromisoformat(told['perform_by']))}以前履行"

    @property
    def late(self) -> bool:
        """Whether the answer went in after its term."""
        return bool(self.due_on and self.row.answer_sent_on and self.row.answer_sent_on > self.due_on)


def answers_of(case: Case, today: date) -> list[AnswerDue]:
    """Every reconsideration and lawsuit of the case, with the term of its answer."""
    rows = remedies_of(case)
    if not rows:
        return []
    terms = Clock.objects.filter(case=case, kind__in=TERMS).values_list("about_ref", "due_on")
    ends = dict(terms)
    return [_due(row, ends.get(row.public_id), today) for row in rows]


def _due(row: Remedy, due_on: date | None, today: date) -> AnswerDue:
    return AnswerDue(row, how_to_answer(row).title, due_on, bool(due_on and row.awaits_answer and today > due_on))


@asked_once
def handed_in_of(case: Case) -> list[HandedInApplication]:
    """Every application for reconsideration handed in at the body, the first first."""
    if not has_taken(case, "receive_application"):
        return []
    return list(case.handed_in.select_related("decision", "letter").order_by("pk"))


def how_to_answer(remedy: Remedy) -> Answering:
    """Term, paper and names of one reconsideration or lawsuit."""
    return answering_of(remedy.kind, simplified=remedy.simplified)


def to_answer(case: Case) -> list[Remedy]:
    """The reconsiderations and lawsuits whose authority still waits for an answer."""
    return [one for one in remedies_of(case) if one.awaits_answer]


def may_rest_on(piece: Evidence, remedy: Remedy) -> bool:
    """Whether an answer may rest on a piece of evidence: it lay in the file before, or there was leave to add it."""
    begins: date = remedy.leave_on or remedy.received_on
    return piece.obtained_on <= remedy.received_on or (remedy.leave_on is not None and piece.obtained_on >= begins)


def evidence_to_submit(case: Case) -> list[Evidence]:
    """The evidence of the file that stands, in the order it was obtained."""
    return list(evidence_of(case.public_id).filter(excluded_on=None).order_by("obtained_on", "pk"))

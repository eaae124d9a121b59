"""Legal review fills its gates, shows its panel, and states its invariant."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from yangguang.base import local_values
from yangguang.base.approvals import digest_of
from yangguang.base.models import LedgerEntry
from yangguang.base.triggers import expect
from yangguang.base.verifying import invariant
from yangguang.cases.api import (
    Attempt,
    Case,
    Decision,
    DecisionDraft,
    DecisionKind,
    DecisionStatus,
    Panel,
    ReviewWords,
    act_page,
    draft_to_review,
    gate,
    has_taken,
    lack,
    panel,
    review_words,
    shares_of,
)
from yangguang.directory.api import reviewer_fault
from yangguang.legal_review.documents.review_opinion import PASSED
from yangguang.legal_review.models import LegalReview, ReviewExemption, ReviewStatus
from yangguang.legal_review.queries import reasons_for
from yangguang.legal_review.review_gate import GUARDS
from yangguang.legal_review.rules.elements import ELEMENTS
from yangguang.legal_review.rules.reviewer import handler_fault

SCOPE = ("APL-2021:58.1", "TSO-2018:review_scope")
expect("法制审核", *(name for name, *_ in GUARDS))
act_page("request_review", "legal_review:request")
act_page("exempt_from_review", "legal_review:exempt")
act_page("settle_disagreement", "legal_review:settle")
act_page("pass_review", None)  # on the page of the round itself
act_page("return_from_review", None)
ASKING = ("request_review", "request_disposition_review")
NEGATIVE = "violation_not_established"
WITHOUT_PAPER = frozenset({"no_penalty", NEGATIVE})


@lack("unreviewed", "应审未审")
def decided_without_review(cases: QuerySet[Case], day: date) -> QuerySet[Case]:
    """Cases that had to be reviewed and were decided without a review that passed, whenever that was."""
    decided = Decision.objects.filter(case=OuterRef("pk")).exclude(status=DecisionStatus.VOIDED)
    passed = LegalReview.objects.filter(case=OuterRef("pk"), status=ReviewStatus.PASSED)
    return cases.filter(Exists(decided), ~Exists(passed), review_required=True)


def _draft_of(attempt: Attempt) -> DecisionDraft | None:
    given = attempt.given.get("draft")
    return given if given is not None else draft_to_review(attempt.case)


@gate(
    "legal_review_passed", label="法制审核通过", clauses=SCOPE, remedy="请先提交法制审核；退回的，处理问题后再次送审。"
)
def legal_review_passed(attempt: Attempt) -> str:
    """What is to be issued is, letter for letter, what passed review or was found to need none."""
    draft = _draft_of(attempt)
    if draft is None:
        return "还没有决定代拟稿，不能作出决定。"
    passed = LegalReview.objects.filter(case=attempt.case, status=ReviewStatus.PASSED)
    if passed.filter(draft_digest=draft.digest).exists():
        return ""
    if reasons_for(attempt.case, draft, on=attempt.at.day) or attempt.case.review_required:
        if passed.exists():
            return "审核通过以后改动了拟稿，应当重新送法制审核。"
        return "未经法制审核或者审核未通过，不得作出决定。"
    if draft.kind in WITHOUT_PAPER:
        return ""
    exempt = ReviewExemption.objects.filter(case=attempt.case, draft_digest=draft.digest).exists()
    return "" if exempt else "还没有确认免予法制审核，不能作出决定。"


@gate("review_not_required", label="不属于法制审核范围", clauses=SCOPE, remedy="请提交法制审核。")
def review_not_required(attempt: Attempt) -> str:
    """The catalogue names no reason for review."""
    draft = _draft_of(attempt)
    if draft is None:
        return "还没有决定代拟稿，不能判断是否应当审核。"
    if attempt.case.review_required or reasons_for(attempt.case, draft, on=attempt.at.day):
        return "本案应当进行法制审核。"
    return ""


@gate("review_file_complete", label="送审材料齐全", clauses=("GD-REV-2021:14",), remedy="请补齐后再送审。")
def review_file_complete(attempt: Attempt) -> str:
    """Draft, investigation report and evidence are there, and the term of review is set."""
    local_values.value("review_period_workdays", chain=attempt.case.body.public_id, on=attempt.at.day)
    if _draft_of(attempt) is None:
        return "送审材料不齐：没有决定代拟稿。"
    if not attempt.case.steps_taken.filter(act="conclude_investigation").exists():
        return "送审材料不齐：没有调查终结报告。"
    return ""


@gate("handler_not_reviewer", label="审核人不是承办人", clauses=("GD-REV-2021:21",), remedy="请改派其他审核人员。")
def handler_not_reviewer(attempt: Attempt) -> str:
    """The reviewer never handled this case."""
    refs = attempt.case.assignments.values_list("officer__account__public_id", flat=True)
    return handler_fault(attempt.actor.public_id, {ref for ref in refs if ref})


@gate("reviewer_qualified", label="审核人有资格", clauses=("APL-2021:58.2",), remedy="请改派取得资格的审核人员。")
def reviewer_qualified(attempt: Attempt) -> str:
    """Legal profession qualification, or reviewing since before 15 July 2021."""
    return reviewer_fault(attempt.actor, attempt.at.day)


@panel("legal_review")
def review_panel(case: Any, account: Any) -> Panel | None:
    """The newest round on the case page: who reviews, until when, the ten answers."""
    if not any(has_taken(case, act) for act in ASKING):
        return None
    review = LegalReview.objects.filter(case=case).select_related("reviewer").first()
    if review is None:
        return None
    answers = {element.code: element for element in review.elements.all()}
    marks = [(number, element.label, answers.get(element.code)) for number, element in enumerate(ELEMENTS, start=1)]
    return Panel("legal_review", "法制审核", "legal_review/panel.html", {"review": review, "marks": marks})


@review_words
def words_on_the_approval_form(case: Case, digest: str) -> ReviewWords | None:
    """What passed exactly this draft, or who confirmed that it needed no review."""
    found = LegalReview.objects.filter(case=case, draft_digest=digest, status=ReviewStatus.PASSED)
    if review := found.select_related("reviewer").order_by("-pk").first():
        return ReviewWords(review.opinion or PASSED, review.reviewer.name if review.reviewer else "", review.closed_on)
    exempt = ReviewExemption.objects.filter(case=case, draft_digest=digest).first()
    if exempt is None:
        return None
    return ReviewWords("不属于法制审核范围。", exempt.confirmed_by_name, exempt.confirmed_on)


@invariant("legal_review", title="执法决定的内容都经过法制审核、免审确认，作出以后没有改动")
def decisions_without_review() -> Iterator[str]:
    """Every decision is what was drafted; a penalty rests on a passed review or an exemption of exactly its content."""
    for decision in Decision.objects.select_related("case").iterator():
        if digest_of(decision.content) != (decision.content_digest or decision.digest) or _not_in_its_draft(decision):
            yield f"决定 {decision.number}：内容与作出时的指纹不一致"
        if decision.kind == DecisionKind.ON_THE_SPOT:
            continue  # made on the spot, which needs no review; `cases` answers for its limits
        for altered in decision.alterations.order_by("pk"):
            yield from _fault_of(decision, altered.digest)
        if decision.kind not in WITHOUT_PAPER or _major_exemption(decision):
            yield from _fault_of(decision, decision.digest)
        elif decision.fine_fen:
            yield f"决定 {decision.number}：不予处罚的决定有罚款"


def _not_in_its_draft(decision: Decision) -> bool:
    """A share that was never part of the draft it claims to come from, while that draft is unchanged."""
    draft = DecisionDraft.objects.filter(case=decision.case, kind=decision.kind, digest=decision.digest).first()
    return draft is not None and decision.content not in shares_of(draft.content)


def _major_exemption(decision: Decision) -> bool:
    """One that stands: whether the case is major may have been judged anew since another was voided."""
    return (
        decision.kind != NEGATIVE and bool(decision.case.review_required) and decision.status != DecisionStatus.VOIDED
    )


def _fault_of(decision: Decision, digest: str) -> Iterator[str]:
    """Of a decision or of what it was altered to."""
    reviews = LegalReview.objects.filter(case=decision.case, status=ReviewStatus.PASSED, draft_digest=digest)
    review = reviews.first()
    exempt = ReviewExemption.objects.filter(case=decision.case, draft_digest=digest).first()
    proof = review or exempt
    if proof is None:
        yield f"决定 {decision.number}：没有与其内容一致的法制审核或者免审确认"
        return
    event = "ReviewOpinionGiven" if review else "ReviewExempted"
    lines = LedgerEntry.objects.filter(event=event, subject_ref=proof.public_id).order_by("pk")
    told = [line.facts for line in lines if line.facts.get("digest") == digest]
    if not any(facts.get("passed", True) for facts in told):
        yield f"决定 {decision.number}：法制审核记录没有对应的账目"

"""Rounds of legal review: passed, returned, returned once and passed, or still waiting."""

from __future__ import annotations

from yangguang.desk.demo import journal
from yangguang.desk.demo.journal import Story
from yangguang.desk.demo.penalty_end import draft, proposal, sent_to_review
from yangguang.desk.demo.work import Work
from yangguang.legal_review.api import ELEMENTS, Answer, answer_element, give_review_opinion

FAULT = "discretion"


def review(work: Work) -> Story:
    """One round, or two, as the plan says."""
    yield from sent_to_review(work)
    wanted = work.plan["review"]
    if wanted == "waiting":
        return
    if wanted.startswith("returned"):
        yield from returned(work)
    if wanted == "returned once":
        yield work.at(2, 10)
        better = proposal(work)
        better["discretion"]["reasons"] += "同类案件处理尺度一致。"
        draft(work, "penalty", better)
        yield from sent_to_review(work)
    if wanted != "returned":
        yield from passed(work)


def passed(work: Work) -> Story:
    """Ten answers without a problem."""
    yield work.at(3, 10)
    _answer(work, problem="")
    give_review_opinion(
        review_id=work.refs["review"].pk, passes=True, opinion="事实清楚、证据充分、适用法律准确、程序合法，审核通过。",
        actor=work.county.account(work.office["reviewer"]), at=journal.now(),
    )  # fmt: skip


def returned(work: Work) -> Story:
    """One element has a problem; it is said in words."""
    yield work.at(2, 15)
    _answer(work, problem=FAULT)
    give_review_opinion(
        review_id=work.refs["review"].pk, passes=False, grounds=["discretion"],
        opinion="裁量理由过于简单，没有对比同类案件，请补充后重新送审。", actor=work.county.account(work.office["reviewer"]),
        at=journal.now(),
    )  # fmt: skip


def _answer(work: Work, *, problem: str) -> None:
    for element in ELEMENTS:
        bad = element.code == problem
        answer_element(
            review_id=work.refs["review"].pk, code=element.code, answer=Answer.PROBLEM if bad else Answer.CONFORMS,
            reason="理由不充分。" if bad else "经审查案卷材料，符合要求。", actor=work.county.account(work.office["reviewer"]),
            at=journal.now(),
        )  # fmt: skip

"""Hand the answer and its evidence in to the authority that reviews the decision; the term stops (V04, V05)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.base.models import Blob
from yangguang.cases.contested import how_to_answer
from yangguang.cases.events.contesting import RemedyAnswerSubmitted
from yangguang.cases.kinds.penalty.documents import short_form
from yangguang.cases.kinds.register import main_flow
from yangguang.cases.models import AnswerWay, Remedy
from yangguang.cases.rules.answering import TERMS
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases._overdue import explain
from yangguang.cases.use_cases._receipts import lay_behind, must_be_bindable
from yangguang.cases.use_cases.request_remedy_answer import waiting_remedy
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_days import in_words
from yangguang.kernel.written_text import chosen
from yangguang.records.api import make_document

RECEIPT = "提交答复、答辩的回执"


@transaction.atomic
def submit_remedy_answer(
    *, case_id: int, remedy_ref: str, sent_on: date, way: str, receipt: str, actor: Account, at: Moment,
    proof: Blob | None = None, overdue_reason: str = "", seen_version: int | None = None,
) -> Remedy:  # fmt: skip
    """`sent_on` is the day it was handed over or posted; `receipt` who signed for it, or the number of the posting. Too late
    is recorded all the same, with the reason.
    """
    case = lock_case(case_id, seen_version=seen_version)
    remedy = waiting_remedy(case, remedy_ref)
    how = how_to_answer(remedy)
    if remedy.answer is None:
        raise Refused(f"还没有经批准的{how.title}。", how.clause, field="remedy_ref", remedy="请先提请审批。")
    chosen(way, AnswerWay.values, label="提交方式", clause=how.clause, field="way")
    if not (remedy.answer.dated_on or at.day) <= sent_on <= at.day:
        raise Refused("提交日期应当在批准以后，不晚于登记。", how.clause, field="sent_on", remedy="请核对日期。")
    must_be_bindable(proof, how.clause)
    number = worded(receipt, label="回执", field="receipt", most=120)
    taken = take(Taking(main_flow(case), case, "submit_remedy_answer", actor, at))
    late = explain(case, TERMS, remedy.public_id, overdue_reason, at, done_on=sent_on)
    remedy.answer_sent_on, remedy.answer_way, remedy.answer_receipt = sent_on, way, number
    remedy.save(update_fields=["answer_sent_on", "answer_way", "answer_receipt"])
    run_clocks.stop(case, how.term, on=sent_on, event=f"提交{how.title}", about_ref=remedy.public_id)
    rows = [
        ("文书", f"{how.title} {remedy.answer.number}"), ("提交给", remedy.authority), ("案号", remedy.number),
        ("提交日期", in_words(sent_on)), ("提交方式", remedy.get_answer_way_display()), ("回执", number),
        ("回执存件", "附后" if proof is not None else "登记时未上传"),
    ]  # fmt: skip
    paper = make_document(
        kind="remedy_answer_receipt", title=RECEIPT, body=case.body, file_ref=case.public_id, dated_on=at.day, volume="side",
        sheet=short_form.sheet(case, title=RECEIPT, rows=rows, dated_on=at.day), actor=actor, at=at,
    )  # fmt: skip
    lay_behind(paper, proof, actor=actor, at=at)
    event = RemedyAnswerSubmitted(
        remedy.public_id, remedy.answer.number, remedy.authority, remedy.get_answer_way_display(), number, late
    )
    announce(taken, event, actor=actor, at=at)
    return remedy

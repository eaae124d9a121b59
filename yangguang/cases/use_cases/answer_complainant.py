"""Tell a complainant the outcome (L08): each complainant of a merged lead gets an own paper that names nobody else."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.cases.events.labour import ComplainantAnswered
from yangguang.cases.kinds.labour.documents import lead_notices
from yangguang.cases.models import AnsweredBy, Lead
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lead_steps import checked_step, locked, moved
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.records.api import make_document


@transaction.atomic
def answer_complainant(
    *, lead: Lead, answer: str, way: str = AnsweredBy.HANDED_OVER, proof: str = "", actor: Account, at: Moment
) -> Lead:
    """Answer one lead's complainants in writing; how, and with which proof. Refused when the words give away who told."""
    row = locked(lead)
    words = worded(answer, label="答复内容", field="answer")
    shown = clean(proof, label="告知凭证", most=120, field="proof")
    if way not in AnsweredBy.values or (way != AnsweredBy.HANDED_OVER and not shown):
        raise Refused(
            "应当写明告知凭证。", "MWR-2019:10.3", field="proof", remedy="请填写邮件号、短信或者通话记录编号。"
        )
    step = checked_step(row, "answer_complainant", actor=actor, at=at, given={"text": f"{words}{shown}"})
    row.complaint.answer, row.complaint.answered_on = words, at.day
    row.complaint.save(update_fields=["answer", "answered_on"])
    moved(row, step, at=at)
    make_document(
        kind="outcome_answer", title="投诉办理结果告知书", number_kind="监答", body=row.body,
        file_ref=row.case.public_id if row.case else row.public_id, dated_on=at.day,
        sheet=lead_notices.outcome_answer(row, answer=words, on=at.day), actor=actor, at=at,
    )  # fmt: skip
    ledger.record(
        ComplainantAnswered(row.number, at.day, AnsweredBy(way).label, shown), subject=row.subject, actor=actor, at=at
    )
    return row

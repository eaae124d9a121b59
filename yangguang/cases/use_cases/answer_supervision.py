"""Answer an opinion of those who supervise enforcement: what was put right, or why nothing was wrong (V12)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.supervision import SupervisionAnswered
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.penalty.documents import short_form
from yangguang.cases.kinds.register import main_flow
from yangguang.cases.models import SupervisionOpinion, SupervisionOutcome
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases._overdue import explain
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import chosen
from yangguang.records.api import make_document

CLAUSE = "APL-2021:75.2"
TITLE = "执法监督意见办理情况报告"
TERM = "answer_supervision_by"
DONE_BY = {
    SupervisionOutcome.ANNULLED: ("annul_decision", "annul_one_of_several", "record_annulling_outcome"),
    SupervisionOutcome.ALTERED: ("alter_decision",),
}  # fmt: skip


@transaction.atomic
def answer_supervision(
    *, case_id: int, opinion_ref: str, outcome: str, answer: str, actor: Account, at: Moment, overdue_reason: str = "",
    seen_version: int | None = None,
) -> SupervisionOpinion:  # fmt: skip
    """What is said to be done has to be done: an annulment or an alteration is in the file before it is reported."""
    case = lock_case(case_id, seen_version=seen_version)
    row = case.supervision_opinions.select_for_update().filter(public_id=opinion_ref, outcome="").first()
    if row is None:
        raise Refused("请选择还没有答复的监督意见。", CLAUSE, field="opinion_ref")
    chosen(outcome, SupervisionOutcome.values, label="处理结果", clause=CLAUSE, field="outcome")
    words = worded(answer, label="纠正情况或者理由", field="answer", most=2000)
    keep_secret(case, {"answer": words})
    _is_done(row, outcome)
    taken = take(Taking(main_flow(case), case, "answer_supervision", actor, at))
    explain(case, (TERM,), row.public_id, overdue_reason, at)
    row.outcome, row.answer, row.answered_on = outcome, words, at.day
    rows = [
        ("监督机关", row.authority), ("监督文书", f"{row.get_kind_display()} {row.number}"), ("指出的问题和要求", row.words),
        ("处理结果", row.get_outcome_display()), ("纠正情况或者理由", words),
    ]  # fmt: skip
    row.document = make_document(
        kind="supervision_answer", title=TITLE, body=case.body, file_ref=case.public_id, dated_on=at.day, actor=actor, at=at,
        sheet=short_form.sheet(case, title=TITLE, rows=rows, dated_on=at.day), number_kind="监复", volume="side",
    )  # fmt: skip
    row.save()
    run_clocks.stop(case, TERM, on=at.day, event="答复监督意见", about_ref=row.public_id)
    event = SupervisionAnswered(row.public_id, row.authority, row.number, row.get_outcome_display())
    announce(taken, event, actor=actor, at=at)
    return row


def _is_done(row: SupervisionOpinion, outcome: str) -> None:
    acts = DONE_BY.get(SupervisionOutcome(outcome), ())
    if acts and not row.case.steps_taken.filter(act__in=acts, occurred_at__date__gte=row.received_on).exists():
        raise Refused(
            "收到监督意见以后还没有撤销或者变更决定。", CLAUSE, field="outcome",
            remedy="请先办理撤销或者变更，再答复监督意见。",
        )  # fmt: skip

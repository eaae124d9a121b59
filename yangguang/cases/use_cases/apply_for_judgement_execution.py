"""Ask the court to execute by its judgment, after a lawsuit about the decision (T08)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.base import calendars, local_values
from yangguang.cases.kinds.execution.documents import fulfilment_papers
from yangguang.cases.models import Decision, Execution
from yangguang.cases.owing import additional_owed, judged, owing_of
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._execution import locked_execution, move_case, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document
from yangguang.statutes import deadlines

CLAUSE, TERM = "AJL-2017:95", "AJI-2018:153.1"
TITLE = "判决执行申请书"


@transaction.atomic
def apply_for_judgement_execution(
    *, decision: Decision, judgement: str, term_ended_on: date, stayed: bool | None, actor: Account, at: Moment
) -> Execution:
    """`term_ended_on`: the last day the judgment gave, or the day it was served where it gave none; two years from there."""
    row = locked_execution(decision)
    if not judged(row.decision):
        raise Refused("没有已经生效的判决。", CLAUSE, remedy="没有经过诉讼的，请办理“申请法院强制执行”。")
    owing, additional = owing_of(row.decision, on=at.day), additional_owed(row.decision, on=at.day)
    if not owing.unpaid_fen + additional:
        raise Refused("当事人已履行，不得申请强制执行。", "AJI-2018:155.1", remedy="请核对缴款。")
    paper = worded(judgement, label="判决书", field="judgement", most=200)
    if term_ended_on > at.day:
        raise Refused(
            f"判决确定的履行期到{term_ended_on:%Y-%m-%d}，还没有届满，不能申请执行。", CLAUSE, field="term_ended_on",
            remedy="请核对判决书；届满仍不履行的，再申请执行。",
        )  # fmt: skip
    last = deadlines.due(TERM, term_ended_on, calendars.in_force()).day
    if at.day > last:
        raise Refused(
            f"申请执行判决的期限已于{last:%Y-%m-%d}届满。", TERM, field="term_ended_on", remedy="请核对日期。"
        )
    taken = step_taken(row, "apply_for_judgement_execution", actor=actor, at=at, given={"stayed": stayed})
    body = row.case.body
    court = str(local_values.value("court", chain=body.public_id, on=at.day))
    words = fulfilment_papers.amount_words(owing, additional)
    make_document(
        kind="judgement_execution_application", title=TITLE, number_kind="监执", body=body, file_ref=row.case.public_id,
        dated_on=at.day, actor=actor, at=at,
        sheet=fulfilment_papers.to_court(
            row.case, title=TITLE, court=court, on=at.day, head=actor.name,
            asks=f"依照{paper}，执行{row.decision.number}行政处罚决定书，由{fulfilment_papers.whom_of(row.decision)}缴纳{words}。",
        ),
    )  # fmt: skip
    row.applied_on = at.day
    row.save()
    move_case(row.case, "enter_execution", actor=actor, at=at)
    told(taken, row, paper, actor=actor, at=at)
    return row

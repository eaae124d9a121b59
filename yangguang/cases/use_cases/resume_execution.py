"""Take up the execution of a fine again where it was suspended (ACL-2011:39.1)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.agreements import agreement_in_force
from yangguang.cases.kinds.execution.documents import fulfilment_papers
from yangguang.cases.models import AgreementState, Decision, Execution, ExecutionStatus
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._execution import keep_court_window, locked_execution, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.records.api import make_document

TITLE = "恢复执行决定书"
GONE = "中止执行的情形已经消失", "《中华人民共和国行政强制法》第三十九条第一款"
BROKEN = "当事人没有履行执行协议", "《中华人民共和国行政强制法》第四十二条第二款"


@transaction.atomic
def resume_execution(*, decision: Decision, reason: str, actor: Account, at: Moment) -> Execution:
    """It stands where it stood before it was stayed, or before the agreement that was broken."""
    row = locked_execution(decision)
    words = worded(reason, label="恢复的理由", field="reason", most=1000)
    broken = agreement_in_force(row)
    ground, under = BROKEN if row.status == ExecutionStatus.AGREED else GONE
    taken = step_taken(row, "resume_execution", actor=actor, at=at, reached=row.stayed_from)
    row.stayed_from, row.stayed_on, row.remitted_fen = "", None, 0
    row.save()
    if broken is not None:
        broken.state, broken.broken_on = AgreementState.BROKEN, at.day
        broken.save(update_fields=["state", "broken_on"])
        keep_court_window(row, on=at.day)
    make_document(
        kind="execution_resumption", title=TITLE, number_kind="监止", body=row.case.body, file_ref=row.case.public_id,
        dated_on=at.day, actor=actor, at=at,
        sheet=fulfilment_papers.execution_order(
            row.case, title=TITLE, number=row.decision.number, to=fulfilment_papers.whom_of(row.decision), on=at.day,
            order="决定恢复执行", ground=ground, reason=words, under=under,
        ),
    )  # fmt: skip
    told(taken, row, words, actor=actor, at=at)
    return row

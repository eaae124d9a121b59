"""Take up the execution of a fine again where it was suspended (ACL-2011:39.1)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.kinds.execution.documents import fulfilment_papers
from yangguang.cases.models import Decision, Execution
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._execution import locked_execution, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.records.api import make_document

TITLE = "恢复执行决定书"


@transaction.atomic
def resume_execution(*, decision: Decision, reason: str, actor: Account, at: Moment) -> Execution:
    """It stands where it stood before."""
    row = locked_execution(decision)
    words = worded(reason, label="恢复的理由", field="reason", most=1000)
    taken = step_taken(row, "resume_execution", actor=actor, at=at, reached=row.stayed_from)
    row.stayed_from, row.stayed_on = "", None
    row.save()
    make_document(
        kind="execution_resumption", title=TITLE, number_kind="监止", body=row.case.body, file_ref=row.case.public_id,
        dated_on=at.day, actor=actor, at=at,
        sheet=fulfilment_papers.execution_order(
            row.case, title=TITLE, number=row.decision.number, to=fulfilment_papers.whom_of(row.decision), on=at.day,
            order="决定恢复执行", ground="中止执行的情形已经消失", reason=words,
            under="《中华人民共和国行政强制法》第三十九条第一款",
        ),
    )  # fmt: skip
    told(taken, row, words, actor=actor, at=at)
    return row

"""Order the execution of a fine by the body itself, where a law gives it that power (U03)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import local_values
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.execution.documents import fulfilment_papers
from yangguang.cases.kinds.execution.own_gates import POWER
from yangguang.cases.models import Decision, Execution
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._execution import locked_execution, move_case, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.records.api import make_document

TITLE = "强制执行决定书"


@transaction.atomic
def order_execution(
    *, decision: Decision, stayed: bool | None, good_reason: bool | None, reason: str, actor: Account, at: Moment
) -> Execution:
    """After the demand and thirty days of the additional fine, where the party has no good reason not to fulfil. Refused to a
    body no law gives the power.
    """
    row = locked_execution(decision)
    words = worded(reason, label="理由", field="reason", most=1000)
    keep_secret(row.case, {"reason": words})
    taken = step_taken(row, "order_execution", actor=actor, at=at, given={"stayed": stayed, "good_reason": good_reason})
    basis = local_values.value(POWER, chain=row.case.body.public_id, on=at.day)
    paper = make_document(
        kind="execution_decision", title=TITLE, number_kind="监执", body=row.case.body, file_ref=row.case.public_id,
        dated_on=at.day, actor=actor, at=at,
        sheet=fulfilment_papers.execution_order(
            row.case, title=TITLE, number=row.decision.number, to=fulfilment_papers.whom_of(row.decision), on=at.day,
            order="决定强制执行：划拨存款、汇款，或者依法拍卖财物抵缴罚款。不服本决定的，可以依法申请行政复议或者提起行政诉讼",
            ground="当事人经催告，逾期仍不履行，且无正当理由。", reason=words, under=str(basis),
        ),
    )  # fmt: skip
    move_case(row.case, "enter_execution", actor=actor, at=at)
    told(taken, row, "", actor=actor, at=at, paper_ref=paper.public_id)
    return row

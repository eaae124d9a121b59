"""Suspend the execution of a fine on one of the law's grounds (ACL-2011:39.1)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.execution.documents import fulfilment_papers
from yangguang.cases.models import Decision, Execution
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._execution import locked_execution, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document

CLAUSE = "ACL-2011:39.1"
TITLE = "中止执行决定书"
GROUNDS = {
    "unable": "当事人履行行政决定确有困难或者暂无履行能力", "third_party": "第三人对执行标的主张权利，确有理由",
    "harm": "执行可能造成难以弥补的损失，且中止执行不损害公共利益", "other": "行政机关认为需要中止执行的其他情形",
}  # fmt: skip


@transaction.atomic
def suspend_execution(*, decision: Decision, ground: str, reason: str, actor: Account, at: Moment) -> Execution:
    """After three years of standing still the desk reminds; whether execution ends, the head decides."""
    row = locked_execution(decision)
    if ground not in GROUNDS:
        raise Refused("没有中止执行的情形。", CLAUSE, field="ground")
    words = worded(reason, label="事实和理由", field="reason", most=1000)
    keep_secret(row.case, {"reason": words})
    before = row.status
    taken = step_taken(row, "suspend_execution", actor=actor, at=at)
    row.stayed_from, row.stayed_on = before, at.day
    row.save()
    make_document(
        kind="execution_suspension", title=TITLE, number_kind="监止", body=row.case.body, file_ref=row.case.public_id,
        dated_on=at.day, actor=actor, at=at,
        sheet=fulfilment_papers.execution_order(
            row.case, title=TITLE, number=row.decision.number, to=fulfilment_papers.whom_of(row.decision), on=at.day,
            order="决定中止执行", ground=GROUNDS[ground], reason=words, under="《中华人民共和国行政强制法》第三十九条第一款",
        ),
    )  # fmt: skip
    told(taken, row, GROUNDS[ground], actor=actor, at=at)
    return row

"""Carry out the execution of a fine that the body ordered itself (U04): by day, on a working day, money to the treasury."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.penalty.documents import short_form
from yangguang.cases.models import Decision, OwnExecution
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._execution import locked_execution, step_taken, told
from yangguang.directory.api import Account, Officer
from yangguang.kernel.moment import Moment
from yangguang.kernel.money import in_figures
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import chosen, clean
from yangguang.records.api import make_document

CLAUSE = "ACL-2011:49"
TITLE = "强制执行笔录"
WAYS = {"transfer": "划拨存款、汇款", "auction": "依法拍卖"}


@dataclass(frozen=True)
class Executing:
    """How, what was done, what came of it and where it went, and why it could not wait."""

    how: str
    words: str
    amount_fen: int
    voucher: str
    to_treasury: bool | None = None
    certificate_shown: bool = False
    utility_cut: bool | None = None
    stayed: bool | None = None
    urgent_reason: str = ""


@transaction.atomic
def execute(
    *, decision: Decision, executing: Executing, officers: Sequence[Officer], actor: Account, at: Moment
) -> OwnExecution:
    """What came in is recorded as a payment by its receipt; this is the record of what was done."""
    row = locked_execution(decision)
    chosen(executing.how, WAYS, label="执行方式", clause=CLAUSE, field="how")
    if executing.to_treasury is not True:
        raise Refused(
            "所得款项应当上缴国库或者划入财政专户。", CLAUSE, field="to_treasury", remedy="请先上缴，凭上缴凭证登记。",
        )  # fmt: skip
    words = worded(executing.words, label="执行经过", field="words", most=2000)
    urgent = clean(executing.urgent_reason, label="紧急情况", field="urgent_reason", most=400)
    voucher = worded(executing.voucher, label="上缴凭证", field="voucher", most=200)
    keep_secret(row.case, {"words": words, "urgent_reason": urgent})
    given = {
        "officers": list(officers), "certificate_shown": executing.certificate_shown, "utility_cut": executing.utility_cut,
        "stayed": executing.stayed, "urgent_reason": urgent,
    }  # fmt: skip
    taken = step_taken(row, "execute", actor=actor, at=at, given=given)
    names = [one.name for one in officers]
    table = [
        ("所执行的决定", row.decision.number), ("执行方式", WAYS[executing.how]), ("执行经过", words),
        ("所得款项", f"{in_figures(executing.amount_fen)}元"), ("上缴凭证", voucher), ("紧急情况", urgent or "无"),
        ("执行人员", "、".join(names)),
    ]  # fmt: skip
    made = make_document(
        kind="execution_log", title=TITLE, body=row.case.body, file_ref=row.case.public_id, dated_on=at.day, actor=actor, at=at,
        sheet=short_form.sheet(row.case, title=TITLE, rows=table, dated_on=at.day),
    )  # fmt: skip
    run = OwnExecution.objects.create(
        execution=row, how=executing.how, facts=words, amount_fen=executing.amount_fen, voucher=voucher,
        urgent_reason=urgent, officer_names=names, document=made, carried_out_at=at.occurred_at,
    )  # fmt: skip
    told(taken, row, f"{WAYS[executing.how]}，{in_figures(executing.amount_fen)}元", actor=actor, at=at)
    return run

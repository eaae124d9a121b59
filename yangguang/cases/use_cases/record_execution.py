"""Record how a penalty other than a fine was carried out (P49): confiscated, surrendered, halted; with its voucher."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from yangguang.cases.events.fulfilling import PenaltyCarriedOut
from yangguang.cases.kinds.penalty.documents import short_form
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Decision, PenaltyExecution
from yangguang.cases.other_executions import left_of
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.rules.other_penalties import WAYS, WITHOUT_VOUCHER, execution_fault
from yangguang.cases.rules.severity import LABELS
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account, Officer
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.records.api import make_document

CLAUSES = ("APL-2021:66.1", "APL-2021:74.2")
TITLE = "行政处罚执行记录"


@dataclass(frozen=True)
class CarriedOut:
    """Which penalty of which decision, how, with which voucher, and what the officers saw."""

    decision_ref: str
    penalty: str
    way: str
    words: str
    voucher: str = ""


@transaction.atomic
def record_execution(
    *,
    case_id: int,
    done: CarriedOut,
    officers: Sequence[Officer],
    actor: Account,
    at: Moment,
    seen_version: int | None = None,
) -> PenaltyExecution:
    """Once for each penalty. Raises Refused for confiscated things nobody can account for."""
    case = lock_case(case_id, seen_version=seen_version)
    decision = case.decisions.filter(public_id=done.decision_ref).first()
    if decision is None or done.penalty not in left_of(decision):
        raise Refused("这份决定没有待执行的这种处罚。", CLAUSES, field="penalty", remedy="请核对决定和处罚种类。")
    voucher = clean(done.voucher, label="处理凭证", field="voucher", most=200)
    if fault := execution_fault(done.penalty, done.way, voucher):
        raise Refused(
            fault, CLAUSES, field="voucher" if fault == WITHOUT_VOUCHER else "way", remedy="请核对执行方式和凭证。"
        )
    facts = worded(done.words, label="执行情况", field="words", most=2000)
    taken = take(Taking(FLOWS["penalty"], case, "record_execution", actor, at, {"officers": officers}))
    names = [one.name for one in officers]
    row = PenaltyExecution(
        case=case, decision=decision, penalty=done.penalty, way=done.way, facts=facts, voucher=voucher,
        officer_names=names, carried_out_on=at.day,
    )  # fmt: skip
    row.document = make_document(
        kind="execution_record", title=TITLE, body=case.body, file_ref=case.public_id, dated_on=at.day, actor=actor, at=at,
        sheet=short_form.sheet(case, title=TITLE, rows=_rows(decision, row), dated_on=at.day),
    )  # fmt: skip
    row.save()
    event = PenaltyCarriedOut(decision.public_id, decision.number, LABELS[done.penalty], WAYS[done.way], voucher)
    announce(taken, event, actor=actor, at=at)
    return row


def _rows(decision: Decision, row: PenaltyExecution) -> list[tuple[str, str]]:
    told = [
        ("所执行的决定", decision.number), ("处罚种类", LABELS[row.penalty]), ("执行方式", WAYS[row.way]),
        ("执行情况", row.facts), ("处理凭证", row.voucher), ("执行人员", "、".join(row.officer_names)),
    ]  # fmt: skip
    return [(label, value) for label, value in told if value]

"""Record that money or things were given back after a decision fell or became smaller (V09)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.base.models import Blob
from yangguang.cases.confiscated import goods_to_return
from yangguang.cases.events.fulfilling import FineReturned
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.execution.documents import fulfilment_papers
from yangguang.cases.models import Decision, ExecutionStatus, Restitution
from yangguang.cases.owing import to_return
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._execution import locked_execution, step_taken
from yangguang.cases.use_cases._receipts import lay_behind, must_be_bindable
from yangguang.cases.use_cases.take_step import announce
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.money import in_figures
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document

CLAUSE = "ACL-2011:41"


@transaction.atomic
def restitute(
    *, decision: Decision, amount_fen: int, things: str, returned_on: date, voucher: str, actor: Account, at: Moment,
    proof: Blob | None = None,
) -> Restitution:  # fmt: skip
    """Money by the voucher of the treasury, things by their list; never more than is to be returned. `proof`, the voucher or
    the signed list itself, is bound into the file.
    """
    row = locked_execution(decision)
    left = to_return(row.decision)
    if not 0 <= amount_fen <= left:
        raise Refused(f"退还金额不能超过应退的 {in_figures(left)} 元。", CLAUSE, field="amount_fen")
    if not amount_fen and not things.strip():
        raise Refused("请写明退还的金额或者物品。", CLAUSE, field="amount_fen")
    if returned_on > at.day:
        raise Refused("退还日期不能晚于登记日期。", CLAUSE, field="returned_on", remedy="请核对日期。")
    number = worded(voucher, label="退付凭证或者返还清单编号", field="voucher", most=120)
    must_be_bindable(proof, CLAUSE)
    told = things.strip()
    keep_secret(row.case, {"things": told})
    settled = (
        amount_fen == left and (told or not goods_to_return(row.decision)) and row.status == ExecutionStatus.TO_RETURN
    )
    reached = ExecutionStatus.RETURNED if settled else ""
    taken = step_taken(row, "restitute", actor=actor, at=at, reached=reached)
    given_back = Restitution.objects.create(
        decision=row.decision, amount_fen=amount_fen, things=told, returned_on=returned_on, voucher=number
    )
    paper = make_document(
        kind="restitution_record", title=f"退还记录（{number}）", body=row.case.body, file_ref=row.case.public_id, dated_on=at.day,
        actor=actor, at=at,
        sheet=fulfilment_papers.restitution_record(row.case, number=row.decision.number, restitution=given_back, on=at.day),
    )  # fmt: skip
    lay_behind(paper, proof, actor=actor, at=at)
    announce(taken, FineReturned(row.decision.number, amount_fen, number, left - amount_fen), actor=actor, at=at)
    return given_back

"""What an agreement on the execution of a fine may say, and when it is broken (ACL-2011:42)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from yangguang.cases.rules.altering import Fault
from yangguang.cases.rules.instalments import REDUCED, Instalment, plan_fault
from yangguang.statutes import keeps

PRINCIPAL = "不得减免行政决定确定的金额。"
HARMS = "执行协议不得损害公共利益和他人合法权益。"


@dataclass(frozen=True)
class Owed:
    """What is owed on the day an agreement is looked at: of the fine, and of the additional fine the head decided on."""

    fine_fen: int
    additional_fen: int


@keeps("ACL-2011:42.1")
def agreement_fault(
    plan: Sequence[Instalment], *, owed: Owed, remitted_fen: int, measures: str, on: date
) -> Fault | None:
    """The fine may be paid in parts and never less of it; of what was added something may go for what was put right."""
    if fault := plan_fault(plan, unpaid_fen=owed.fine_fen, granted_on=on):
        return Fault(
            PRINCIPAL if fault == REDUCED else fault, "plan", f"各阶段之和应当等于未缴的罚款，日期在{on:%Y-%m-%d}以后。"
        )
    if not remitted_fen:
        return None
    if not measures.strip():
        return Fault(
            "当事人没有采取补救措施，不能减免加处的罚款。", "measures", "请写明已经采取或者约定采取的补救措施。"
        )
    if not owed.additional_fen:
        return Fault("没有可以减免的加处罚款。", "remitted_fen", "没有决定加处罚款或者已经缴清的，不填减免。")
    if remitted_fen > owed.additional_fen:
        return Fault("减免的数额超过尚欠的加处罚款。", "remitted_fen", "罚款本金不能减免，请按尚欠的加处罚款填写。")
    return None


@keeps("ACL-2011:42.2")
def broken_since(*, missed_on: date | None, last_due_on: date, additional_left_fen: int, today: date) -> date | None:
    """The last day of the part that was missed, or of the whole where what was added is still owed after it."""
    if missed_on is not None:
        return missed_on
    return last_due_on if additional_left_fen and today > last_due_on else None

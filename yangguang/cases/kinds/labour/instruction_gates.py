"""Gates of rectification instructions: complete, served in time, put off in time, checked after its days."""

from __future__ import annotations

from yangguang.cases.gates import Attempt, gate
from yangguang.cases.models import Instruction, OrderKind
from yangguang.cases.models.instruction import InstructionStatus
from yangguang.cases.use_cases import run_clocks


@gate(
    "instruction_complete", label="指令内容完整", clauses=("LSR-2004:18.1",), remedy="请补齐后重新提请。",
)  # fmt: skip
def instruction_complete(attempt: Attempt) -> str:
    """Facts, law, at least one order, each with a day not before the day of issue."""
    instruction: Instruction = attempt.given["instruction"]
    orders = list(instruction.orders.order_by("position"))
    if not instruction.facts.strip() or not instruction.basis:
        return "应当写明违法事实和依据。"
    if not orders or any(order.due_on is None for order in orders):
        return "应当写明改正期限。"
    if any(order.due_on < attempt.at.day for order in orders):
        return "改正期限不得早于作出之日。"
    if any(order.kind == OrderKind.PAY_WAGES and order.owed_fen <= 0 for order in orders):
        return "责令支付应当写明金额，名册中没有尚欠的金额。"
    return ""


@gate(
    "instruction_day_ahead", label="指定期限尚未届满", clauses=("LSR-2004:18.1",),
    remedy="请撤销本指令，重新确定期限后作出。",
)  # fmt: skip
def instruction_day_ahead(attempt: Attempt) -> str:
    """Served while every order's own day is still to come."""
    instruction: Instruction = attempt.given["instruction"]
    if instruction.orders.filter(due_on__lt=attempt.at.day).exists():
        return "送达时指定期限已过，应当重新确定期限。"
    return ""


@gate(
    "instruction_period_over", label="限期改正的期限已满", clauses=("LSR-2004:26#compensation", "LCL-2012:85"),
    remedy="请在期限届满后办理；提前全部改正的可以先核查。",
)  # fmt: skip
def instruction_period_over(attempt: Attempt) -> str:
    """Nothing is held against the employer before its day is over; what is rectified early may be found so early."""
    instruction: Instruction = attempt.given["instruction"]
    if attempt.given.get("all_rectified"):
        return ""
    asked = attempt.given.get("checked_orders")
    orders = list(instruction.orders.order_by("position")) if asked is None else asked
    running = any(attempt.at.day <= run_clocks.last_day_for_party(order.due_on) for order in orders)
    return "限期改正的期限未满。" if running else ""


@gate(
    "instruction_unrectified", label="核查为期满未改正", clauses=("LSR-2004:18.1",), remedy="请先核查改正情况。",
)  # fmt: skip
def instruction_unrectified(attempt: Attempt) -> str:
    """A check found the instruction unheeded, in whole or in part; for the sanctions list also before it was disposed of."""
    instruction: Instruction = attempt.given["instruction"]
    if attempt.act == "propose_listing" and instruction.status == InstructionStatus.DISPOSED:
        return ""
    if instruction.status not in {InstructionStatus.UNRECTIFIED, InstructionStatus.PARTLY_RECTIFIED}:
        return "尚未核查，或者核查结果为已改正。"
    return ""


@gate("instruction_still_runs", label="改正期限未满", clauses=("LSR-2004:18.1",), remedy="请核查改正情况。")
def instruction_still_runs(attempt: Attempt) -> str:
    """An order is put off while its day is still to come or is today, never afterwards."""
    instruction: Instruction = attempt.given["instruction"]
    asked = attempt.given.get("extended_orders")
    orders = list(instruction.orders.order_by("position")) if asked is None else asked
    over = [order for order in orders if run_clocks.last_day_for_party(order.due_on) < attempt.at.day]
    return "期限已满，不能延长。" if over and (asked is not None or len(over) == len(orders)) else ""

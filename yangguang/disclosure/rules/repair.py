"""When credit may be repaired: the shortest time is over, everything was fulfilled, a commitment was given (CRR-2025)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from yangguang.kernel.workdays import Calendar, DueDate, add_workdays
from yangguang.kernel.written_days import in_words
from yangguang.statutes import keeps

CONDITIONS, EFFECT, DAYS = "CRR-2025:cond", "CRR-2025:3", "CRR-2025:days"
DONE = frozenset({"已履行", "无需履行"})
MARK = "："


@dataclass(frozen=True)
class Condition:
    """One condition: what it asks, whether it holds, and what to say where it does not."""

    title: str
    holds: bool
    told: str


@keeps(CONDITIONS)
def conditions_of(
    *, grade: str, repair_from: date | None, on: date, fulfilment: str, proof: str, commitment: str
) -> tuple[Condition, ...]:
    """Every condition with its answer. `fulfilment`: what the public copy says; where it says nothing, `proof` has to."""
    graded = bool(grade)
    over = graded and repair_from is not None and on >= repair_from
    term = f"最短公示期至{in_words(repair_from)}" if repair_from else "没有最短公示期"
    state = fulfilment.partition(MARK)[0]
    fulfilled = state in DONE or (not fulfilment and bool(proof.strip()))
    return (
        Condition("属于失信信息", graded, "已经定级" if graded else "这份决定不属于分级的失信信息，不适用信用修复"),
        Condition("满最短公示期", over, f"{term}，{'已满' if over else '期满后方可申请信用修复'}"),
        Condition("已纠正并履行", fulfilled, _of_fulfilment(fulfilment, fulfilled)),
        Condition("信用承诺", bool(commitment.strip()), "已提交" if commitment.strip() else "没有提交信用承诺书"),
    )


def _of_fulfilment(fulfilment: str, fulfilled: bool) -> str:
    if fulfilled:
        return fulfilment or "按核实情况"
    return f"尚未纠正失信行为或者履行完毕（{fulfilment or '案卷没有记录，请写明核实的履行证明'}）"


def lacking(conditions: tuple[Condition, ...]) -> str:
    """The first condition that does not hold, in words; empty where all do."""
    return next((one.told for one in conditions if not one.holds), "")


@keeps(DAYS)
def decide_by(*, received_on: date, workdays: int, calendar: Calendar) -> DueDate:
    """The last day to decide: so many working days as the body has set, from the day it was received."""
    return add_workdays(received_on, workdays, calendar)


@keeps(EFFECT)
def effects() -> tuple[str, str, str]:
    """What repair consists of; the first is done by publication here, the others are told to whoever was told before."""
    return ("终止公示", "停止共享和使用失信信息", "同步解除失信惩戒措施")

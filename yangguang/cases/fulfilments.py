"""What became of a decision, in fixed words with dates and amounts: never who paid. The state of it comes first."""

from __future__ import annotations

from datetime import date

from yangguang.base.components.texts import cn_date
from yangguang.cases.altering import content_now
from yangguang.cases.kinds.execution.stages import OVERDUE
from yangguang.cases.kinds.labour.fulfilment import left_of as left_to_pay
from yangguang.cases.models import Decision, DecisionStatus, Disposition, DispositionStatus, ExecutionStatus
from yangguang.cases.other_executions import left_of as left_to_carry_out
from yangguang.cases.owing import additional_owed, execution_of, fine_now, next_due_of, unpaid_of
from yangguang.cases.rules.other_penalties import TO_CARRY_OUT
from yangguang.cases.rules.severity import named
from yangguang.kernel import clock
from yangguang.kernel.money import in_figures

DONE, RUNNING, OVERDUE_STATE, ENDED, NOTHING_TO_DO = "已履行", "履行中", "逾期未履行", "终结执行", "无需履行"
ONLY_WORDS = frozenset({"warning", "public_criticism"})


def fulfilment_of(decision: Decision) -> str:
    """履行中：缴款期限至2026年12月7日. 已履行：罚款已于2026年12月3日缴清. Empty before service, and where nobody keeps account.
    A decision that is contested says so: it stays public and is carried out meanwhile, unless somebody ordered otherwise.
    """
    words = _became_of(decision)
    contested = decision.remedies.filter(outcome="").order_by("pk").first()
    if contested is None:
        return words
    if not words:
        return f"正在{contested.get_kind_display()}"
    return f"{words}{'；' if '：' in words else '：'}正在{contested.get_kind_display()}"


def _became_of(decision: Decision) -> str:
    if decision.status != DecisionStatus.SERVED:
        return ""
    row = Disposition.objects.filter(decision=decision).first()
    if row is not None:
        return _said(*_of_disposition(row))
    if fine_now(decision):
        return _said(*_of_fine(decision))
    kinds = set(content_now(decision).get("penalties") or ()) - {"fine"}
    if kinds <= ONLY_WORDS:
        return NOTHING_TO_DO
    return _said(*_of_others(decision)) if kinds & set(TO_CARRY_OUT) else ""


def _said(state: str, words: str) -> str:
    return f"{state}：{words}" if words else ""


def _of_fine(decision: Decision) -> tuple[str, str]:
    payments = list(decision.payments.order_by("paid_on", "pk"))
    unpaid = unpaid_of(decision)
    row, due_on = execution_of(decision), next_due_of(decision)
    if not unpaid:
        return _beside_the_fine(
            decision, f"罚款已于{cn_date(payments[-1].paid_on)}缴清" if payments else "", row.status
        )
    if due_on is None:
        return RUNNING, f"尚未缴纳 {in_figures(unpaid)} 元"
    due, left = cn_date(due_on), in_figures(unpaid)
    if row.status == ExecutionStatus.TERMINATED:
        return ENDED, f"执行已经终结，尚未缴纳 {left} 元"
    if row.status in OVERDUE:
        court = f"，{cn_date(row.applied_on)}已申请人民法院强制执行" if row.applied_on else ""
        return OVERDUE_STATE, f"缴款期限{due}已过，尚未缴纳 {left} 元{court}"
    if row.status == ExecutionStatus.AGREED:
        return RUNNING, f"已达成执行协议，本期缴款期限至{due}，尚未缴纳 {left} 元"
    approved = "经批准延期（分期）缴纳，" if row.status == ExecutionStatus.DEFERRED else ""
    return RUNNING, f"{approved}缴款{_until(due_on)}" + (f"，尚未缴纳 {left} 元" if payments else "")


def _beside_the_fine(decision: Decision, paid: str, status: str) -> tuple[str, str]:
    """All is done only when neither an additional fine the head decided on nor another penalty is left (APL-2021:66.1, 72.1)."""
    added, others = additional_owed(decision, on=clock.today()), left_to_carry_out(decision)
    left = [f"加处罚款尚未缴纳 {in_figures(added)} 元"] if added else []
    left += [f"{named(others)}尚未执行完毕"] if others else []
    if not left:
        return DONE, paid
    return ENDED if status == ExecutionStatus.TERMINATED and not others else RUNNING, "，".join([paid, *left])


def _of_others(decision: Decision) -> tuple[str, str]:
    left = left_to_carry_out(decision)
    return (RUNNING, f"{named(left)}尚未执行完毕") if left else (DONE, "处罚已经执行完毕")


def _of_disposition(row: Disposition) -> tuple[str, str]:
    left = left_to_pay(row)
    if row.status == DispositionStatus.CLOSED and left:
        return ENDED, f"人民法院已经终结执行，尚未支付 {in_figures(left)} 元"
    if row.status in {DispositionStatus.FULFILLED, DispositionStatus.CLOSED}:
        return DONE, f"已经履行，{cn_date(row.checked_on)}核查" if row.checked_on else "已经履行"
    if row.status == DispositionStatus.IN_EXECUTION and not left:
        return RUNNING, "应付款项已经付清，机关正在核查"
    if row.status == DispositionStatus.IN_EXECUTION:
        asked = f"{cn_date(row.applied_on)}已申请人民法院强制执行" if row.applied_on else "已申请人民法院强制执行"
        return OVERDUE_STATE, f"逾期没有履行，尚未支付 {in_figures(left)} 元，{asked}"
    if row.status == DispositionStatus.UNFULFILLED:
        return OVERDUE_STATE, f"逾期没有履行，{cn_date(row.checked_on)}核查"
    return RUNNING, f"履行{_until(row.fulfil_by)}" if row.fulfil_by else ""


def _until(day: date) -> str:
    """The last day; once it is over and nobody recorded what came of it, that this is being looked into."""
    return f"期限至{cn_date(day)}" if clock.today() <= day else f"期限{cn_date(day)}已过，机关正在核查"

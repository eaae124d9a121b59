"""What became of a decision, in fixed words with dates and amounts: never who paid. The state of it comes first."""

from __future__ import annotations

from datetime import date

from yangguang.base.components.texts import cn_date
from yangguang.cases.kinds.execution.stages import OVERDUE
from yangguang.cases.models import Decision, DecisionStatus, Disposition, DispositionStatus, ExecutionStatus
from yangguang.cases.owing import execution_of, next_due_of, unpaid_of
from yangguang.kernel import clock
from yangguang.kernel.money import in_figures

DONE, RUNNING, OVERDUE_STATE, ENDED, NOTHING_TO_DO = "已履行", "履行中", "逾期未履行", "终结执行", "无需履行"


def fulfilment_of(decision: Decision) -> str:
    """履行中：缴款期限至2026年12月7日. 已履行：罚款已于2026年12月3日缴清. Empty before service, and where nobody keeps account."""
    if decision.status != DecisionStatus.SERVED:
        return ""
    row = Disposition.objects.filter(decision=decision).first()
    if row is not None:
        return _said(*_of_disposition(row))
    if decision.fine_fen:
        return _said(*_of_fine(decision))
    only_words = set(decision.content.get("penalties") or ()) <= {"warning", "public_criticism"}
    return NOTHING_TO_DO if only_words else ""


def _said(state: str, words: str) -> str:
    return f"{state}：{words}" if words else ""


def _of_fine(decision: Decision) -> tuple[str, str]:
    payments = list(decision.payments.order_by("paid_on", "pk"))
    unpaid = unpaid_of(decision)
    if not unpaid:
        return DONE, f"罚款已于{cn_date(payments[-1].paid_on)}缴清" if payments else ""
    row, due_on = execution_of(decision), next_due_of(decision)
    if due_on is None:
        return RUNNING, ""
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


def _of_disposition(row: Disposition) -> tuple[str, str]:
    if row.status in {DispositionStatus.FULFILLED, DispositionStatus.CLOSED}:
        return DONE, f"已经履行，{cn_date(row.checked_on)}核查"
    if row.status == DispositionStatus.UNFULFILLED:
        return OVERDUE_STATE, f"逾期没有履行，{cn_date(row.checked_on)}核查"
    return RUNNING, f"履行{_until(row.fulfil_by)}" if row.fulfil_by else ""


def _until(day: date) -> str:
    """The last day; once it is over and nobody recorded what came of it, that this is being looked into."""
    return f"期限至{cn_date(day)}" if clock.today() <= day else f"期限{cn_date(day)}已过，机关正在核查"

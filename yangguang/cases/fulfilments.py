"""What became of a decision, in fixed words with dates and amounts: never who paid."""

from __future__ import annotations

from yangguang.base.components.texts import cn_date
from yangguang.cases.models import Clock, Decision, DecisionStatus, Disposition, DispositionStatus
from yangguang.cases.use_cases import run_clocks
from yangguang.kernel.money import in_figures


def fulfilment_of(decision: Decision) -> str:
    """缴款期限至2026年12月7日. 罚款已于2026年12月3日缴清. Empty before service, and where nothing has to be fulfilled."""
    if decision.status != DecisionStatus.SERVED:
        return ""
    row = Disposition.objects.filter(decision=decision).first()
    if row is not None:
        return _of_disposition(row)
    return _of_fine(decision) if decision.fine_fen else ""


def _of_fine(decision: Decision) -> str:
    payments = list(decision.payments.order_by("paid_on", "pk"))
    paid = sum(one.amount_fen for one in payments)
    if paid >= decision.fine_fen:
        return f"罚款已于{cn_date(payments[-1].paid_on)}缴清"
    clock = Clock.objects.filter(kind="pay_by", about_ref=decision.public_id).order_by("-pk").first()
    if clock is None:
        return ""
    due, left = cn_date(run_clocks.due_of(clock).day), in_figures(decision.fine_fen - paid)
    if decision.case.steps_taken.filter(
        act="mark_unfulfilled", occurred_at__date__gt=run_clocks.due_of(clock).day
    ).exists():
        return f"缴款期限{due}已过，尚未缴纳 {left} 元"
    return f"缴款期限至{due}" + (f"，尚未缴纳 {left} 元" if paid else "")


def _of_disposition(row: Disposition) -> str:
    if row.status in {DispositionStatus.FULFILLED, DispositionStatus.CLOSED}:
        return f"已经履行，{cn_date(row.checked_on)}核查"
    if row.status == DispositionStatus.UNFULFILLED:
        return f"逾期没有履行，{cn_date(row.checked_on)}核查"
    return f"履行期限至{cn_date(row.fulfil_by)}" if row.fulfil_by else ""

"""Gates of a criminal transfer for unpaid wages: the amount, the unheeded order to pay, and the principal head."""

from __future__ import annotations

from yangguang.cases.gates import Attempt, gate
from yangguang.cases.kinds.labour.criminal import criminal_line_of, order_to_pay_unheeded
from yangguang.directory.api import Role

OTHER_CRIME = "criminal_line_reached"  # found by the handlers for another crime, in the case's circumstances


def _is_another_crime(attempt: Attempt) -> bool:
    """Wages do not decide: the handlers named another crime with its own standard of prosecution."""
    return bool(attempt.case.circumstances.get(OTHER_CRIME) or str(attempt.given.get("other_standard") or "").strip())


@gate(
    "criminal_line_reached", label="达到移送标准", clauses=("TCR-2020:3.1", "WPI-2013:3#one", "WPI-2013:3#many"),
    remedy="请核对名册的月份和金额；本省数额没有设定的，请系统管理员录入。",
)  # fmt: skip
def criminal_line_reached(attempt: Attempt) -> str:
    """The roster's unpaid wages reach the province's figures, or the handlers found another crime's line reached."""
    if _is_another_crime(attempt):
        return ""
    line = criminal_line_of(attempt.case, attempt.at.day)
    return "" if line.reached else f"未达到移送标准。{line.reason}"


@gate(
    "order_to_pay_unheeded", label="责令支付仍不支付", clauses=("WPI-2013:4.1", "WPI-2013:4.2"),
    remedy="请先送达限期支付的指令或者处理决定，期满核查后再办理。",
)  # fmt: skip
def unheeded(attempt: Attempt) -> str:
    """A paper ordering payment was served, its day is over, and wages are still unpaid."""
    if _is_another_crime(attempt) or order_to_pay_unheeded(attempt.case, attempt.at.day):
        return ""
    return "责令支付的期限未满或者文书未送达，不符合“责令支付仍不支付”。"


@gate(
    "principal_approves", label="正职负责人审批", clauses=("TCR-2020:5.2#decide", "TCR-2020:5.2#refuse"),
    remedy="请由正职负责人或者主持工作的负责人签署。",
)  # fmt: skip
def principal_approves(attempt: Attempt) -> str:
    """Only the principal head, or whoever presides over the body's work, approves a criminal transfer."""
    principal = attempt.actor.holds(Role.AGENCY_HEAD) and attempt.actor.is_principal
    return "" if principal else "移送应当由正职负责人或者主持工作的负责人审批。"

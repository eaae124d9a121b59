"""Gates before the court is asked to enforce a disposition: in effect, remedies over, demanded, in time, file complete."""

from __future__ import annotations

from yangguang.cases.gates import Attempt, gate
from yangguang.cases.models import Clock, DecisionStatus, Disposition
from yangguang.cases.use_cases import run_clocks
from yangguang.statutes import clause

REMEDIES = ("apply_for_reconsideration_by", "sue_by")
PAPERS = {
    "application": "强制执行申请书", "decision": "行政决定书及事实、理由和依据", "statement": "当事人的意见及催告情况",
    "object": "执行标的情况", "others": "规定的其他材料",
}  # fmt: skip


@gate(
    "decision_in_effect", label="决定已经生效", clauses=("AJI-2018:155.1", "ACL-2011:34"), remedy="请先送达处理决定。",
)  # fmt: skip
def decision_in_effect(attempt: Attempt) -> str:
    """The decision was served and stands."""
    row: Disposition = attempt.given["disposition"]
    stands = row.decision is not None and row.decision.status == DecisionStatus.SERVED
    return "" if stands and row.served_on else "行政决定尚未生效或者没有可执行内容。"


@gate(
    "remedy_periods_over", label="复议、起诉期限已满", clauses=("ACL-2011:53", "ARL-2023:20.1", "AJL-2017:46.1"),
    remedy="请在两项期限都届满后申请。",
)  # fmt: skip
def remedy_periods_over(attempt: Attempt) -> str:
    """Both terms of the party have run and are over."""
    return "" if _is_over(attempt, *REMEDIES) else "当事人申请复议、提起诉讼的期限未满。"


@gate("urge_ten_days", label="催告满十日", clauses=("ACL-2011:54",), remedy="请先送达催告书，满十个工作日后再申请。")
def urge_ten_days(attempt: Attempt) -> str:
    """A demand was served, and its ten working days are over."""
    return "" if _is_over(attempt, "demand_expires_on") else "催告书送达未满十日，不得申请强制执行。"


@gate(
    "court_window", label="在申请期限内", clauses=("ACL-2011:53", "AJI-2018:156"),
    remedy="有正当理由的，写明逾期申请的理由，由人民法院认定。",
)  # fmt: skip
def court_window(attempt: Attempt) -> str:
    """Within three months after the remedies; later only with a reason, for the court to judge."""
    late = _is_over(attempt, "apply_for_court_execution_by")
    if late and not str(attempt.given.get("late_because") or "").strip():
        return "已超过申请人民法院强制执行的期限。"
    return ""


@gate(
    "court_file_complete",
    label="申请材料齐全",
    clauses=("ACL-2011:55.1",),
    remedy="请备齐五类材料，不适用的写明后勾选。",
)
def court_file_complete(attempt: Attempt) -> str:
    """All five kinds of papers are there."""
    there = set(attempt.given.get("papers") or ()) & PAPERS.keys()
    wanted = clause("ACL-2011:55.1").amount(unit="count")
    return "" if len(there) >= wanted else "申请强制执行材料不全。"


@gate("not_stayed", label="没有停止执行", clauses=("ARL-2023:42", "AJL-2017:56.1"), remedy="停止执行期间不能申请。")
def not_stayed(attempt: Attempt) -> str:
    """Nobody has stayed the execution; the form asks, and no answer is no."""
    return "" if attempt.given.get("stayed") is False else "已决定停止执行。"


def _is_over(attempt: Attempt, *kinds: str) -> bool:
    """Whether a clock of each of these kinds ran for the disposition and its last day has passed."""
    row: Disposition = attempt.given["disposition"]
    for kind in kinds:
        clock = Clock.objects.filter(case=attempt.case, kind=kind, about_ref=row.public_id).order_by("-pk").first()
        if clock is None or attempt.at.day <= run_clocks.due_of(clock).day:
            return False
    return True

"""Gates before the court is asked to enforce: in effect, remedies over, demanded, in time, file complete, signed, not stayed.

A disposition and a fine share them; each says by which ref its terms run.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from yangguang.cases.gates import Attempt, gate
from yangguang.cases.models import Case, CaseKind, Clock, Decision, DecisionStatus
from yangguang.cases.use_cases import run_clocks
from yangguang.directory.api import Role
from yangguang.statutes import clause

REMEDIES = ("apply_for_reconsideration_by", "sue_by")
AFTER_RECONSIDERATION = "sue_after_reconsideration_by"
PAPERS = {
    "application": "强制执行申请书", "decision": "行政决定书及事实、理由和依据", "statement": "当事人的意见及催告情况",
    "object": "执行标的情况", "others": "规定的其他材料",
}  # fmt: skip


def terms_of(case: Case) -> tuple[str, ...]:
    """The terms that must be over; against a penalty on the spot reconsideration comes first, so only that one runs."""
    return REMEDIES[:1] if case.kind == CaseKind.SUMMARY else REMEDIES


@dataclass(frozen=True)
class Title:
    """What is to be enforced: the decision, the day it was served, and the ref its terms run under."""

    decision: Decision | None
    served_on: date | None
    ref: str


def title_of(attempt: Attempt) -> Title:
    """The disposition or the fine an act is about. Raises KeyError when the act names neither: the gate stays closed."""
    row = attempt.given.get("disposition")
    if row is not None:
        return Title(row.decision, row.served_on, row.public_id)
    decision = attempt.given["execution"].decision
    return Title(decision, decision.served_on, decision.public_id)


@gate(
    "decision_in_effect", label="决定已经生效", clauses=("AJI-2018:155.1", "ACL-2011:34"), remedy="请先送达决定。",
)  # fmt: skip
def decision_in_effect(attempt: Attempt) -> str:
    """The decision was served and stands."""
    title = title_of(attempt)
    stands = title.decision is not None and title.decision.status == DecisionStatus.SERVED
    return "" if stands and title.served_on else "行政决定尚未生效或者没有可执行内容。"


@gate(
    "remedy_periods_over", label="复议、起诉期限已满", clauses=("ACL-2011:53", "ARL-2023:20.1", "AJL-2017:46.1"),
    remedy="请在期限都届满、复议诉讼都有结果后申请。",
)  # fmt: skip
def remedy_periods_over(attempt: Attempt) -> str:
    """Nothing is pending; after a reconsideration its fifteen days are over, else both terms of the party."""
    title = title_of(attempt)
    pending = title.decision is not None and title.decision.remedies.filter(outcome="").exists()
    kinds = (AFTER_RECONSIDERATION,) if _clock(attempt, AFTER_RECONSIDERATION) else terms_of(attempt.case)
    return "" if not pending and _is_over(attempt, *kinds) else "当事人申请复议、提起诉讼的期限未满。"


@gate("urge_ten_days", label="催告期已满", clauses=("ACL-2011:54",), remedy="请先送达催告书，催告期满后再申请。")
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


@gate(
    "head_signed", label="负责人签名、盖章、注明日期", clauses=("ACL-2011:55.2",), remedy="请由机关负责人签发并盖章。",
)  # fmt: skip
def head_signed(attempt: Attempt) -> str:
    """The head of the very body signs, and says that the application bears the seal; its day is the day of the act."""
    signs = attempt.actor.holds(Role.AGENCY_HEAD) and attempt.actor.body_id == attempt.case.body_id
    return "" if signs and attempt.given.get("sealed") is True else "申请书未经机关负责人签名、盖章并注明日期。"


@gate("not_stayed", label="没有停止执行", clauses=("ARL-2023:42", "AJL-2017:56.1"), remedy="停止执行期间不能申请。")
def not_stayed(attempt: Attempt) -> str:
    """Nobody has stayed the execution; the form asks, and no answer is no."""
    return "" if attempt.given.get("stayed") is False else "已决定停止执行。"


def _clock(attempt: Attempt, kind: str) -> Clock | None:
    rows = Clock.objects.filter(case=attempt.case, kind=kind, about_ref=title_of(attempt).ref)
    return rows.order_by("-pk").first()


def _is_over(attempt: Attempt, *kinds: str) -> bool:
    """Whether a clock of each of these kinds ran for the decision and its last day has passed."""
    clocks = [_clock(attempt, kind) for kind in kinds]
    return all(one is not None and attempt.at.day > run_clocks.due_of(one).day for one in clocks)

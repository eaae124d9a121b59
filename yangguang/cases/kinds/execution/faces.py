"""How the fulfilment of a fine looks on screen: what is owed today, day by day, what comes next, what may be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from yangguang.cases.confiscated import confiscates, goods_to_return
from yangguang.cases.kinds.execution.acts import possible
from yangguang.cases.models import Clock, Decision, DecisionStatus, Execution, ExecutionStatus
from yangguang.cases.owing import Owing, comes_back, execution_of, owing_of, to_return
from yangguang.cases.queries import ENDED
from yangguang.cases.rules.clocks import KINDS
from yangguang.cases.rules.shares import whom
from yangguang.cases.standing import decisions_of
from yangguang.cases.use_cases import run_clocks
from yangguang.kernel import clock
from yangguang.statutes.additional_fine import daily_percent

TERMS = (
    "pay_by", "apply_for_reconsideration_by", "sue_by", "sue_after_reconsideration_by", "demand_expires_on",
    "apply_for_court_execution_by", "contest_non_acceptance_by", "contest_refusing_ruling_by", "end_stay_by",
)  # fmt: skip
STOOD_STILL = "中止执行已满三年。没有明显社会危害，当事人确无能力履行的，可以终结执行；是否终结由机关负责人决定。"
RETURN = "决定已经失效，所缴款物应当退还；没有退清的不得结案。"


@dataclass(frozen=True)
class FineFace:
    """One fine on screen."""

    decision: Decision
    row: Execution
    owing: Owing
    whom: str
    to_return_fen: int
    goods_return: bool
    terms: list[dict[str, Any]]
    acts: list[tuple[str, str]]
    hint: str

    @property
    def percent(self) -> int:
        """What each day of lateness adds, in percent."""
        return daily_percent(on=clock.today())

    @property
    def never_added(self) -> bool:
        """All of the fine was paid, late, and the head decided on nothing to be added: no more comes of it."""
        over = self.row.status in {ExecutionStatus.FULFILLED, ExecutionStatus.TERMINATED}
        return over and not self.row.imposed_on and not self.owing.additional_paid_fen

    @property
    def fallen(self) -> bool:
        """The decision has lost its force."""
        return bool(self.decision.status == DecisionStatus.ANNULLED)


def faces_of(case: Any, account: Any) -> list[FineFace]:
    """The decisions of a case that were served and have a fine, or of which anything goes back, the newest first."""
    known = {DecisionStatus.SERVED, DecisionStatus.ANNULLED}
    served = [one for one in reversed(decisions_of(case)) if one.served_on and one.status in known]
    return [face_of(one, account) for one in served if one.fine_fen or _gives_back(one)]


def _gives_back(decision: Decision) -> bool:
    return confiscates(decision) and (comes_back(decision) or decision.restitutions.exists())


def face_of(decision: Decision, account: Any) -> FineFace:
    """One of them, today."""
    today, row = clock.today(), execution_of(decision)
    owing = owing_of(decision, on=today)
    asked = owing.additional_left_fen and (row.imposed_on or decision.case.status not in ENDED)
    acts = [one for one in possible(row, account) if one[0] != "record_additional_payment" or asked]
    return FineFace(
        decision=decision, row=row, owing=owing, whom=whom(decision.content), to_return_fen=to_return(decision),
        goods_return=goods_to_return(decision), terms=_terms(decision), acts=acts, hint=_hint(row, today),
    )  # fmt: skip


def _terms(decision: Decision) -> list[dict[str, Any]]:
    """The terms that run, the nearest first, with whatever explains them."""
    running = Clock.objects.filter(about_ref=decision.public_id, kind__in=TERMS, stopped_on=None).order_by(
        "due_on", "pk"
    )
    return [
        {"ref": one.public_id, "kind": one.kind, "label": KINDS[one.kind].label, "day": run_clocks.due_of(one).day}
        for one in running
    ]


def _hint(row: Execution, today: date) -> str:
    if row.status == ExecutionStatus.TO_RETURN:
        return RETURN
    if row.status != ExecutionStatus.STAYED:
        return ""
    stay = Clock.objects.filter(kind="end_stay_by", about_ref=row.decision.public_id, stopped_on=None).first()
    return STOOD_STILL if stay is not None and today >= run_clocks.due_of(stay).day else ""

"""Gates of publishing major labour violations (law/stages-penalty §1.6, §1.10)."""

from __future__ import annotations

from yangguang.cases.gates import Attempt, gate
from yangguang.cases.kinds.criminal_transfer.queries import transfers_of
from yangguang.cases.models import DecisionKind, DecisionStatus, MajorKind, MajorViolation
from yangguang.cases.standing import decisions_of

FALLEN = frozenset({DecisionStatus.ANNULLED, DecisionStatus.VOIDED})
HANDLED_BY = frozenset({DecisionKind.PENALTY, DecisionKind.DISPOSITION})


@gate(
    "major_violation_handled", label="已依法查处并作出处理决定", clauses=("MVP-2016:5", "MWR-2019:47.2"),
    remedy="请在作出处罚、处理决定以后，或者拒不支付劳动报酬移送公安机关以后办理。",
)  # fmt: skip
def major_violation_handled(attempt: Attempt) -> str:
    """No penalty or disposition stands; or, of unpaid wages, nothing was sent to the police either."""
    line: MajorViolation = attempt.given["major_labour_violations"]
    decided = any(one.kind in HANDLED_BY and one.status not in FALLEN for one in decisions_of(attempt.case))
    wages = line.kind == MajorKind.UNPAID_WAGES
    sent = wages and any(one.sent_at and one.status != "returned" for one in transfers_of(attempt.case))
    return "" if decided or sent else "尚未依法查处并作出处理决定，不得公布。"


@gate(
    "publication_scope_checked",
    label="已审查公开范围",
    clauses=("APL-2021:48.1",),
    remedy="请填写是否应当公布的审查意见。",
)
def publication_scope_checked(attempt: Attempt) -> str:
    """Nobody judged whether it is to be public."""
    return "" if str(attempt.given.get("scope_note") or "").strip() else "未审查是否应当公开。"


@gate(
    "withdraw_with_reason",
    label="更正、撤回有公开的理由",
    clauses=("APL-2021:48.2",),
    remedy="请写明理由，理由会公开。",
)
def withdraw_with_reason(attempt: Attempt) -> str:
    """No reason that the public can read."""
    return "" if str(attempt.given.get("reason") or "").strip() else "撤回公开的处罚决定应当公开说明理由。"

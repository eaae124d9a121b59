"""Reconsiderations and lawsuits: the gate that keeps evidence from being made up for them, and their panel."""

from __future__ import annotations

from typing import Any

from yangguang.cases import contested, standing
from yangguang.cases.gates import Attempt, gate
from yangguang.cases.models import DecisionStatus
from yangguang.cases.panels import Panel, panel
from yangguang.kernel import clock

FALLEN = frozenset({DecisionStatus.ANNULLED, DecisionStatus.VOIDED})


@gate(
    "no_evidence_in_remedy", label="没有在复议、诉讼期间自行取证", clauses=("ARL-2023:46.1", "AJL-2017:35"),
    remedy="经复议机关同意或者人民法院准许补充的，请先登记准许的文书；查处其他违法行为的，请另立案件。",
)  # fmt: skip
def no_evidence_in_remedy(attempt: Attempt) -> str:
    """A decision of the case is contested on that day, still stands, and nobody gave leave to supplement evidence."""
    if not attempt.case.pk:
        return ""
    day = attempt.at.day
    for one in standing.remedies_of(attempt.case):
        ended = one.outcome_received_on is not None and one.outcome_received_on <= day
        allowed = one.leave_on is not None and one.leave_on <= day
        if one.received_on <= day and not ended and not allowed and one.decision.status not in FALLEN:
            return "复议或者诉讼期间不得自行收集证据。"
    return ""


@panel("remedies")
def remedies_panel(case: Any, account: Any) -> Panel | None:
    """Which decision is contested before whom, what the body answered until when, how it ended; and what was handed in here."""
    rows, handed_in = contested.answers_of(case, clock.today()), contested.handed_in_of(case)
    told = {"remedies": rows, "handed_in": handed_in}
    return Panel("remedies", "复议、诉讼", "cases/remedies_panel.html", told) if rows or handed_in else None

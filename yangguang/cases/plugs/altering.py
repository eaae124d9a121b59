"""The gates on a decision the agency alters by itself (stages-penalty V02)."""

from __future__ import annotations

from typing import Any

from yangguang.cases.altering import content_now, waiting_alteration
from yangguang.cases.gates import Attempt, gate
from yangguang.cases.models import Decision, DecisionDraft, RemedyKind
from yangguang.cases.other_executions import carried_out_of
from yangguang.cases.panels import Panel, panel
from yangguang.cases.rules.altering import alteration_fault
from yangguang.cases.standing import has_taken


def _draft(attempt: Attempt) -> DecisionDraft | None:
    return attempt.given.get("draft") or waiting_alteration(attempt.case)


@gate(
    "alteration_drafted", label="已拟制变更决定", clauses=("APL-2021:75.2",), remedy="请承办人先办理“拟制变更决定”。",
)  # fmt: skip
def alteration_drafted(attempt: Attempt) -> str:
    """An alteration waits that nobody has issued."""
    return "" if waiting_alteration(attempt.case) else "还没有拟制变更决定。"


@gate(
    "alteration_not_heavier", label="变更没有加重", clauses=("APL-2021:75.2",),
    remedy="请重新拟制；需要加重的，撤销决定后依法重新处理。",
)  # fmt: skip
def alteration_not_heavier(attempt: Attempt) -> str:
    """What is drafted is heavier than what stands now, or is the same."""
    draft = _draft(attempt)
    if draft is None:
        return "还没有拟制变更决定。"
    decision = Decision.objects.get(public_id=draft.content["alters"])
    return alteration_fault(content_now(decision), draft.content, carried_out=carried_out_of(decision))


@gate(
    "court_told_of_alteration", label="诉讼中变更已书面告知法院", clauses=("AJI-2018:81.1",),
    remedy="请书面告知受理案件的人民法院，填写文书名称和编号。",
)  # fmt: skip
def court_told_of_alteration(attempt: Attempt) -> str:
    """A court hears a lawsuit about the decision and no paper told it."""
    draft = _draft(attempt)
    suing = attempt.case.remedies.filter(outcome="", kind=RemedyKind.LITIGATION)
    if draft is None or not suing.filter(decision__public_id=draft.content["alters"]).exists():
        return ""
    told = str(attempt.given.get("court_notice") or "").strip()
    return "" if told else "诉讼期间变更行政处罚决定的，应当书面告知人民法院。"


@panel("alterations")
def alterations_panel(case: Any, account: Any) -> Panel | None:
    """What was altered, from what to what, and what waits to be."""
    if not has_taken(case, "propose_alteration"):
        return None
    rows = list(case.alterations.select_related("document").order_by("pk"))
    waiting = waiting_alteration(case)
    if not rows and waiting is None:
        return None
    return Panel("alterations", "变更决定", "cases/alterations_panel.html", {"alterations": rows, "waiting": waiting})

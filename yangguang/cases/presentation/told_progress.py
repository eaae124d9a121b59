"""How far a complaint is, in words anybody may read: no party, no case number, nobody who told or handles (D11)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings

from yangguang.base import ledger
from yangguang.bulletin.api import Progress
from yangguang.cases.events.labour import ComplainantAnswered, LeadSettled
from yangguang.cases.models import Case, Clock, Lead, LeadStatus
from yangguang.cases.presentation.progress import stage_of
from yangguang.kernel import clock

OVER = {
    LeadStatus.DECLINED: "不予受理，理由和救济途径见不予受理通知书",
    LeadStatus.REDIRECTED: "已经告知其他途径，见告知书",
    LeadStatus.ANSWERED: "已经办结并答复",
}
SETTLED = frozenset({*OVER, LeadStatus.NOT_OPENED, LeadStatus.TRANSFERRED})
SETTLING = (LeadSettled.__name__, ComplainantAnswered.__name__)
UNDER_INVESTIGATION, EXAMINED = "已经受理，正在调查", "调查结束，正在审理"
DECIDED, ENDED = "已经作出处理，正在执行", "已经办结，等待答复"


def ended_on(lead: Lead) -> date | None:
    """The day after which nothing more is told of a lead: it was settled or answered, or what it went into ended."""
    if lead.status in SETTLED:
        entry = ledger.entries_about("lead", lead.public_id).filter(event__in=SETTLING).last()
        return clock.legal_day(entry.occurred_at) if entry else lead.received_on
    if lead.status not in {LeadStatus.OPENED, LeadStatus.MERGED}:
        return None
    if lead.case is not None:
        return lead.case.closed_on
    return ended_on(lead.merged_into) if lead.merged_into else None


def progress_of(lead: Lead) -> Progress:
    """Stage, next step with its last day where the law sets one, and whom to ask."""
    contact = f"{lead.body.name}　{lead.body.address}　{lead.body.complaint_phone}"
    if lead.status in OVER:
        over = ended_on(lead)
        return Progress(OVER[LeadStatus(lead.status)], contact, until=over + settings.PROGRESS_KEPT if over else None)
    if lead.status == LeadStatus.COMPLETING:
        return Progress("需要补正材料，见补正告知书", contact, "收到补正材料后决定是否受理")
    case = lead.case or (lead.merged_into.case if lead.merged_into else None)
    if case is None:
        return Progress(
            "已经登记，正在审查", contact, "决定是否受理", _due("accept_complaint_by", lead_ref=lead.public_id)
        )
    return _of_case(case, contact)


def _of_case(case: Case, contact: str) -> Progress:
    stage = stage_of(case)
    if stage in {"clue", "opened", "investigated"}:
        return Progress(UNDER_INVESTIGATION, contact, "完成调查", _due("investigate_by", case=case))
    if stage == "examined":
        return Progress(EXAMINED, contact, "作出处理决定")
    return Progress(ENDED if stage == "closed" else DECIDED, contact, "答复投诉人")


def _due(kind: str, **of: Any) -> date | None:
    """The last day of a running term; nothing while it stands still."""
    running = Clock.objects.filter(kind=kind, stopped_on=None, still=False, **of).order_by("due_on", "pk").first()
    return running.due_on if running else None

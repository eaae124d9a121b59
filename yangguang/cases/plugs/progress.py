"""How far a complaint is reaches the public store in public words (D11): no party, no case number, nobody who told or handles."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from yangguang.base.jobs import scheduled
from yangguang.base.outbox import listener
from yangguang.bulletin.api import forget_progress, put_progress, tail_of
from yangguang.cases.events.labour import (
    ComplainantAnswered,
    ComplaintAccepted,
    CompletionAsked,
    CompletionRecorded,
    LeadMerged,
    LeadRegistered,
    LeadSettled,
)
from yangguang.cases.kinds.labour.sealing import unseal
from yangguang.cases.models import Lead, LeadSource
from yangguang.cases.presentation.told_progress import OVER, progress_of

OF_COMPLAINTS = (
    LeadRegistered, CompletionAsked, CompletionRecorded, ComplaintAccepted, LeadMerged, LeadSettled, ComplainantAnswered,
)  # fmt: skip


@listener(*OF_COMPLAINTS, name="cases.progress")
def complaint_moved(entry: Any) -> None:
    """Say where it stands now; sent twice, it is kept once."""
    lead = Lead.objects.filter(public_id=entry.subject_ref).first()
    if lead is not None:
        put(lead)


@scheduled("cases.progress", title="投诉办理进度更新到公示网站", every=timedelta(hours=1))
def progress_of_today() -> int:
    """Every complaint that is not over, as of today; what may not be asked any more is forgotten. How many changed."""
    going_on = Lead.objects.filter(source=LeadSource.COMPLAINT).exclude(status__in=OVER)
    going_on = going_on.select_related("body", "case", "merged_into__case").order_by("pk")
    return sum(put(lead) for lead in going_on.iterator()) + forget_progress()


def put(lead: Lead) -> bool:
    """One complaint, for each telephone it was made with; whether anything differed. A tip-off is nobody's to ask about."""
    if not lead.is_complaint:
        return False
    tails = {tail_of(unseal(one.sealed).phone) for one in lead.informants.order_by("pk")}
    return put_progress(lead.number, tails, progress_of(lead))

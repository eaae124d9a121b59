"""What acts on an announcement share: which clause counts its days, and how it ends."""

from __future__ import annotations

from datetime import date

from yangguang.cases.models import AnnouncementStatus, Case, Instruction, ServiceAnnouncement
from yangguang.cases.rules.clocks import KINDS, clause_for
from yangguang.cases.serving import Recipient, addressed, announcement_of, disposition_of
from yangguang.cases.use_cases import run_clocks
from yangguang.records.api import Document
from yangguang.statutes import clause

CLOCK = "deemed_served_on"


def clause_of(case: Case, document: Document, *, on: date) -> str:
    """What counts the days: papers of penalties go by the nation's own procedure, those of labour lines by the region's."""
    lines = Instruction.objects.filter(case=case, document_ref=document.public_id).exists()
    lines = lines or disposition_of(case, document) is not None or bool(addressed(case, document))
    return clause_for(KINDS[CLOCK], region=case.body.region_code, on=on) if lines else KINDS[CLOCK].clause


def days_of(case: Case, document: Document, *, on: date) -> int:
    """How many days a paper is announced."""
    return clause(clause_of(case, document, on=on)).amount("deemed_served_within", unit="calendar_day")


def end_announcement(document: Document, party: Recipient, *, on: date, why: str = "已另行送达") -> None:
    """Whatever announcement of this paper for this party is under way counts no more."""
    if (found := announcement_of(document, party)) is not None:
        settle(found, AnnouncementStatus.ENDED, on=on, why=why)


def settle(row: ServiceAnnouncement, status: AnnouncementStatus, *, on: date, why: str) -> None:
    """Put an announcement where it ended, and stop its clock."""
    row.status, row.ended_on = status, on
    row.save(update_fields=["status", "ended_on"])
    run_clocks.stop(row.case, CLOCK, on=on, event=why, about_ref=row.public_id)

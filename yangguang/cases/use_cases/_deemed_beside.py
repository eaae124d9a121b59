"""A paper of a proceeding beside a case whose announcement is full: which step that is, and what begins with it."""

from __future__ import annotations

from datetime import date

from yangguang.cases.models import AddressedPaper, Clock, CriminalTransfer, SanctionsListing, ServiceAnnouncement
from yangguang.cases.use_cases._addressed import Beside
from yangguang.cases.use_cases._listed_arrival import listed_of, listing_paper_arrives, reached_by
from yangguang.cases.use_cases.serve_transfer_paper import transfer_paper_arrives

OF_LISTINGS = {"list_notice": "deem_list_notice_served", "objection_answer": "deem_objection_answer_served"}


def line_of(row: AddressedPaper) -> Beside:
    """The proceeding a paper is of."""
    if row.line == "criminal_transfer":
        return CriminalTransfer.objects.get(public_id=row.line_ref)
    return SanctionsListing.objects.get(public_id=row.line_ref)


def act_of(row: AddressedPaper) -> str:
    """The step by which it counts as served."""
    if row.line == "criminal_transfer":
        return "deem_transfer_paper_served"
    return OF_LISTINGS.get(row.document.kind, "deem_listing_paper_served")


def reached(line: Beside, row: AddressedPaper) -> str:
    """Where the proceeding stands then; empty where it stays."""
    return reached_by(line, row) if isinstance(line, SanctionsListing) else ""


def begins(line: Beside, row: AddressedPaper, announced: ServiceAnnouncement, *, on: date, how: str) -> None:
    """What begins with its arrival. The answer to an objection is late by the announcement, and its course says why."""
    if isinstance(line, CriminalTransfer):
        transfer_paper_arrives(line, row, on=on)
        return
    one = listed_of(line, row)
    late = Clock.objects.filter(case=line.case, kind="verify_objection_by", about_ref=one.public_id, stopped_on=None)
    if row.document.kind == "objection_answer":
        late.filter(due_on__lt=on, overdue_reason="").update(overdue_reason=f"公告送达：{announced.course}"[:400])
    listing_paper_arrives(line, row, on=on, how=how)

"""Serve a decision of the sanctions list on one of those it is for; the terms it names run from that day (D05 to D13)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.sanctions import ListingMoved
from yangguang.cases.models import SanctionsListing
from yangguang.cases.use_cases._addressed import chosen, keep_addressed
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.cases.use_cases._listed_arrival import listing_paper_arrives
from yangguang.cases.use_cases._serving import method_label
from yangguang.cases.use_cases.serve_document import ServiceFacts
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "CPL-2023:87.1"
OWN_ACT = {"list_notice": "列入前告知", "objection_answer": "核实异议并告知"}


@transaction.atomic
def serve_listing_paper(
    *, listing: SanctionsListing, paper: str, service: ServiceFacts, actor: Account, at: Moment
) -> SanctionsListing:
    """`paper` names the paper and whom it is for. Notices and answers move the listing and have acts of their own."""
    line = locked_line(listing)
    row = chosen(line, paper)
    if own := OWN_ACT.get(row.document.kind):
        raise Refused("这份文书在另一事项中送达。", CLAUSE, field="paper", remedy=f"请办理“{own}”。")
    how = method_label(service)
    given = {**service.as_given(row.whom), "document": row.document}
    taken = step_taken(line, "serve_listing_paper", actor=actor, at=at, given=given)
    keep_addressed(row, service, actor=actor, at=at)
    listing_paper_arrives(line, row, on=at.day)
    line.save()
    words = f"{row.document.title}{row.document.number}，{row.whom.name}，{how}"
    told(taken, line, ListingMoved("送达", words, (CLAUSE,)), actor=actor, at=at)
    return line

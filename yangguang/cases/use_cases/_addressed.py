"""Papers of proceedings beside a case: whom each is for, its service by the one module, and what begins when it arrives."""

from __future__ import annotations

from datetime import date

from yangguang.cases.models import AddressedPaper, CriminalTransfer, SanctionsListing
from yangguang.cases.serving import Recipient, by_whom, waiting_beside
from yangguang.cases.use_cases._lines import FLOW_OF
from yangguang.cases.use_cases.serve_document import ServiceFacts, keep_service
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import Document

CLAUSE = "CPL-2023:87.1"
Beside = SanctionsListing | CriminalTransfer


def address(line: Beside, document: Document, *whom: Recipient) -> list[AddressedPaper]:
    """Put down whom a paper that was just made is to be served on."""
    about = {"case": line.case, "line": FLOW_OF[type(line)].name, "line_ref": line.public_id}
    return [AddressedPaper.objects.create(document=document, **about, **by_whom(who)) for who in whom]


def waiting_for(line: Beside, kind: str, who: Recipient) -> AddressedPaper | None:
    """The paper of a kind that was made for somebody and has not arrived."""
    return next((row for row in waiting_beside(line) if row.document.kind == kind and row.whom == who), None)


def chosen(line: Beside, ref: str) -> AddressedPaper:
    """The paper to serve as the form names it. Raises Refused where it has arrived meanwhile, or is none of this line."""
    found = next((row for row in waiting_beside(line) if row.public_id == ref), None)
    if found is None:
        raise Refused("请选择要送达的文书和受送达人。", CLAUSE, field="paper", remedy="请刷新页面后重新选择。")
    return found


def keep_addressed(row: AddressedPaper, service: ServiceFacts, *, actor: Account, at: Moment) -> None:
    """The service with its proof; the caller has asked its gates and starts what runs from it."""
    paper = row.document
    if paper.dated_on and at.day < paper.dated_on:
        raise Refused("送达日期不能早于文书日期。", CLAUSE, field="occurred_at", remedy="请核对日期。")
    keep_service(row.case, paper, row.whom, service, actor=actor, at=at)
    arrived(row, on=at.day)


def arrived(row: AddressedPaper, *, on: date) -> None:
    """Somebody has it."""
    row.served_on = on
    row.save(update_fields=["served_on"])

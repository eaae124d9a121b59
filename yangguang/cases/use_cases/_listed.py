"""What the verbs of the sanctions list share: whom a paper is for, what ends with a decision, and its remedies."""

from __future__ import annotations

from datetime import date

from yangguang.cases.kinds.labour.remedies import remedies_of
from yangguang.cases.kinds.wage_arrears_sanctions.stages import RIGHTS
from yangguang.cases.models import ListedPart, ListedParty, SanctionsListing, ServiceRecipient
from yangguang.cases.serving import Recipient, waiting_beside
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._addressed import address
from yangguang.cases.use_cases._announcing import end_announcement
from yangguang.directory.api import Account, Body
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import Document, void_document


def listed_named(line: SanctionsListing, ref: str) -> ListedParty:
    """The party an act is about, under lock."""
    found = line.listed.select_for_update().filter(public_id=ref).first()
    if found is None:
        raise Refused("请选择拟列入的当事人。", "DWL-2021:5#persons", field="who", remedy="请刷新页面后重新选择。")
    return found


def recipient_of(one: ListedParty) -> Recipient:
    """On whom papers for somebody listed are served: the unit is the party, a person becomes a recipient of the case."""
    if one.part == ListedPart.UNIT:
        return one.listing.party
    found, _ = ServiceRecipient.objects.get_or_create(
        case=one.listing.case, about_ref=one.public_id,
        defaults={"name": one.name, "quality": str(ListedPart(one.part).label)},
    )  # fmt: skip
    return found


def for_everybody(line: SanctionsListing, letter: Document) -> Document:
    """A decision is to be served on the unit and on every person with it."""
    address(line, letter, *(recipient_of(one) for one in line.listed.order_by("position", "pk")))
    return letter


def rights_end(line: SanctionsListing, *, on: date, event: str) -> None:
    """It is decided: nobody listed has days left to object, nor waits for an answer."""
    for one in line.listed.order_by("position", "pk"):
        for kind in RIGHTS:
            run_clocks.stop(line.case, kind, on=on, event=event, about_ref=one.public_id)


def nothing_waits(line: SanctionsListing, *, event: str, actor: Account, at: Moment) -> None:
    """Notices and answers made ahead are voided, and announced no longer; the paper of an archived volume stays."""
    for row in waiting_beside(line):
        end_announcement(row.document, row.whom, on=at.day, why=event)
        try:
            void_document(document_id=row.document_id, reason=event, actor=actor, at=at)
        except Refused:
            continue


def known_remedies(body: Body, on: date) -> dict[str, str]:
    """What a decision says about remedies; empty where the body has not set its authorities, which the gate then says."""
    try:
        return remedies_of(body, on)
    except Refused:
        return {}


def days_in_order(*days: tuple[date | None, str], on: date, clause_id: str) -> None:
    """Raises Refused for a typed day after the act."""
    for day, label in days:
        if day is not None and day > on:
            raise Refused(f"{label}不能晚于办理的日期。", clause_id, remedy="请核对日期。")

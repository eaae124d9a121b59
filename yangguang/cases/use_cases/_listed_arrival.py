"""What begins when a paper of the sanctions list has reached somebody, however it did: days to object, to answer, to contest."""

from __future__ import annotations

from datetime import date

from yangguang.cases.kinds.execution.court_gates import REMEDIES
from yangguang.cases.models import AddressedPaper, ListedPart, ListedParty, ListingStatus, SanctionsListing
from yangguang.cases.use_cases import run_clocks

LATER = frozenset({"restoration_decision", "delisting_refusal"})
CONTESTED = LATER | {"list_decision"}  # they say how to contest them


def notice_arrives(one: ListedParty, *, on: date, how: str = "") -> None:
    """Five working days to object, for each on their own."""
    one.told_on = on
    one.save(update_fields=["told_on"])
    run_clocks.start(
        one.listing.case, "object_to_listing_by", on=on, event=f"{how}列入前告知送达", about_ref=one.public_id
    )


def answer_arrives(one: ListedParty, *, on: date, how: str = "") -> None:
    """The objection is answered when the answer has arrived."""
    one.verified_on = on
    one.save(update_fields=["verified_on"])
    run_clocks.stop(one.listing.case, "verify_objection_by", on=on, event=f"{how}核实并告知", about_ref=one.public_id)


def decision_arrives(one: ListedParty, row: AddressedPaper, *, on: date, how: str = "") -> None:
    """The terms of both remedies run for whoever got it; a later decision has its own beside those of the listing."""
    ref = row.public_id if row.document.kind in LATER else one.public_id
    for kind in REMEDIES:
        run_clocks.start(one.listing.case, kind, on=on, event=f"{how}收到决定书", about_ref=ref)


def listed_of(line: SanctionsListing, row: AddressedPaper) -> ListedParty:
    """Who among those listed a paper is for."""
    if row.service_recipient is None:
        return line.listed.get(part=ListedPart.UNIT)
    return line.listed.get(public_id=row.service_recipient.about_ref)


def all_told_but(line: SanctionsListing, one: ListedParty) -> bool:
    """Whether everybody else was told."""
    return not line.listed.filter(told_on=None).exclude(pk=one.pk).exists()


def all_answered_but(line: SanctionsListing, one: ListedParty) -> bool:
    """Whether every other objection was answered."""
    return not line.listed.exclude(objected_on=None).filter(verified_on=None).exclude(pk=one.pk).exists()


def reached_by(line: SanctionsListing, row: AddressedPaper) -> str:
    """Where the listing stands once this paper has arrived; empty where it stays."""
    one, kind = listed_of(line, row), row.document.kind
    if kind == "list_notice" and all_told_but(line, one):
        return ListingStatus.NOTIFIED
    return ListingStatus.VERIFIED if kind == "objection_answer" and all_answered_but(line, one) else ""


def listing_paper_arrives(line: SanctionsListing, row: AddressedPaper, *, on: date, how: str = "") -> None:
    """By the kind of paper."""
    one, kind = listed_of(line, row), row.document.kind
    if kind == "list_notice":
        notice_arrives(one, on=on, how=how)
    elif kind == "objection_answer":
        answer_arrives(one, on=on, how=how)
    elif kind in CONTESTED:
        decision_arrives(one, row, on=on, how=how)

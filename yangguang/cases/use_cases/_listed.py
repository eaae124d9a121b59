"""What the verbs of the sanctions list share: whom a paper is for, and the remedies of its decisions."""

from __future__ import annotations

from datetime import date

from yangguang.cases.kinds.labour.remedies import remedies_of
from yangguang.cases.models import ListedPart, ListedParty, SanctionsListing, ServiceRecipient
from yangguang.cases.serving import Recipient
from yangguang.cases.use_cases._addressed import address
from yangguang.directory.api import Body
from yangguang.kernel.refusal import Refused
from yangguang.records.api import Document


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

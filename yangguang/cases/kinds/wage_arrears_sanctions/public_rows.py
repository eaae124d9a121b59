"""What the public reads of a listing: who, why, by which decision, from when to when. No number of any person."""

from __future__ import annotations

from yangguang.cases.models import ListedPart, ListedParty, ListingStatus, SanctionsListing
from yangguang.kernel.money import in_figures

COLUMNS = (
    ("name", "用人单位"), ("credit_code", "统一社会信用代码"), ("persons", "一并列入的责任人员"), ("reason", "列入事由"),
    ("decision", "决定文号"),
    ("listed_on", "列入日期"), ("until", "列入至"),
)  # fmt: skip
WORDED = frozenset({"reason"})
STANDING = (ListingStatus.LISTED, ListingStatus.DELISTING_REQUESTED)


def words_of(line: SanctionsListing) -> str:
    """Why it is listed, in the words the public reads: facts of the order, not of any worker."""
    event = f"，{line.mass_event.rstrip('。')}" if line.mass_event else ""
    return f"拖欠农民工工资{in_figures(line.unpaid_fen)}元，经责令限期支付逾期未支付{event}"


def cells_of(line: SanctionsListing) -> dict[str, str]:
    """One listing, column by column."""
    persons = [f"{one.name}（{ListedPart(one.part).label}）" for one in _persons(line)]
    return {
        "name": line.party.name, "credit_code": line.party.code, "persons": "、".join(persons), "reason": words_of(line),
        "decision": line.number, "listed_on": str(line.listed_on or ""), "until": str(line.listed_until or ""),
    }  # fmt: skip


def public_by_law(line: SanctionsListing) -> list[str]:
    """What the law itself makes public of a listing, whatever else the file holds secret."""
    return [line.party.name, line.party.code, *(one.name for one in _persons(line))]


def _persons(line: SanctionsListing) -> list[ListedParty]:
    return list(line.listed.exclude(part=ListedPart.UNIT).order_by("position", "pk"))

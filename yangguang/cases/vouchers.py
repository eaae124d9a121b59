"""Which vouchers the file of a case should hold and does not: of a fine collected on the spot, of what was given back."""

from __future__ import annotations

from dataclasses import dataclass

from yangguang.base.guards import asked_once
from yangguang.cases.kinds.summary.gates import collection_of
from yangguang.cases.models import Case
from yangguang.cases.rules.vouchers import COLLECTION, GIVEN_BACK, Voucher
from yangguang.cases.standing import papers_of
from yangguang.records.api import Document, DocumentStatus, lies_open


@dataclass(frozen=True)
class Lacking:
    """One voucher nobody has put behind its paper; without a document the paper itself is lacking too."""

    ref: str
    title: str
    document: Document | None = None
    voucher: Voucher | None = None


@asked_once
def lacking_vouchers(case: Case) -> list[Lacking]:
    """In the order of the file. What lies in an archived volume is not asked for again: it could not be added."""
    return [*_of_collection(case), *_of_what_went_back(case)]


def _of_collection(case: Case) -> list[Lacking]:
    if (row := collection_of(case)) is None:
        return []
    found = []
    for voucher in COLLECTION:
        if not (number := voucher.number_in(row)):
            continue  # not yet on its way; closing asks for that
        title = voucher.titled(number)
        paper = next((one for one in _standing(case) if (one.kind, one.title) == (voucher.kind, title)), None)
        if paper is None or _unproven(paper):
            found.append(Lacking(voucher.number, title, paper, voucher))
    return found


def _of_what_went_back(case: Case) -> list[Lacking]:
    papers = [one for one in _standing(case) if one.kind in GIVEN_BACK]
    return [Lacking(one.public_id, one.title, one) for one in papers if _unproven(one)]


def _standing(case: Case) -> list[Document]:
    return [one for one in papers_of(case) if one.status != DocumentStatus.VOIDED]


def _unproven(paper: Document) -> bool:
    return not paper.scans.all() and lies_open(paper)

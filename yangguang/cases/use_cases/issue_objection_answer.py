"""Verify an objection and make the answer ahead of its service: so that it can be tried in every way, and announced."""

from __future__ import annotations

from django.db import transaction

from yangguang.base.events import Actor
from yangguang.cases.events.sanctions import ListingMoved
from yangguang.cases.kinds.wage_arrears_sanctions import papers
from yangguang.cases.models import AddressedPaper, ListedParty, SanctionsListing
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._addressed import address, waiting_for
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.cases.use_cases._listed import listed_named, recipient_of
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "DWL-2021:6.2#verify"
KIND = "objection_answer"


@transaction.atomic
def issue_objection_answer(
    *, listing: SanctionsListing, who: str, verification: str, actor: Account, at: Moment
) -> SanctionsListing:
    """The five days to verify and tell run on until it has arrived."""
    line = locked_line(listing)
    one = listed_named(line, who)
    must_answer(one)
    if waiting_for(line, KIND, recipient_of(one)):
        raise Refused(f"给{one.name}的核实结果告知书已经制作。", CLAUSE, field="who", remedy="请登记送达，或者先作废。")
    taken = step_taken(line, "issue_objection_answer", actor=actor, at=at)
    row = answer_for(line, one, verification, actor=actor, at=at)
    line.save()
    event = ListingMoved("制作异议核实结果告知书", f"{one.name}，{row.document.number}", (CLAUSE,))
    told(taken, line, event, actor=actor, at=at)
    return line


def must_answer(one: ListedParty) -> None:
    """Raises Refused for whoever did not object, or has an answer."""
    if one.objected_on is None or one.verified_on is not None:
        raise Refused(f"{one.name}没有待核实的异议。", CLAUSE, field="who", remedy="请核对。")


def answer_for(
    line: SanctionsListing, one: ListedParty, verification: str, *, actor: Actor, at: Moment
) -> AddressedPaper:
    """The numbered paper with what came of it."""
    words = worded(verification, label="核实结果", field="verification", most=4000)
    letter = papers.letter(
        line, kind=KIND, title="异议核实结果告知书", number_kind="异告", to=one.name,
        words=[f"你（单位）对拟列入失信联合惩戒名单提出的异议，经核实：{words}"], actor=actor, at=at,
    )  # fmt: skip
    one.verification = words
    one.save(update_fields=["verification"])
    return address(line, letter, recipient_of(one))[0]

"""Refuse to remove a unit early, with reasons and remedies (D10)."""

from __future__ import annotations

from yangguang.cases.events.sanctions import ListingMoved
from yangguang.cases.kinds.labour.remedies import in_words
from yangguang.cases.kinds.wage_arrears_sanctions import papers
from yangguang.cases.models import SanctionsListing
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.cases.use_cases._listed import for_everybody, known_remedies
from yangguang.directory.api import Account, asks_code, reauthenticate
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "DWL-2021:14.2"


@asks_code
def refuse_delisting(
    *, listing: SanctionsListing, code: str, reason: str, actor: Account, at: Moment, overdue_reason: str = ""
) -> SanctionsListing:
    """With a fresh code; the listing goes on."""
    line = locked_line(listing)
    if not reason.strip():
        raise Refused("不予提前移出应当说明理由。", CLAUSE, field="reason", remedy="请写明理由。")
    remedies = known_remedies(line.case.body, at.day)
    given = {"content": {"remedies": remedies}, "overdue_reason": overdue_reason}
    taken = step_taken(line, "refuse_delisting", actor=actor, at=at, given=given)
    reauthenticate(actor, code, purpose="decide")
    letter = papers.letter(
        line, kind="delisting_refusal", title="不予提前移出失信联合惩戒名单决定书", number_kind="不移",
        to=papers.all_named(line), words=[f"不予提前移出。理由：{reason.strip()}", in_words(remedies, "决定")], actor=actor, at=at,
    )  # fmt: skip
    for_everybody(line, letter)
    line.save()
    told(taken, line, ListingMoved("不予提前移出", reason.strip(), (CLAUSE,)), actor=actor, at=at)
    return line

"""Decide that nobody is listed: everything was paid and pledged in writing before the decision (D06)."""

from __future__ import annotations

from yangguang.cases.events.sanctions import NotListed
from yangguang.cases.kinds.labour.queries import totals_of
from yangguang.cases.kinds.wage_arrears_sanctions import papers
from yangguang.cases.models import SanctionsListing
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.cases.use_cases._listed import for_everybody, nothing_waits, rights_end
from yangguang.directory.api import Account, asks_code, reauthenticate
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "DWL-2021:7"
EVENT = "已决定不予列入"


@asks_code
def decline_to_list(
    *, listing: SanctionsListing, code: str, reason: str, actor: Account, at: Moment, overdue_reason: str = ""
) -> SanctionsListing:
    """With a fresh code."""
    line = locked_line(listing)
    why = worded(reason, label="不予列入的理由", field="reason", most=1000)
    if line.rectified_on is None or line.pledged_on is None or totals_of(line.case).unpaid_fen:
        raise Refused(
            "不符合可以不予列入的条件。",
            CLAUSE,
            remedy="请先登记支付、改正日期和书面信用承诺；没有改正或者没有承诺的，应当列入。",
        )
    taken = step_taken(line, "decline_to_list", actor=actor, at=at, given={"overdue_reason": overdue_reason})
    reauthenticate(actor, code, purpose="decide")
    rights_end(line, on=at.day, event=EVENT)
    nothing_waits(line, event=EVENT, actor=actor, at=at)
    letter = papers.letter(
        line, kind="not_listing_decision", title="不予列入失信联合惩戒名单决定书", number_kind="不列",
        to=papers.all_named(line), words=[papers.why(line), f"你（单位）已改正并书面承诺不再拖欠。{why}决定不予列入。"],
        actor=actor, at=at,
    )  # fmt: skip
    for_everybody(line, letter)
    line.number, line.ended_on, line.ended_reason = letter.number, at.day, why
    line.save()
    told(taken, line, NotListed(line.number, why), actor=actor, at=at)
    return line

"""Remove a unit, and everybody listed with it, before the three years are over (D09)."""

from __future__ import annotations

from collections.abc import Sequence

from yangguang.cases.events.sanctions import TakenOffList
from yangguang.cases.kinds.wage_arrears_sanctions import papers
from yangguang.cases.models import SanctionsListing
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.cases.use_cases._listed import for_everybody
from yangguang.directory.api import Account, asks_code, reauthenticate
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSES = ("DWL-2021:14.2", "DWL-2021:14.3")


@asks_code
def remove_from_list(
    *, listing: SanctionsListing, code: str, everybody: Sequence[str], reason: str, actor: Account, at: Moment,
    overdue_reason: str = "",
) -> SanctionsListing:  # fmt: skip
    """With a fresh code."""
    line = locked_line(listing)
    why = worded(reason, label="移出的理由", field="reason", most=1000)
    if {one.public_id for one in line.listed.order_by("pk")} - set(everybody):
        raise Refused("应当将其他当事人一并移出。", CLAUSES[1], field="everybody", remedy="请选择列入的全部当事人。")
    taken = step_taken(line, "remove_from_list", actor=actor, at=at, given={"overdue_reason": overdue_reason})
    reauthenticate(actor, code, purpose="decide")
    letter = papers.letter(
        line, kind="delisting_decision", title="提前移出失信联合惩戒名单决定书", number_kind="移出", to=papers.all_named(line),
        words=[f"{papers.all_named(line)}符合提前移出条件。{why}决定自即日起移出名单。"], actor=actor, at=at,
    )  # fmt: skip
    for_everybody(line, letter)
    line.ended_on, line.ended_reason = at.day, why
    line.save()
    event = TakenOffList(line.public_id, line.number, "提前移出", why, CLAUSES)
    told(taken, line, event, actor=actor, at=at)
    return line

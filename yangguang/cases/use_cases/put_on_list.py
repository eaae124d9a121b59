"""Decide that a unit and the persons responsible go on the sanctions list for three years (D05)."""

from __future__ import annotations

from yangguang.cases.events.sanctions import PutOnList
from yangguang.cases.kinds.wage_arrears_sanctions import papers
from yangguang.cases.models import Clock, SanctionsListing
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.cases.use_cases._listed import for_everybody, known_remedies, rights_end
from yangguang.directory.api import Account, asks_code, reauthenticate
from yangguang.kernel.moment import Moment


@asks_code
def put_on_list(
    *, listing: SanctionsListing, code: str, sealed: bool, actor: Account, at: Moment, why_listed: str = "",
    overdue_reason: str = "",
) -> SanctionsListing:  # fmt: skip
    """With a fresh code. Made good and pledged since, it says why it lists all the same."""
    line = locked_line(listing)
    remedies = known_remedies(line.case.body, at.day)
    given = {
        "why_listed": why_listed, "content": {"remedies": remedies}, "sealed": sealed, "overdue_reason": overdue_reason,
    }  # fmt: skip
    taken = step_taken(line, "put_on_list", actor=actor, at=at, given=given)
    reauthenticate(actor, code, purpose="decide")
    rights_end(line, on=at.day, event="列入名单")
    listed(line, at, why_listed=why_listed)
    letter = papers.letter(
        line, kind="list_decision", title="列入失信联合惩戒名单决定书", number_kind="列", to=papers.all_named(line),
        words=papers.decision_words(line, remedies, why_listed=why_listed), actor=actor, at=at,
    )  # fmt: skip
    for_everybody(line, letter)
    line.number = letter.number
    line.save()
    event = PutOnList(line.public_id, line.number, line.listed_until or at.day, again=False)
    told(taken, line, event, actor=actor, at=at)
    return line


def listed(line: SanctionsListing, at: Moment, *, why_listed: str = "") -> None:
    """From this day, to the day the clock of three years says."""
    clock = Clock.objects.filter(case=line.case, kind="listed_until", about_ref=line.public_id).latest("pk")
    line.listed_on, line.listed_until, line.why_listed = at.day, clock.due_on, why_listed.strip()[:1000]
    line.ended_on, line.ended_reason, line.public_since, line.taken_down_on = None, "", None, None

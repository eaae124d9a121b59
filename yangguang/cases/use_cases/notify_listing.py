"""Tell one of those to be listed why, by which clause, what they may do, and that they may be left off (D02)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.sanctions import ListingMoved
from yangguang.cases.models import SanctionsListing
from yangguang.cases.use_cases._addressed import keep_addressed, waiting_for
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.cases.use_cases._listed import listed_named, recipient_of
from yangguang.cases.use_cases._listed_arrival import all_told_but, notice_arrives
from yangguang.cases.use_cases._serving import method_label
from yangguang.cases.use_cases.issue_list_notice import KIND, notice_for
from yangguang.cases.use_cases.serve_document import ServiceFacts
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "DWL-2021:6.1"


@transaction.atomic
def notify_listing(
    *, listing: SanctionsListing, who: str, leave_off_told: bool, service: ServiceFacts, actor: Account, at: Moment
) -> SanctionsListing:
    """The unit and each person on their own: make and serve the notice, or serve the one that was made ahead. The day of
    the act is the day of service, from which five days run.
    """
    line = locked_line(listing)
    one = listed_named(line, who)
    if not leave_off_told:
        raise Refused(
            "未告知可以不予列入的规定。", CLAUSE, field="leave_off_told", remedy="告知书载明第七条规定，请一并说明。"
        )
    if one.told_on is not None:
        raise Refused(f"已经告知{one.name}。", CLAUSE, field="who", remedy="请选择还没有告知的当事人。")
    how, to = method_label(service), recipient_of(one)
    made = waiting_for(line, KIND, to)
    act = "notify_listing" if all_told_but(line, one) else "notify_one_listed"
    given = {**service.as_given(to), "document": made.document if made else None}
    taken = step_taken(line, act, actor=actor, at=at, given=given)
    row = made or notice_for(line, one, actor=actor, at=at)
    keep_addressed(row, service, actor=actor, at=at)
    notice_arrives(one, on=at.day)
    line.save()
    event = ListingMoved("列入前告知", f"{one.name}，{row.document.number}，{how}", (CLAUSE,))
    told(taken, line, event, actor=actor, at=at)
    return line

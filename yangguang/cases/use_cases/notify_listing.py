"""Tell one of those to be listed why, by which clause, what they may do, and that they may be left off (D02)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.sanctions import ListingMoved
from yangguang.cases.kinds.wage_arrears_sanctions import papers
from yangguang.cases.models import SanctionsListing
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.cases.use_cases._listed import listed_named
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "DWL-2021:6.1"


@transaction.atomic
def notify_listing(
    *, listing: SanctionsListing, who: str, leave_off_told: bool, proof: str, actor: Account, at: Moment
) -> SanctionsListing:
    """The unit and each person on their own; the day of the act is the day of service, from which five days run."""
    line = locked_line(listing)
    one = listed_named(line, who)
    if not leave_off_told:
        raise Refused(
            "未告知可以不予列入的规定。", CLAUSE, field="leave_off_told", remedy="告知书载明第七条规定，请一并说明。"
        )
    if one.told_on is not None:
        raise Refused(f"已经告知{one.name}。", CLAUSE, field="who", remedy="请选择还没有告知的当事人。")
    last = not line.listed.filter(told_on=None).exclude(pk=one.pk).exists()
    taken = step_taken(line, "notify_listing" if last else "notify_one_listed", actor=actor, at=at)
    served = worded(proof, label="送达方式和回证", field="proof", most=200)
    letter = papers.letter(
        line, kind="list_notice", title="拟列入失信联合惩戒名单告知书", number_kind="拟列", to=one.name,
        words=papers.notice_words(line), actor=actor, at=at,
    )  # fmt: skip
    one.told_on = at.day
    one.save(update_fields=["told_on"])
    run_clocks.start(line.case, "object_to_listing_by", on=at.day, event="列入前告知送达", about_ref=one.public_id)
    line.save()
    event = ListingMoved("列入前告知", f"{one.name}，{letter.number}，{served}", (CLAUSE,))
    told(taken, line, event, actor=actor, at=at)
    return line

"""Make the notice before listing ahead of its service: so that it can be tried in every way, and announced."""

from __future__ import annotations

from django.db import transaction

from yangguang.base.events import Actor
from yangguang.cases.events.sanctions import ListingMoved
from yangguang.cases.kinds.wage_arrears_sanctions import papers
from yangguang.cases.models import AddressedPaper, ListedParty, SanctionsListing
from yangguang.cases.use_cases._addressed import address, waiting_for
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.cases.use_cases._listed import listed_named, recipient_of
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "DWL-2021:6.1"
KIND = "list_notice"


@transaction.atomic
def issue_list_notice(*, listing: SanctionsListing, who: str, actor: Account, at: Moment) -> SanctionsListing:
    """No day to object runs yet: the notice counts them from its service."""
    line = locked_line(listing)
    one = listed_named(line, who)
    if one.told_on is not None or waiting_for(line, KIND, recipient_of(one)):
        raise Refused(
            f"给{one.name}的告知书已经制作。", CLAUSE, field="who", remedy="还没有送达的，请登记送达，或者先作废。"
        )
    taken = step_taken(line, "issue_list_notice", actor=actor, at=at)
    row = notice_for(line, one, actor=actor, at=at)
    line.save()
    event = ListingMoved("制作列入前告知书", f"{one.name}，{row.document.number}", (CLAUSE,))
    told(taken, line, event, actor=actor, at=at)
    return line


def notice_for(line: SanctionsListing, one: ListedParty, *, actor: Actor, at: Moment) -> AddressedPaper:
    """The numbered paper for one of them: why, by which clause, the days to object, and who may be left off."""
    letter = papers.letter(
        line, kind=KIND, title="拟列入失信联合惩戒名单告知书", number_kind="拟列", to=one.name,
        words=papers.notice_words(line), actor=actor, at=at,
    )  # fmt: skip
    return address(line, letter, recipient_of(one))[0]

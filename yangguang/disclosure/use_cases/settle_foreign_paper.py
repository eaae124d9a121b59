"""Say of a paper from outside that what was rebuilt may leave, or that it does not go with the public copy at all."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.disclosure.events.papers import ForeignPaperConfirmed, ForeignPaperDropped
from yangguang.disclosure.models import ForeignPaper
from yangguang.disclosure.rules.checks import SECRECY
from yangguang.disclosure.use_cases._paper import lock_paper
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def settle_foreign_paper(*, paper_id: int, publish: bool, made: str, actor: Account, at: Moment) -> ForeignPaper:
    """`made`: the fingerprint of the rebuilt file that was looked at. Raises Refused when it is another by now."""
    paper, publication = lock_paper(paper_id, actor)
    number = publication.number
    if not publish:
        paper.dropped_on = at.day
        paper.save(update_fields=["dropped_on"])
        ledger.record(ForeignPaperDropped(number), subject=publication.subject, actor=actor, at=at)
        return paper
    if paper.made is None or paper.made.sha256 != made:
        raise Refused("遮盖后来又改过，或者还没有预览。", SECRECY, remedy="请逐页看过预览以后再确认。")
    paper.confirmed_by, paper.confirmed_on = actor, at.day
    paper.save(update_fields=["confirmed_by", "confirmed_on"])
    event = ForeignPaperConfirmed(number, len(paper.boxes), paper.hidden, paper.made.sha256)
    ledger.record(event, subject=publication.subject, actor=actor, at=at)
    return paper

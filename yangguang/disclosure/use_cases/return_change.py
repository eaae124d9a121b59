"""Do not approve a proposed change of what is public, and say why."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.disclosure.events.standing import TAKING_BACK, StandingChangeReturned
from yangguang.disclosure.models import StandingChange
from yangguang.disclosure.policy import standing_reader_fault
from yangguang.disclosure.rules.standing import CHANGES, ChangeKind
from yangguang.disclosure.use_cases._lock_standing import LONGEST_REASON, lock_change, named
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean


@transaction.atomic
def return_change(*, change_id: int, reason: str, actor: Account, at: Moment) -> StandingChange:
    """What is public stays as it is. The one who proposed it may take it back alone."""
    change, publication = lock_change(change_id, actor)
    if fault := standing_reader_fault(actor, publication):
        raise Refused(fault, TAKING_BACK)
    words = clean(reason, label="退回理由", most=LONGEST_REASON, lines=True, field="reason")
    if not words:
        raise Refused("退回应当写明理由。", TAKING_BACK, field="reason")
    change.approved, change.decided_by, change.decided_on = False, actor, at.day
    change.return_reason = words
    change.save(update_fields=["approved", "decided_by", "decided_on", "return_reason"])
    event = StandingChangeReturned(
        named(publication), publication.ref, kind=CHANGES[ChangeKind(change.kind)], reason=words
    )
    ledger.record(event, subject=publication.subject, actor=actor, at=at)
    return change

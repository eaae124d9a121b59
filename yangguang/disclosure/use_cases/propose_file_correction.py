"""The file says that what was published of a major violation is wrong: its correction waits for a second person (MVP-2016:10)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.disclosure.events.standing import TAKING_BACK, StandingChangeProposed
from yangguang.disclosure.models import StandingChange, StandingPublication
from yangguang.disclosure.rules.standing import CHANGES, ChangeKind
from yangguang.disclosure.use_cases._lock_standing import LONGEST_REASON, lock_standing, named
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def propose_file_correction(
    *, publication: StandingPublication, reason: str, actor: Account, at: Moment
) -> StandingChange | None:
    """Who answered the objection proposes; told twice, once. None where nothing stands. Raises Refused while another change
    waits, and for somebody of another body: the caller comes back.
    """
    locked, words = lock_standing(publication.pk), reason[:LONGEST_REASON]
    if not locked.stands or locked.changes.filter(reason=words, kind=ChangeKind.CORRECT).exists():
        return None
    if locked.changes.filter(decided_on=None).exists() or actor.body_id != locked.body_id:
        raise Refused("这条公示已经有一项变更等待批准。", TAKING_BACK, remedy="请先批准或者退回那一项。")
    change = StandingChange.objects.create(
        publication=locked,
        kind=ChangeKind.CORRECT,
        reason=words,
        hides_more=True,
        proposed_by=actor,
        proposed_on=at.day,
    )
    event = StandingChangeProposed(named(locked), locked.ref, CHANGES[ChangeKind.CORRECT], "", words)
    ledger.record(event, subject=locked.subject, actor=actor, at=at)
    return change

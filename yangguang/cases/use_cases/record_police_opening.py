"""The police opened a criminal case: the penalty ends here, things and papers are handed over within three days (C08, P54)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.criminal import CriminalTransferMoved
from yangguang.cases.models import CaseStatus, CriminalTransfer
from yangguang.cases.use_cases._criminal import came_in, end, with_its_entry
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment

CLAUSE = "TCR-2020:8"


@transaction.atomic
def record_police_opening(
    *, transfer: CriminalTransfer, number: str, sender: str, actor: Account, at: Moment, words: str = "",
    overdue_reason: str = "",
) -> CriminalTransfer:  # fmt: skip
    """The day is the day the notice came in. A term of the main line that ran out meanwhile says why."""
    line = locked_line(transfer)
    taken = step_taken(line, "record_police_opening", actor=actor, at=at, given={"overdue_reason": overdue_reason})
    came_in(line, act="record_police_opening", title="立案通知书", number=number, sender=sender, words=words, at=at)
    held = line.case.status == CaseStatus.TRANSFERRED_TO_POLICE
    main = end(line.case, actor=actor, at=at, overdue_reason=overdue_reason) if held else None
    line.save()
    told(taken, line, CriminalTransferMoved("公安机关立案", number, (CLAUSE,)), actor=actor, at=at)
    with_its_entry(main, taken)
    return line

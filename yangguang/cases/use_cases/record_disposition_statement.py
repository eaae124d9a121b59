"""Record what the party says to a proposed disposition, or that it gives up the right to speak, in words."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.wages import DispositionMoved
from yangguang.cases.models import Disposition
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@transaction.atomic
def record_disposition_statement(
    *, disposition: Disposition, statement: str, waives: bool = False, actor: Account, at: Moment
) -> Disposition:
    """The statement, or the explicit waiver with its words; a statement after a waiver revives the right (PF-9)."""
    row = locked_line(disposition)
    taken = step_taken(row, "record_disposition_statement", actor=actor, at=at)
    words = worded(statement, label="放弃的原话" if waives else "陈述申辩的内容", field="statement")
    if waives:
        row.waived_on = at.day
    else:
        row.statement, row.statement_on, row.waived_on = words, at.day, None
    row.save()
    step = "放弃陈述申辩" if waives else "陈述申辩"
    told(taken, row, DispositionMoved(step, words[:200], "", ("LSR-2004:19#hear",)), actor=actor, at=at)
    return row

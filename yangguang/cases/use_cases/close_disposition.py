"""Close a disposition that has been fulfilled (H10)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.wages import DispositionMoved
from yangguang.cases.models import Disposition
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@transaction.atomic
def close_disposition(*, disposition: Disposition, actor: Account, at: Moment) -> Disposition:
    """The unit head closes the line. Refused while anything is left to pay."""
    row = locked_line(disposition)
    taken = step_taken(row, "close_disposition", actor=actor, at=at)
    row.save()
    told(taken, row, DispositionMoved("收口", "", "", ("LSR-2004:18.1",)), actor=actor, at=at)
    return row

"""Annul a disposition decision that was wrong; the instruction behind it stands again as unheeded (H11)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.wages import DispositionMoved
from yangguang.cases.models import DecisionStatus, Disposition
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lines import decision_of, locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@transaction.atomic
def annul_disposition(*, disposition: Disposition, reason: str, actor: Account, at: Moment) -> Disposition:
    """The agency head annuls it, with the reason; number and paper stay."""
    row = locked_line(disposition)
    why = worded(reason, label="撤销理由", field="reason", most=400)
    taken = step_taken(row, "annul_disposition", actor=actor, at=at)
    step_taken(row.instruction, "reopen_instruction", actor=actor, at=at)
    decision = decision_of(row)
    decision.status = DecisionStatus.ANNULLED
    decision.save(update_fields=["status"])
    row.save()
    told(taken, row, DispositionMoved("撤销处理决定", why, "", ("LSP-2004:39",)), actor=actor, at=at)
    return row

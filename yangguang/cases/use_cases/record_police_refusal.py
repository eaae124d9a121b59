"""The police will not open a case: three days to ask them again run from the notice (C10)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.criminal import CriminalTransferMoved
from yangguang.cases.models import CriminalTransfer
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._criminal import came_in
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment

CLAUSE = "TCR-2020:8"


@transaction.atomic
def record_police_refusal(
    *, transfer: CriminalTransfer, number: str, sender: str, words: str, actor: Account, at: Moment
) -> CriminalTransfer:
    """With the reasons of the police, and the papers they sent back."""
    line = locked_line(transfer)
    why = worded(words, label="不予立案的理由", field="words", most=2000)
    taken = step_taken(line, "record_police_refusal", actor=actor, at=at)
    came_in(line, act="record_police_refusal", title="不予立案通知书", number=number, sender=sender, words=why, at=at)
    line.save()
    told(taken, line, CriminalTransferMoved("公安机关不予立案", f"{number}，{why}", (CLAUSE,)), actor=actor, at=at)
    return line

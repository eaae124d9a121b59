"""Put the receipt of the police on record; their three days run (C07)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.criminal import CriminalTransferMoved
from yangguang.cases.models import CriminalTransfer
from yangguang.cases.use_cases._criminal import came_in
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment

CLAUSE = "TCR-2020:7"


@transaction.atomic
def record_acknowledgement(
    *, transfer: CriminalTransfer, number: str, sender: str, receiver: str, actor: Account, at: Moment,
    forwarded_to: str = "",
) -> CriminalTransfer:  # fmt: skip
    """Who signed. Police who are not competent forward the file within twenty-four hours; then the others answer."""
    line = locked_line(transfer)
    taken = step_taken(line, "record_acknowledgement", actor=actor, at=at)
    passed_on = f"；转送{forwarded_to.strip()}" if forwarded_to.strip() else ""
    words = f"{receiver.strip()}签收{passed_on}"
    came_in(line, act="record_acknowledgement", title="移送回执", number=number, sender=sender, words=words, at=at)
    line.police = forwarded_to.strip()[:120] or line.police
    line.save()
    told(taken, line, CriminalTransferMoved("公安机关回执", f"{number}，{words}", (CLAUSE,)), actor=actor, at=at)
    return line

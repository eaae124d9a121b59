"""Police, procuratorate or a court sent a case back: it is dealt with here again; where a fine was imposed, not fined (C14)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.criminal import CaseCameBack
from yangguang.cases.models import CaseStatus, CriminalTransfer
from yangguang.cases.use_cases._criminal import came_in, resume, with_its_entry
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@transaction.atomic
def receive_back(
    *, transfer: CriminalTransfer, number: str, sender: str, words: str, court_fined: bool, actor: Account, at: Moment,
    overdue_reason: str = "",
) -> CriminalTransfer:  # fmt: skip
    """With their letter. The term of the penalty decision runs on."""
    line = locked_line(transfer)
    case = line.case
    taken = step_taken(line, "receive_back", actor=actor, at=at, given={"overdue_reason": overdue_reason})
    came_in(line, act="receive_back", title="移送函", number=number, sender=sender, words=words, at=at)
    line.court_fined, line.ended_on = court_fined, at.day
    line.save()
    held = case.status == CaseStatus.POLICE_OPENED and line.held_status
    main = resume(line, actor=actor, at=at) if held else None
    event = CaseCameBack(f"{sender.strip()}移回，{number.strip()}", str(CaseStatus(case.status).label), court_fined)
    told(taken, line, event, actor=actor, at=at)
    with_its_entry(main, taken)
    return line

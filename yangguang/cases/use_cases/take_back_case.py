"""Take a case back that the police did not open, and deal with it by administrative law (C13, P55)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.cases.events.criminal import CaseCameBack
from yangguang.cases.kinds.criminal_transfer.documents import papers
from yangguang.cases.models import CaseStatus, CriminalTransfer
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._criminal import resume, with_its_entry
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@transaction.atomic
def take_back_case(
    *, transfer: CriminalTransfer, reason: str, told_on: date, actor: Account, at: Moment
) -> CriminalTransfer:
    """The main line goes on from where it had stood; the party was told on a day."""
    line = locked_line(transfer)
    case, why = line.case, worded(reason, label="收回处理的理由", field="reason", most=1000)
    taken = step_taken(line, "take_back_case", actor=actor, at=at)
    line.ended_on = at.day
    line.save()
    held = case.status == CaseStatus.TRANSFERRED_TO_POLICE and line.held_status
    main = resume(line, actor=actor, at=at) if held else None
    stands = str(CaseStatus(case.status).label)
    rows = [("收回的理由", why), ("告知当事人", told_on.isoformat()), ("案件恢复到", stands)]
    papers.form(case, kind="taking_back_record", title="涉嫌犯罪案件收回处理记录", rows=rows, actor=actor, at=at)
    told(taken, line, CaseCameBack(why, stands, court_fined=False), actor=actor, at=at)
    with_its_entry(main, taken)
    return line

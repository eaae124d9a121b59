"""Take a case back that the police did not open, and deal with it by administrative law (C13, P55)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.criminal import CaseCameBack
from yangguang.cases.kinds.criminal_transfer.documents import papers
from yangguang.cases.kinds.penalty.documents import frame
from yangguang.cases.models import CaseStatus, CriminalTransfer
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._addressed import address
from yangguang.cases.use_cases._criminal import resume, with_its_entry
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.records.api import Document


@transaction.atomic
def take_back_case(*, transfer: CriminalTransfer, reason: str, actor: Account, at: Moment) -> CriminalTransfer:
    """The main line goes on from where it had stood; every party is told, by a paper that is served."""
    line = locked_line(transfer)
    case, why = line.case, worded(reason, label="收回处理的理由", field="reason", most=1000)
    taken = step_taken(line, "take_back_case", actor=actor, at=at)
    line.ended_on = at.day
    line.save()
    held = case.status == CaseStatus.TRANSFERRED_TO_POLICE and line.held_status
    main = resume(line, actor=actor, at=at) if held else None
    stands = str(CaseStatus(case.status).label)
    rows = [("收回的理由", why), ("案件恢复到", stands)]
    papers.form(case, kind="taking_back_record", title="涉嫌犯罪案件收回处理记录", rows=rows, actor=actor, at=at)
    for party in case.parties.order_by("position", "pk"):
        address(line, _notice(line, party.name, actor=actor, at=at), party)
    told(taken, line, CaseCameBack(why, stands, court_fined=False), actor=actor, at=at)
    with_its_entry(main, taken)
    return line


def _notice(line: CriminalTransfer, name: str, *, actor: Account, at: Moment) -> Document:
    """What a party is told: the police did not open a case, and administrative law goes on."""
    case = line.case
    return papers.letter(
        case, kind="taking_back_notice", title="涉嫌犯罪案件收回处理告知书", number_kind="移回告", to=name, actor=actor, at=at,
        words=[f"本机关移送{line.police}的{case.title}一案（{case.number}），公安机关不予立案。依照{frame.cited(['TCR-2020:10'])}的规定，"
               "本机关收回该案，依法处理。"],
    )  # fmt: skip

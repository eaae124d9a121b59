"""Suggest to the procuratorate that it supervise the opening of the case, with or without asking the police again (C12)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.criminal import CriminalTransferMoved
from yangguang.cases.kinds.criminal_transfer.documents import papers
from yangguang.cases.models import CriminalTransfer
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._criminal import protects_informants
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment

CLAUSES = ("TCR-2020:9.1", "TCR-2020:9.2#procuratorate")


@transaction.atomic
def request_procuratorial_supervision(
    *, transfer: CriminalTransfer, procuratorate: str, reason: str, actor: Account, at: Moment
) -> CriminalTransfer:
    """By the agency head."""
    line = locked_line(transfer)
    to = worded(procuratorate, label="人民检察院", field="procuratorate", most=120)
    why = worded(reason, label="理由", field="reason", most=2000)
    protects_informants(line.case, why)
    taken = step_taken(line, "request_procuratorial_supervision", actor=actor, at=at)
    letter = papers.letter(
        line.case, kind="supervision_suggestion", title="建议立案监督函", number_kind="建监", to=to,
        words=[f"{line.police}对{line.case.title}一案不予立案，本机关建议依法进行立案监督。理由：{why}"], actor=actor, at=at,
    )  # fmt: skip
    line.save()
    event = CriminalTransferMoved("建议检察院立案监督", f"{to}，{letter.number}", CLAUSES)
    told(taken, line, event, actor=actor, at=at)
    return line

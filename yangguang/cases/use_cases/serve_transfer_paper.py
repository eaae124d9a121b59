"""Serve a paper of a criminal transfer on the party it is for: where its things went, that the case is dealt with here."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.cases.events.criminal import CriminalTransferMoved
from yangguang.cases.kinds.criminal_transfer.listed_items import KIND
from yangguang.cases.models import AddressedPaper, CriminalTransfer
from yangguang.cases.use_cases._addressed import chosen, keep_addressed
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.cases.use_cases._serving import method_label
from yangguang.cases.use_cases.serve_document import ServiceFacts
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment

CLAUSE = "CPL-2023:87.1"


@transaction.atomic
def serve_transfer_paper(
    *, transfer: CriminalTransfer, paper: str, service: ServiceFacts, actor: Account, at: Moment
) -> CriminalTransfer:
    """`paper` names the paper and whom it is for."""
    line = locked_line(transfer)
    row = chosen(line, paper)
    how = method_label(service)
    given = {**service.as_given(row.whom), "document": row.document}
    taken = step_taken(line, "serve_transfer_paper", actor=actor, at=at, given=given)
    keep_addressed(row, service, actor=actor, at=at)
    transfer_paper_arrives(line, row, on=at.day)
    line.save()
    words = f"{row.document.title}{row.document.number}，{row.whom.name}，{how}"
    told(taken, line, CriminalTransferMoved("送达", words, (CLAUSE,)), actor=actor, at=at)
    return line


def transfer_paper_arrives(line: CriminalTransfer, row: AddressedPaper, *, on: date) -> None:
    """The day somebody was told where the things went is kept; nothing else runs from these papers."""
    if row.document.kind == KIND:
        line.items_told_on = on

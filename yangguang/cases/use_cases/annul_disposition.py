"""Annul a disposition decision that was wrong; the instruction behind it stands again as unheeded (H11)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.cases.events.wages import DispositionAnnulled
from yangguang.cases.kinds.labour.documents import instruction_papers
from yangguang.cases.models import DecisionStatus, Disposition
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lines import decision_of, locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document

CLAUSE = "LSP-2004:39"


@transaction.atomic
def annul_disposition(
    *, disposition: Disposition, reason: str, actor: Account, at: Moment, received_on: date | None = None
) -> Disposition:
    """The agency head annuls it, with the reason; number and paper stay.

    `received_on` is the day a ruling came in, where one asks for it: the term of withdrawing a publication runs from it.
    """
    row = locked_line(disposition)
    if received_on is not None and received_on > at.day:
        raise Refused("收到文书的日期不能晚于撤销的日期。", CLAUSE, field="received_on", remedy="请核对日期。")
    why = worded(reason, label="撤销理由", field="reason", most=400)
    taken = step_taken(row, "annul_disposition", actor=actor, at=at)
    step_taken(row.instruction, "reopen_instruction", actor=actor, at=at)
    decision = decision_of(row)
    decision.status = DecisionStatus.ANNULLED
    decision.save(update_fields=["status"])
    row.save()
    make_document(
        kind="disposition_annulment", title="撤销决定书", number_kind="监撤", body=row.case.body,
        file_ref=row.case.public_id, dated_on=at.day, actor=actor, at=at,
        sheet=instruction_papers.annulment(
            row.case, number=decision.number, party=row.party.name, reason=f"{why.rstrip('。')}。", on=at.day,
            paper="行政处理决定书",
        ),
    )  # fmt: skip
    event = DispositionAnnulled(
        "撤销处理决定", why, "", (CLAUSE,), decision.number, decision.public_id, why, received_on or at.day
    )
    told(taken, row, event, actor=actor, at=at)
    return row

"""Send a case to the police with its papers, as the principal head has approved (P19, TCR-2020:6)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.labour import CaseSentToPolice
from yangguang.cases.kinds.labour.documents import criminal_transfer_letter
from yangguang.cases.kinds.labour.queries import totals_of, workers_of
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Case, Outcome
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account, Proof, proven
from yangguang.kernel.moment import Moment
from yangguang.records.api import make_document


@transaction.atomic
def transfer_to_police(
    *, case_id: int, to: str, report: str, papers: str, proof: Proof | None, actor: Account, at: Moment
) -> Case:
    """The letter with the unpaid workers; what the workers are owed is still pursued here. Deputies are refused."""
    case = lock_case(case_id)
    taken = take(Taking(FLOWS["penalty"], case, "transfer_to_police", actor, at))
    proven(actor, proof, purpose="decide")
    case.outcome, case.closed_on = Outcome.CRIMINAL_TRANSFER, at.day
    case.save(update_fields=["outcome", "closed_on"])
    make_document(
        kind="criminal_transfer_letter", title="涉嫌犯罪案件移送书", number_kind="涉罪移", body=case.body,
        file_ref=case.public_id, dated_on=at.day, actor=actor, at=at,
        sheet=criminal_transfer_letter.sheet(
            case_title=case.title, case_number=case.number, body_name=case.body.name, to=to, report=report, papers=papers,
            workers=list(workers_of(case)), on=at.day,
        ),
    )  # fmt: skip
    announce(taken, CaseSentToPolice(to, totals_of(case).unpaid_fen), actor=actor, at=at)
    return case

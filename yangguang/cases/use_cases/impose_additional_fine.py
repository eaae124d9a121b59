"""Decide that a fine paid late is added to (P48), with the computation day by day."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.kinds.execution.documents import fulfilment_papers
from yangguang.cases.kinds.labour.remedies import remedies_of
from yangguang.cases.models import Decision, Execution
from yangguang.cases.owing import owing_of
from yangguang.cases.rules.coercions import BASIS, CoercionKind
from yangguang.cases.use_cases._execution import locked_execution, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.money import in_figures
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document

CLAUSE = "APL-2021:72.1.1#rate"


@transaction.atomic
def impose_additional_fine(*, decision: Decision, actor: Account, at: Moment) -> Execution:
    """The amount is that of the day; it goes on growing by the same rule until the fine is paid or the cap is reached."""
    row = locked_execution(decision)
    if row.imposed_on:
        raise Refused("已经决定加处罚款。", CLAUSE, remedy="数额按日计算，见履行页。")
    owing = owing_of(row.decision, on=at.day)
    taken = step_taken(row, "impose_additional_fine", actor=actor, at=at, given={"owing": owing})
    row.imposed_on = at.day
    row.save()
    paper = make_document(
        kind="additional_fine_decision", title="加处罚款决定书", number_kind="监加", body=row.case.body,
        file_ref=row.case.public_id, dated_on=at.day, actor=actor, at=at,
        sheet=fulfilment_papers.additional_fine_decision(
            row.case, number=row.decision.number, to=fulfilment_papers.whom_of(row.decision), owing=owing,
            basis=BASIS[CoercionKind.ADDITIONAL_FINE], remedies=remedies_of(row.case.body, at.day), on=at.day,
        ),
    )  # fmt: skip
    words = f"计算至{at.day:%Y-%m-%d}为{in_figures(owing.additional_fen)}元"
    told(taken, row, words, actor=actor, at=at, paper_ref=paper.public_id)
    return row

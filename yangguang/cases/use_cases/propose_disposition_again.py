"""Change what would be decided beyond what the party was told, so that it is told and heard anew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from yangguang.cases.events.wages import DispositionMoved
from yangguang.cases.kinds.labour.disposition_draft import content_of, keep_draft
from yangguang.cases.models import Disposition
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.cases.use_cases._roster import locked_case
from yangguang.cases.use_cases.propose_disposition import check_terms
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@transaction.atomic
def propose_disposition_again(
    *, disposition: Disposition, percent: int, findings: str, reasons: str, fulfil_days: int,
    answers: Mapping[str, Any], actor: Account, at: Moment,
) -> Disposition:  # fmt: skip
    """Back to the proposal: other facts or a heavier amount need a new notice and a new hearing of the party."""
    row = locked_line(disposition)
    case = locked_case(row.case, actor, "变更拟处理内容")
    check_terms(percent, fulfil_days)
    content = content_of(
        case, party=row.party, instruction=row.instruction, percent=percent, fulfil_days=fulfil_days, answers=answers,
        findings=worded(findings, label="查明的事实", field="findings"),
        reasons=worded(reasons, label="处理理由", field="reasons"), on=at.day,
    )  # fmt: skip
    taken = step_taken(row, "propose_disposition_again", actor=actor, at=at)
    row.draft, row.notified_on = keep_draft(case, content, actor, at), None
    row.save()
    told(
        taken,
        row,
        DispositionMoved("变更拟处理内容，重新告知", "", row.draft.digest, ("LSR-2004:19#hear",)),
        actor=actor,
        at=at,
    )
    return row

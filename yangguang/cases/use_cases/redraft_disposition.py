"""Draw up a disposition again: after the party was heard, after a return, or because workers have been paid."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from yangguang.base import ledger
from yangguang.cases.events.wages import DispositionMoved
from yangguang.cases.kinds.labour.disposition_draft import content_of, keep_draft
from yangguang.cases.models import Disposition, DispositionStatus
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.cases.use_cases._roster import locked_case
from yangguang.cases.use_cases.propose_disposition import check_terms
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

HEAR = "LSR-2004:19#hear"
TELL_ANEW = "请按告知的范围修改，或者办理“变更后重新告知”。"


@transaction.atomic
def redraft_disposition(
    *, disposition: Disposition, percent: int, findings: str, reasons: str, fulfil_days: int,
    answers: Mapping[str, Any], actor: Account, at: Moment,
) -> Disposition:  # fmt: skip
    """A new version of the draft. Never heavier than what the party was told; a passed review does not carry over."""
    row = locked_line(disposition)
    case = locked_case(row.case, actor, "修改拟处理内容")
    check_terms(percent, fulfil_days)
    before = row.draft.content
    content = content_of(
        case, party=row.party, instruction=row.instruction, percent=percent, fulfil_days=fulfil_days, answers=answers,
        findings=worded(findings, label="查明的事实", field="findings"),
        reasons=worded(reasons, label="处理理由", field="reasons"), on=at.day,
    )  # fmt: skip
    content["heard"], notified = before["heard"], before.get("notified_total_fen")
    if notified is not None:
        content["notified_total_fen"] = notified
        if content["total_fen"] > notified:
            raise Refused("拟处理的金额高于已经告知的金额，应当重新告知。", HEAR, field="percent", remedy=TELL_ANEW)
        if content["findings"] != before["findings"]:
            raise Refused("查明的事实与告知的不同，应当重新告知。", HEAR, field="findings", remedy=TELL_ANEW)
    event_step = "重新拟稿"
    if row.status == DispositionStatus.PROPOSED:
        row.draft = keep_draft(case, content, actor, at)
        row.save()
        event = DispositionMoved(event_step, "", row.draft.digest, ("LSR-2004:18.1",))
        ledger.record(event, subject=row.subject, actor=actor, at=at)
        return row
    taken = step_taken(row, "redraft_disposition", actor=actor, at=at)
    row.draft = keep_draft(case, content, actor, at)
    row.save()
    told(taken, row, DispositionMoved(event_step, "", row.draft.digest, ("LSR-2004:18.1",)), actor=actor, at=at)
    return row

"""Propose an administrative disposition after an unheeded instruction (H00)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from yangguang.base import ledger
from yangguang.cases.events.wages import DispositionMoved
from yangguang.cases.kinds.labour.disposition_draft import content_of, keep_draft
from yangguang.cases.kinds.labour.queries import totals_of
from yangguang.cases.models import Disposition, Instruction, InstructionStatus
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.rules.wage_arrears import COMPENSATION, percent_fault
from yangguang.cases.use_cases._lines import locked_line
from yangguang.cases.use_cases._roster import locked_case, these_hold
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

UNHEEDED = (InstructionStatus.UNRECTIFIED, InstructionStatus.PARTLY_RECTIFIED)


@transaction.atomic
def propose_disposition(
    *, instruction: Instruction, percent: int, findings: str, reasons: str, fulfil_days: int, answers: Mapping[str, Any],
    actor: Account, at: Moment,
) -> Disposition:  # fmt: skip
    """Draw up what would be decided: unpaid wages and compensation on them, worker by worker."""
    order = locked_line(instruction)
    case = locked_case(order.case, actor, "提出行政处理")
    check_terms(percent, fulfil_days)
    these_hold(("evidence_verified", "body_competent"), case, "propose_disposition", actor, at)
    if order.status not in UNHEEDED:
        raise Refused(
            "尚未核查，或者核查结果为已改正。", "LSR-2004:18.1",
            remedy="加付赔偿金以责令限期支付逾期为前提，请先核查改正情况。",
        )  # fmt: skip
    if case.dispositions.exclude(status__in=("annulled", "closed")).exists():
        raise Refused("本案已有办理中的行政处理。", "LSR-2004:18.1", remedy="请在原处理中修改。")
    if not totals_of(case).unpaid_fen:
        raise Refused("名册中没有尚欠的金额。", "LSR-2004:26#compensation", remedy="请核对名册和支付情况。")
    content = content_of(
        case, party=order.party, instruction=order, percent=percent, fulfil_days=fulfil_days, answers=answers, on=at.day,
        findings=worded(findings, label="查明的事实", field="findings"),
        reasons=worded(reasons, label="处理理由", field="reasons"),
    )  # fmt: skip
    draft = keep_draft(case, content, actor, at)
    disposition = Disposition.objects.create(case=case, instruction=order, party=order.party, draft=draft)
    event = DispositionMoved("拟处理", f"{len(content['annex'])}人", draft.digest, ("LSR-2004:18.1",))
    ledger.record(event, subject=disposition.subject, actor=actor, at=at)
    return disposition


def check_terms(percent: int, fulfil_days: int) -> None:
    """Compensation within the law or none at all; a term to fulfil."""
    if percent and (fault := percent_fault(percent)):
        raise Refused(fault, COMPENSATION, field="percent", remedy="请在法定幅度内填写，或者填0只责令支付。")
    if fulfil_days < 1:
        raise Refused("应当写明履行期限。", "LSR-2004:18.1", field="fulfil_days", remedy="请填写天数。")

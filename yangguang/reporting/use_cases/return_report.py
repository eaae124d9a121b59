"""The agency head sends a report back: it may be changed again, and its numbers are frozen anew."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import approvals, ledger
from yangguang.directory.api import Account, Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.reporting.events import ReportReturned
from yangguang.reporting.models import AnnualReport, ReportState
from yangguang.reporting.policy import may_adopt
from yangguang.reporting.rules.due import CLAUSE
from yangguang.reporting.use_cases._lock_report import lock_report
from yangguang.reporting.use_cases.submit_report import PURPOSE


@transaction.atomic
def return_report(*, report: AnnualReport, reason: str, actor: Account, at: Moment) -> AnnualReport:
    """Back to its drafters. Raises Refused without a reason, or when it is not waiting."""
    pending = lock_report(report)
    if not may_adopt(actor, pending.body):
        raise Refused("只有本机关负责人可以退回年报。", CLAUSE, remedy="请由机关负责人办理。")
    approval = approvals.latest(pending.subject, PURPOSE)
    if pending.state != ReportState.UNDER_REVIEW or approval is None:
        raise Refused("这份年报没有在等候审定。", CLAUSE,
                      remedy="只有送审以后、审定以前的年报可以退回；正在编制的直接修改，已经公开的编制更正版。")  # fmt: skip
    words = clean(reason, label="退回理由", most=1000, least=1, lines=True, field="reason")
    approvals.send_back(approval=approval, role=Role.AGENCY_HEAD, reason=words, actor=actor, at=at)

    pending.state, pending.content, pending.counted, pending.digest = ReportState.DRAFT, {}, [], ""
    pending.save(update_fields=["state", "content", "counted", "digest"])
    event = ReportReturned(pending.year, pending.version, words)
    ledger.record(event, subject=pending.subject, actor=actor, at=at)
    return pending

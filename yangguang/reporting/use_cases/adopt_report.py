"""Adopt a report with a fresh code: it is public from now on exactly as it was frozen, and never changes again."""

from __future__ import annotations

from yangguang.base import approvals, ledger
from yangguang.directory.api import Account, Role, asks_code, reauthenticate
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.reporting.events import ReportAdopted
from yangguang.reporting.figures import differences
from yangguang.reporting.models import AnnualReport, ReportState
from yangguang.reporting.policy import may_adopt
from yangguang.reporting.rules.due import CLAUSE, due_on, is_late
from yangguang.reporting.use_cases._counts_are_whole import counts_are_whole
from yangguang.reporting.use_cases._lock_report import lock_report
from yangguang.reporting.use_cases.submit_report import PURPOSE


@asks_code
def adopt_report(
    *, report: AnnualReport, opinion: str, code: str, late_reason: str = "", actor: Account, at: Moment
) -> AnnualReport:
    """Adopt and publish. Raises Refused for its own drafter, when what was frozen was altered or the files say something
    else by now or have not been counted; a late first version needs a reason and is never refused.
    """
    pending = lock_report(report)
    if not may_adopt(actor, pending.body):
        raise Refused("只有本机关负责人可以审定年报。", CLAUSE, remedy="请由机关负责人办理。")
    approval = approvals.latest(pending.subject, PURPOSE)
    if pending.state != ReportState.UNDER_REVIEW or approval is None:
        raise Refused("这份年报没有在等候审定。", CLAUSE,
                      remedy="审定的是已经送审、还没有退回和公开的年报；退回的，请编制人重新送审。")  # fmt: skip
    frozen = approvals.digest_of(pending.content)
    if not frozen == pending.digest == approval.proposal.get("digest"):
        raise Refused("年报内容与送审时不一致，不能审定。", CLAUSE, remedy="请退回后重新送审。")
    counts_are_whole(pending)
    if changed := differences(pending):
        raise Refused(
            f"送审以后案卷有了变化：{changed[0].label}由{changed[0].frozen}变为{changed[0].now}。", CLAUSE,
            remedy="请退回，重新计算后再送审。",
        )  # fmt: skip
    late = pending.version == 1 and is_late(pending.year, at.day)
    why = clean(late_reason, label="逾期公开的原因", most=400, least=1 if late else 0, field="late_reason")
    reauthenticate(actor, code, purpose="publish")
    approvals.sign(approval=approval, role=Role.AGENCY_HEAD, opinion=opinion, actor=actor, at=at)

    pending.state, pending.adopted_on, pending.late_reason = ReportState.ADOPTED, at.day, why if late else ""
    pending.adopted_by_ref, pending.adopted_by_name = actor.actor_ref, actor.actor_name
    pending.save(update_fields=["state", "adopted_on", "late_reason", "adopted_by_ref", "adopted_by_name"])
    event = ReportAdopted(
        pending.year, pending.version, pending.public_id, pending.digest, at.day, due_on(pending.year), pending.late_reason,
    )  # fmt: skip
    ledger.record(event, subject=pending.subject, actor=actor, at=at)
    return pending

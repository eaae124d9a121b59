"""Freeze the numbers and put the report before the agency head: what is signed is what becomes public."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import approvals, ledger
from yangguang.base.approvals import Signer
from yangguang.directory.api import Account, Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.reporting.events import ReportSubmitted
from yangguang.reporting.figures import missing_of, snapshot
from yangguang.reporting.models import AnnualReport, ReportState
from yangguang.reporting.rules.due import CLAUSE
from yangguang.reporting.use_cases._counts_are_whole import counts_are_whole
from yangguang.reporting.use_cases._lock_report import lock_draft

PURPOSE = "adopt_annual_report"
SIGNERS = (Signer("drafter", "编制人意见"), Signer(Role.AGENCY_HEAD, "机关负责人审定意见"))


@transaction.atomic
def submit_report(*, report: AnnualReport, opinion: str, actor: Account, at: Moment) -> AnnualReport:
    """Freeze and ask for adoption. Raises Refused while a figure or the text is missing, and while
    cases wait to be counted.
    """
    draft = lock_draft(report, actor)
    if missing := missing_of(draft):
        raise Refused(
            f"还有{len(missing)}栏没有填报：{missing[0]}等。", CLAUSE,
            remedy="平台没有数据的栏目应当手工填报；没有开展的填0，没有这项职责的选“无此项职责”。",
        )  # fmt: skip
    if not draft.overview.strip():
        raise Refused("还没有写总体情况说明。", CLAUSE, remedy="请先撰写说明。")
    counts_are_whole(draft)

    draft.content, draft.counted = snapshot(draft)
    draft.digest, draft.state = approvals.digest_of(draft.content), ReportState.UNDER_REVIEW
    draft.save(update_fields=["content", "counted", "digest", "state"])
    approvals.request(
        subject=draft.subject, purpose=PURPOSE, title=f"审定{draft}", proposal={"digest": draft.digest}, signers=SIGNERS,
        opinion=opinion or "请审定。", actor=actor, at=at,
    )  # fmt: skip
    event = ReportSubmitted(draft.year, draft.version, draft.digest)
    ledger.record(event, subject=draft.subject, actor=actor, at=at)
    return draft

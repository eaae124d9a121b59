"""Load a report for a change."""

from __future__ import annotations

from yangguang.base.events import Actor
from yangguang.kernel.refusal import Refused
from yangguang.reporting.models import AnnualReport
from yangguang.reporting.policy import NOT_YOURS, may_draft
from yangguang.reporting.rules.due import CLAUSE


def lock_report(report: AnnualReport) -> AnnualReport:
    """The row, locked, with its body."""
    return AnnualReport.objects.select_for_update(of=("self",)).select_related("body").get(pk=report.pk)


def lock_draft(report: AnnualReport, actor: Actor) -> AnnualReport:
    """A draft the actor may work on. Raises Refused for somebody else's, and for one that is fixed."""
    draft = lock_report(report)
    if not may_draft(actor, draft.body):
        raise Refused(NOT_YOURS, CLAUSE)
    if not draft.is_open:
        raise Refused("年报已经送审或者公开，不能再改。", CLAUSE, remedy="送审的请机关负责人退回；公开的请编制更正版。")
    return draft

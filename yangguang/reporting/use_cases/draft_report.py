"""Begin the report of a year, or the correction of one that is public."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account, Body
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.reporting.events import ReportDrafted
from yangguang.reporting.models import AnnualReport, HandFigure
from yangguang.reporting.policy import NOT_YOURS, may_draft
from yangguang.reporting.queries import template_for
from yangguang.reporting.rules.due import CLAUSE

BEGINS_WITH = 2018  # the duty is of that year


@transaction.atomic
def draft_report(*, body: Body, year: int, correction_reason: str = "", actor: Account, at: Moment) -> AnnualReport:
    """A draft with the body's template; a correction begins as the report it corrects and needs a reason. Raises Refused
    for a year that is not over, and while another draft of the year is open.
    """
    body = Body.objects.select_for_update(no_key=True).get(pk=body.pk)
    if not may_draft(actor, body):
        raise Refused(NOT_YOURS, CLAUSE)
    if not BEGINS_WITH <= year < at.day.year:
        raise Refused(
            "这一年度还没有结束，不能编制年报。",
            CLAUSE,
            field="year",
            remedy="统计期为1月1日至12月31日，年度结束后编制。",
        )
    earlier = AnnualReport.objects.filter(body=body, year=year).order_by("-version").first()
    if earlier is not None and not earlier.is_adopted:
        raise Refused(f"{year}年度的年报正在编制。", CLAUSE, field="year", remedy="请在已有的草案上继续。")
    reason = clean(correction_reason, label="更正理由", most=400, least=1 if earlier else 0, field="correction_reason")

    report = AnnualReport.objects.create(
        body=body, year=year, version=earlier.version + 1 if earlier else 1, template=template_for(body, at.day).name,
        correction_reason=reason if earlier else "", overview=earlier.overview if earlier else "",
        drafted_by_ref=actor.actor_ref, drafted_by_name=actor.actor_name, drafted_at=at.recorded_at,
    )  # fmt: skip
    if earlier is not None:
        _copy_figures(earlier, report)
    event = ReportDrafted(year, report.version, report.template, report.correction_reason)
    ledger.record(event, subject=report.subject, actor=actor, at=at)
    return report


def _copy_figures(earlier: AnnualReport, report: AnnualReport) -> None:
    """What was filled in stays, with who filled it in then."""
    for one in earlier.hand_figures.order_by("pk"):
        HandFigure.objects.create(
            report=report, column=one.column, value=one.value, not_held=one.not_held, note=one.note,
            entered_by_ref=one.entered_by_ref, entered_by_name=one.entered_by_name, entered_at=one.entered_at,
        )  # fmt: skip

"""Reports by reader and by year, the template of a body, and the cases behind a figure."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from yangguang.base import local_values
from yangguang.cases.api import cases_visible_to
from yangguang.directory.api import Account, Body, supervised_body_ids
from yangguang.kernel.refusal import Refused
from yangguang.reporting.models import AnnualReport, CountedFact, ReportState
from yangguang.reporting.rules.counting import weight
from yangguang.reporting.rules.due import CLAUSE
from yangguang.reporting.rules.templates import Column, Template, by_title, of_region, templates

SETTING = "annual_report_template"


def reports_visible_to(account: Account) -> QuerySet[AnnualReport]:
    """A body's own people see its drafts and reports; supervisors see what was adopted beneath them."""
    below = Q(body_id__in=supervised_body_ids(account), state=ReportState.ADOPTED)
    return AnnualReport.objects.filter(Q(body_id=account.body_id) | below).select_related("body")


def drafts_of(account: Account) -> QuerySet[AnnualReport]:
    """What an account may work on: drafts of its own body."""
    return AnnualReport.objects.filter(body_id=account.body_id, state=ReportState.DRAFT).select_related("body")


def reports_waiting_for(account: Account) -> QuerySet[AnnualReport]:
    """What waits for the agency head of the account's body."""
    return AnnualReport.objects.filter(body_id=account.body_id, state=ReportState.UNDER_REVIEW).select_related("body")


def adopted_of(account: Account) -> QuerySet[AnnualReport]:
    """Adopted reports of the account's own body: what may be filed."""
    return AnnualReport.objects.filter(body_id=account.body_id, state=ReportState.ADOPTED).select_related("body")


def reported_years(body: Body) -> list[int]:
    """The years a body has made public, however long ago: each of them may be corrected, with a reason."""
    rows = AnnualReport.objects.filter(body=body, state=ReportState.ADOPTED).order_by()
    return list(rows.values_list("year", flat=True).distinct())


def template_for(body: Body, on: date) -> Template:
    """The template a body has set, else its province's. Raises Refused where neither is known."""
    kept = local_values.find(SETTING, chain=body.public_id, on=on)
    found = by_title(str(kept.value)) if kept else of_region(body.region_code)
    if found is None:
        raise Refused(
            "本机关还没有设定统计年报的表样，不能编制。", CLAUSE,
            remedy="请系统管理员在“本地参数”中按本省通知设定表样；本省没有表样的，设为“全国通用”。",
        )  # fmt: skip
    return found


def template_of(report: AnnualReport) -> Template:
    """The template a report was begun with."""
    return templates()[report.template]


def columns_to_enter(report: AnnualReport) -> list[str]:
    """What people fill in by hand, by `table.column`."""
    return [f"{table.name}.{one.name}" for table, one in template_of(report).manual()]


def facts_behind(body_id: int, year: int, column: Column, template: Template) -> QuerySet[CountedFact]:
    """Every row a computed figure counts."""
    rows = CountedFact.objects.filter(body=body_id, on__gte=date(year, 1, 1), on__lte=date(year, 12, 31))
    known = rows.order_by().values_list("what", "detail").distinct()
    wanted = [Q(what=what, detail=detail) for what, detail in known if weight(column, template, what, detail) > 0]
    if not wanted:
        return rows.none()
    every = wanted[0]
    for one in wanted[1:]:
        every |= one
    return rows.filter(every).order_by("on", "pk")


def seen_behind(account: Account, facts: QuerySet[CountedFact]) -> QuerySet[CountedFact]:
    """Of these rows those whose case an account may see."""
    visible = cases_visible_to(account).order_by().values("pk")
    return facts.filter(case__in=visible).select_related("case")

"""Annual reports in each of their states, made by their use cases."""

from __future__ import annotations

from datetime import date

from tests.builders.directory import a_body, an_account, fresh_code
from yangguang.base import local_values, outbox
from yangguang.directory.models import Body
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.reporting.models import AnnualReport
from yangguang.reporting.queries import template_of
from yangguang.reporting.rules.counting import HandValue
from yangguang.reporting.use_cases.adopt_report import adopt_report
from yangguang.reporting.use_cases.draft_report import draft_report
from yangguang.reporting.use_cases.enter_figures import enter_figures
from yangguang.reporting.use_cases.file_report import file_report
from yangguang.reporting.use_cases.return_report import return_report
from yangguang.reporting.use_cases.submit_report import submit_report
from yangguang.reporting.use_cases.word_report import word_report

OVERVIEW = "2025年，本机关依法履行劳动保障监察职责。\n与上年相比，案件数量平稳。"


def with_template(body: Body, title: str = "全国通用") -> Body:
    """The setting of the body, once."""
    if local_values.find("annual_report_template", chain=body.public_id, on=clock.today()) is None:
        local_values.set_value(
            "annual_report_template", title, chain=body.public_id, source="示司通〔2020〕1号", in_force=date(2020, 1, 6),
            by_name="何管理",
        )  # fmt: skip
    return body


def a_drafter(body: Body):
    """Somebody who prepares reports."""
    return an_account(role="publisher", body=body, named="林国栋")


def a_head(body: Body):
    """The agency head, with an authenticator."""
    return an_account(role="agency_head", body=body, named="高建华", second_factor=True)


def a_draft_report(body: Body | None = None, *, year: int = 2025, template: str = "全国通用", **told) -> AnnualReport:
    """Begun, nothing filled in."""
    body = with_template(body or a_body(), template)
    return draft_report(body=body, year=year, actor=a_drafter(body), at=Moment.now(), **told)


def filled(report: AnnualReport, value: int = 0) -> AnnualReport:
    """Every figure the platform has no data for, and the text."""
    names = [f"{table.name}.{one.name}" for table, one in template_of(report).manual()]
    held = set(report.hand_figures.values_list("column", flat=True))
    told = {name: HandValue(value) for name in names if name not in held}
    actor = a_drafter(report.body)
    if told:
        enter_figures(report=report, figures=told, actor=actor, at=Moment.now())
    return word_report(report=report, overview=OVERVIEW, actor=actor, at=Moment.now())


def counted() -> None:
    """Every change of a case has reached the counts."""
    outbox.deliver_all(to="reporting.count")


def a_submitted_report(body: Body | None = None, **told) -> AnnualReport:
    """Frozen, before the head."""
    report = filled(a_draft_report(body, **told))
    counted()
    return submit_report(report=report, opinion="", actor=a_drafter(report.body), at=Moment.now())


def adopted(report: AnnualReport, *, late_reason: str = "平台切换", opinion: str = "同意公开。") -> AnnualReport:
    """By the head, with a fresh code."""
    counted()
    head = a_head(report.body)
    return adopt_report(
        report=report, opinion=opinion, code=fresh_code(head), late_reason=late_reason, actor=head, at=Moment.now()
    )


def an_adopted_report(body: Body | None = None, **told) -> AnnualReport:
    """Public."""
    return adopted(a_submitted_report(body, **told))


def returned(report: AnnualReport, reason: str = "说明太短") -> AnnualReport:
    """Sent back by the head."""
    return return_report(report=report, reason=reason, actor=a_head(report.body), at=Moment.now())


def filed(report: AnnualReport, to: str = "government", **told):
    """With the government, or with the superior department."""
    given = {"office_name": "示范县人民政府", "number": "收文〔2026〕15号", "filed_on": clock.today()} | told
    return file_report(report=report, to=to, actor=a_drafter(report.body), at=Moment.now(), **given)


def a_submitted_again(report: AnnualReport) -> AnnualReport:
    """Put before the head once more, as it is now."""
    counted()
    return submit_report(report=report, opinion="已重新计算。", actor=a_drafter(report.body), at=Moment.now())

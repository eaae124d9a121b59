"""Record that a published report was filed upward: with the own government, or with the superior department."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.reporting.events import ReportFiled
from yangguang.reporting.models import AnnualReport, FiledTo, ReportFiling
from yangguang.reporting.policy import may_draft
from yangguang.reporting.rules.due import CLAUSE
from yangguang.reporting.use_cases._lock_report import lock_report


@transaction.atomic
def file_report(
    *, report: AnnualReport, to: str, office_name: str, number: str, filed_on: date, actor: Account, at: Moment
) -> ReportFiling:
    """Write receipt and day down. Raises Refused before adoption, for a second time, or for a day that cannot be."""
    adopted = lock_report(report)
    if not may_draft(actor, adopted.body):
        raise Refused("您不能登记这份年报的报送。", CLAUSE, remedy="请由本机关编制年报的人员登记。")
    if not adopted.is_adopted or adopted.adopted_on is None:
        raise Refused("审定公开以后才能登记报送。", CLAUSE, remedy="请先由机关负责人审定。")
    if to not in FiledTo.values:
        raise Refused("请选择报送对象。", CLAUSE, field="to", remedy="报本级人民政府和上级主管部门，各登记一次。")
    if ReportFiling.objects.filter(report=adopted, to=to).exists():
        raise Refused("已经登记过向它的报送。", CLAUSE, field="to",
                      remedy="每一版对同一对象只登记一次；请选择另一个报送对象，更正后再次报送的，在更正版上登记。")  # fmt: skip
    if not adopted.adopted_on <= filed_on <= at.day:
        raise Refused("报送日期应当在审定日期和今天之间。", CLAUSE, field="filed_on", remedy="请按回执填写。")
    filing = ReportFiling.objects.create(
        report=adopted, to=to, office_name=clean(office_name, label="接收机关", most=120, least=1, field="office_name"),
        number=clean(number, label="报送文号或者回执编号", most=80, least=1, field="number"), filed_on=filed_on,
        recorded_by_ref=actor.actor_ref, recorded_by_name=actor.actor_name, recorded_at=at.recorded_at,
    )  # fmt: skip
    event = ReportFiled(
        adopted.year, adopted.version, adopted.public_id, filing.office_name, filing.number, filing.filed_on
    )
    ledger.record(event, subject=adopted.subject, actor=actor, at=at)
    return filing

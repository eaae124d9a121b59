"""Annual reports of a body: draft, put before the head, adopted; what was adopted never changes, a correction is a new version."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from yangguang.base.events import Subject
from yangguang.base.models.fields import PublicIdField


class ReportState(models.TextChoices):
    """Where a report stands."""

    DRAFT = "draft", "编制中"
    UNDER_REVIEW = "under_review", "等候审定"
    ADOPTED = "adopted", "已审定公开"


class AnnualReport(models.Model):
    """One version of the report of one year. `content` is the frozen snapshot, `counted` the counts behind it."""

    public_id = PublicIdField()
    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="annual_reports", verbose_name="机关")
    year = models.PositiveSmallIntegerField("统计年度")
    version = models.PositiveSmallIntegerField("版次", default=1)
    state = models.CharField("状态", max_length=16, choices=ReportState, default=ReportState.DRAFT)
    template = models.CharField("表样", max_length=20)
    correction_reason = models.CharField("更正理由", max_length=400, blank=True)
    overview = models.TextField("总体情况说明", blank=True)
    content = models.JSONField("冻结的内容", default=dict)
    counted = models.JSONField("冻结的统计数", default=list)
    digest = models.CharField("指纹", max_length=64, blank=True)
    drafted_by_ref = models.CharField("编制人", max_length=60)
    drafted_by_name = models.CharField("编制人姓名", max_length=80)
    drafted_at = models.DateTimeField("编制时间")
    adopted_by_ref = models.CharField("审定人", max_length=60, blank=True)
    adopted_by_name = models.CharField("审定人姓名", max_length=80, blank=True)
    adopted_on = models.DateField("审定公开日期", null=True, blank=True)
    late_reason = models.CharField("逾期公开的原因", max_length=400, blank=True)

    personal_data = ("drafted_by_name", "adopted_by_name")
    retention = "permanent"

    class Meta:
        verbose_name = "行政执法统计年报"
        ordering = ("-year", "-version", "-pk")
        constraints = [
            models.UniqueConstraint(fields=["body", "year", "version"], name="annual_report_version_once"),
            models.UniqueConstraint(
                fields=["body", "year"], condition=~Q(state=ReportState.ADOPTED), name="annual_report_one_draft"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year}年度行政执法统计年报" + (f"（第{self.version}版）" if self.version > 1 else "")

    @property
    def subject(self) -> Subject:
        """How the ledger names it."""
        return Subject("annual_report", self.public_id, self.body.public_id)

    @property
    def is_open(self) -> bool:
        """Whether it may still be changed."""
        return self.state == ReportState.DRAFT

    @property
    def is_adopted(self) -> bool:
        """Whether it is public and fixed."""
        return self.state == ReportState.ADOPTED


class HandFigure(models.Model):
    """One figure the platform has no data for, filled in by hand: who and when stays with it."""

    report = models.ForeignKey(AnnualReport, models.PROTECT, related_name="hand_figures", verbose_name="年报")
    column = models.CharField("栏目", max_length=80)
    value = models.BigIntegerField("数值（金额为分）", null=True, blank=True)
    not_held = models.BooleanField("无此项职责", default=False)
    note = models.CharField("备注", max_length=200, blank=True)
    entered_by_ref = models.CharField("填报人", max_length=60)
    entered_by_name = models.CharField("填报人姓名", max_length=80)
    entered_at = models.DateTimeField("填报时间")

    personal_data = ("entered_by_name",)
    retention = "permanent"

    class Meta:
        verbose_name = "手工填报的数字"
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=["report", "column"], name="hand_figure_once")]

    def __str__(self) -> str:
        return self.column


class FiledTo(models.TextChoices):
    """To whom a report goes up."""

    GOVERNMENT = "government", "本级人民政府"
    SUPERIOR = "superior", "上级主管部门"


class ReportFiling(models.Model):
    """That a published report was filed upward: with whom, on which day, under which number."""

    report = models.ForeignKey(AnnualReport, models.PROTECT, related_name="filings", verbose_name="年报")
    to = models.CharField("报送对象", max_length=12, choices=FiledTo)
    office_name = models.CharField("接收机关", max_length=120)
    number = models.CharField("报送文号或者回执编号", max_length=80)
    filed_on = models.DateField("报送日期")
    recorded_by_ref = models.CharField("登记人", max_length=60)
    recorded_by_name = models.CharField("登记人姓名", max_length=80)
    recorded_at = models.DateTimeField("登记时间")

    personal_data = ("recorded_by_name",)
    retention = "permanent"

    class Meta:
        verbose_name = "年报报送"
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=["report", "to"], name="report_filed_once")]

    def __str__(self) -> str:
        return self.number

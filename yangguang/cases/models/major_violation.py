"""Major labour violations made public every quarter (重大劳动保障违法行为社会公布)."""

from __future__ import annotations

from django.db import models

from yangguang.base.events import Subject
from yangguang.base.models.fields import PublicIdField


class MajorKind(models.TextChoices):
    """The seven grounds of MVP-2016:5."""

    UNPAID_WAGES = "unpaid_wages", "克扣、无故拖欠劳动报酬，数额较大；拒不支付劳动报酬，依法移送司法机关追究刑事责任"
    SOCIAL_INSURANCE = "social_insurance", "不依法参加社会保险或者不依法缴纳社会保险费，情节严重"
    WORKING_TIME = "working_time", "违反工作时间和休息休假规定，情节严重"
    WOMEN_AND_MINORS = "women_and_minors", "违反女职工和未成年工特殊劳动保护规定，情节严重"
    CHILD_LABOUR = "child_labour", "违反禁止使用童工规定"
    SOCIAL_IMPACT = "social_impact", "因劳动保障违法行为造成严重不良社会影响"
    OTHER = "other", "其他重大劳动保障违法行为"


class MajorStatus(models.TextChoices):
    """Where a publication stands (law/stages-penalty §4.7)."""

    CANDIDATE = "candidate", "候选"
    CONFIRMED = "confirmed", "已确认，待公布"
    PUBLISHED = "published", "公布中"
    OBJECTED = "objected", "异议复核中"
    CORRECTED = "corrected", "已更正"
    EXPIRED = "expired", "已停止公布"


class MajorViolation(models.Model):
    """One violation on its way to the public, in the quarter of its handling. `notice_ref` names its quarter's list outside."""

    public_id = PublicIdField()
    notice_ref = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="major_violations", verbose_name="案件")
    party = models.ForeignKey("cases.Party", models.PROTECT, related_name="+", verbose_name="违法主体")
    kind = models.CharField("情形", max_length=24, choices=MajorKind)
    status = models.CharField("状态", max_length=12, choices=MajorStatus, default=MajorStatus.CANDIDATE)
    standard = models.CharField("情节认定的依据", max_length=400)
    facts = models.TextField("主要违法事实")
    handling = models.TextField("处理情况")
    year = models.PositiveSmallIntegerField("年度")
    quarter = models.PositiveSmallIntegerField("季度")
    marked_on = models.DateField("列入候选日期")
    confirmed_on = models.DateField("确认日期", null=True, blank=True)
    published_on = models.DateField("公布日期", null=True, blank=True)
    until = models.DateField("公布至", null=True, blank=True)
    until_basis = models.CharField("公布期限的依据", max_length=200, blank=True)
    objection = models.TextField("异议", blank=True)
    objected_on = models.DateField("异议日期", null=True, blank=True)
    answer = models.TextField("复核决定", blank=True)
    changed_paper = models.CharField("变更、撤销处理决定的文书", max_length=200, blank=True)
    correction = models.CharField("更正说明", max_length=1000, blank=True)
    ended_on = models.DateField("停止公布日期", null=True, blank=True)

    personal_data = ("facts", "objection")
    retention = "as the case file"

    class Meta:
        verbose_name = "重大劳动保障违法公布"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"重大劳动保障违法公布 {self.party}"

    @property
    def standing(self) -> str:
        """Where it stands, in words."""
        return str(MajorStatus(self.status).label)

    @property
    def subject(self) -> Subject:
        """How the ledger names this publication; it lies in the case's file."""
        return Subject("major_violation", self.public_id, self.case.body.public_id, file=self.case.public_id)

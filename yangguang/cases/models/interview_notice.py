"""Interview notices (调查询问书): who is to come, what is to be handed over by which day, and how it reached the employer."""

from __future__ import annotations

from django.db import models

from yangguang.base.models.fields import PublicIdField


class NoticeWay(models.TextChoices):
    """How an interview notice reaches the employer."""

    PAPER = "paper", "书面送达"
    MESSAGE = "message", "短信、电话通知并留证"


class InterviewNotice(models.Model):
    """One interview notice to one employer; its day to hand over materials runs from the day it arrived."""

    public_id = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="interview_notices", verbose_name="案件")
    party = models.ForeignKey("cases.Party", models.PROTECT, related_name="+", verbose_name="被调查单位")
    document = models.ForeignKey("records.Document", models.PROTECT, related_name="+", verbose_name="文书")
    way = models.CharField("告知方式", max_length=10, choices=NoticeWay)
    appear_at = models.DateTimeField("到场时间")
    place = models.CharField("地点", max_length=200)
    materials = models.TextField("需要提供的资料")
    due_on = models.DateField("提供资料的期限")
    receipt = models.CharField("收悉凭据", max_length=400, blank=True)
    served_on = models.DateField("告知日期", null=True, blank=True)

    personal_data = ()
    retention = "as the case file"

    class Meta:
        verbose_name = "调查询问书"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.party} {self.due_on}"

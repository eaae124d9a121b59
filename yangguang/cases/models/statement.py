"""What a party said in its defence, point by point, and what became of each point (APL-2021:45)."""

from django.db import models

from yangguang.base.models.fields import PublicIdField


class StatementWay(models.TextChoices):
    """How a statement came in."""

    WRITTEN = "written", "书面"
    ORAL = "oral", "口头，已记笔录"
    AT_HEARING = "at_hearing", "听证中提出"


class StatementAndDefence(models.Model):
    """One statement and defence (陈述申辩) by one party on one notice."""

    public_id = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="statements", verbose_name="案件")
    notice = models.ForeignKey("cases.PriorNotice", models.PROTECT, related_name="statements", verbose_name="告知")
    way = models.CharField("方式", max_length=10, choices=StatementWay)
    made_on = models.DateField("提出日期")
    made_by = models.CharField("陈述人", max_length=80)
    agent = models.ForeignKey(
        "cases.AuthorisedAgent", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="委托代理人"
    )
    nothing_to_add = models.BooleanField("声明无补充", default=False)
    late_reason = models.CharField("逾期的正当理由", max_length=400, blank=True)
    document = models.ForeignKey(
        "records.Document", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="笔录"
    )

    personal_data = ("made_by",)
    retention = "as the case file"

    class Meta:
        verbose_name = "陈述申辩"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.case_id} {self.made_on}"


class StatementPoint(models.Model):
    """One point of a statement and its re-examination (复核): adopted or not, and why."""

    statement = models.ForeignKey(StatementAndDefence, models.PROTECT, related_name="points", verbose_name="陈述申辩")
    position = models.PositiveSmallIntegerField("次序")
    text = models.TextField("意见")
    adopted = models.BooleanField("采纳", null=True, default=None)
    answer = models.TextField("复核理由", blank=True)
    re_examined_on = models.DateField("复核日期", null=True, blank=True)

    personal_data = ("text", "answer")
    retention = "as the case file"

    class Meta:
        verbose_name = "陈述申辩意见"
        ordering = ("position",)

    def __str__(self) -> str:
        return f"{self.statement_id} {self.position}"

"""Decisions to be made anew after one has fallen (stages-penalty V08)."""

from django.db import models

from yangguang.base.models.fields import PublicIdField
from yangguang.cases.rules.remaking import GROUNDS, STARTS


class Remake(models.Model):
    """One decision that fell, for which fault, and where the procedure began again."""

    public_id = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="remakes", verbose_name="案件")
    decision = models.ForeignKey("cases.Decision", models.PROTECT, related_name="remakes", verbose_name="失效的决定")
    ground = models.CharField(
        "失效的原因", max_length=12, choices=[(one.value, label) for one, label in GROUNDS.items()]
    )
    restarts_at = models.CharField(
        "重新开始的环节", max_length=15, choices=[(s.value, label) for s, label in STARTS.items()]
    )
    plan = models.TextField("重作方案")
    decide_by = models.DateField("文书指定的期限", null=True, blank=True)
    begun_on = models.DateField("重新开始的日期")

    personal_data = ("plan",)
    retention = "as the case file"

    class Meta:
        verbose_name = "重新作出决定"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.case_id} {self.begun_on}"

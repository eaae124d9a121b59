"""Conflicts of interest that were declared, and requests that an officer withdraw (APL-2021:43)."""

from django.db import models

from yangguang.base.models.fields import PublicIdField


class Recusal(models.Model):
    """One officer's conflict or requested recusal (回避) in one case. Own declarations need no decision."""

    public_id = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="recusals", verbose_name="案件")
    officer = models.ForeignKey("directory.Officer", models.PROTECT, related_name="+", verbose_name="执法人员")
    declared_by_officer = models.BooleanField("本人声明", default=False)
    reason = models.CharField("利害关系或者申请理由", max_length=400)
    requested_on = models.DateField("提出日期")
    granted = models.BooleanField("应当回避", null=True, default=None)
    decided_on = models.DateField("决定日期", null=True, blank=True)
    decision_reason = models.CharField("决定理由", max_length=400, blank=True)
    decided_by_name = models.CharField("决定人", max_length=80, blank=True)

    personal_data = ("reason", "decision_reason", "decided_by_name")
    retention = "as the case file"

    class Meta:
        verbose_name = "回避"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.case_id} {self.officer_id}"

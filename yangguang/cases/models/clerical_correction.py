"""Slips in decisions put right by a notice; the decision itself is never changed."""

from django.db import models

from yangguang.base.models.fields import PublicIdField
from yangguang.cases.rules.clerical import SLIPS


class ClericalCorrection(models.Model):
    """One slip of one decision: what stood there, what it should say, why; with the notice that says so."""

    public_id = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="corrections", verbose_name="案件")
    decision = models.ForeignKey("cases.Decision", models.PROTECT, related_name="corrections", verbose_name="决定")
    kind = models.CharField("笔误种类", max_length=12, choices=[(one.value, label) for one, label in SLIPS.items()])
    wrong = models.CharField("原文", max_length=200)
    right = models.CharField("补正后", max_length=200)
    reason = models.CharField("理由", max_length=400)
    document = models.ForeignKey("records.Document", models.PROTECT, related_name="+", verbose_name="补正通知书")
    corrected_on = models.DateField("补正日期")

    personal_data = ("wrong", "right")
    retention = "as the case file"

    class Meta:
        verbose_name = "补正"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.decision_id} {self.corrected_on}"

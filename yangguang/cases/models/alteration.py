"""Decisions the agency altered by itself; the decision as it was issued is never changed."""

from django.db import models

from yangguang.base.models.fields import PublicIdField
from yangguang.cases.rules.remaking import GROUNDS


class Alteration(models.Model):
    """One alteration of one decision (stages-penalty V02): what it says from now on, why, and the paper that says so.

    One that a reconsideration or a judgment annulled has fallen: what it altered stands as it did before it.
    """

    public_id = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="alterations", verbose_name="案件")
    decision = models.ForeignKey("cases.Decision", models.PROTECT, related_name="alterations", verbose_name="决定")
    content = models.JSONField("变更后的内容", default=dict)
    digest = models.CharField("审核的拟稿指纹", max_length=64)
    reason = models.TextField("变更的理由")
    court_notice = models.CharField("告知人民法院的文书", max_length=200, blank=True)
    document = models.ForeignKey("records.Document", models.PROTECT, related_name="+", verbose_name="变更决定书")
    altered_on = models.DateField("变更日期")
    altered_by_name = models.CharField("决定人", max_length=80)
    served_on = models.DateField("送达日期", null=True, blank=True)
    altered_before_fen = models.BigIntegerField("此前变更后的罚款（分）", null=True, blank=True)
    fallen_on = models.DateField("被撤销的日期", null=True, blank=True)
    again_due_on = models.DateField("恢复后的缴款期限", null=True, blank=True)
    fallen_paper = models.CharField("撤销变更决定的文书", max_length=200, blank=True)
    fallen_ground = models.CharField(
        "变更决定被撤销的原因",
        max_length=12,
        blank=True,
        choices=[(one.value, label) for one, label in GROUNDS.items()],
    )

    personal_data = ("content", "reason", "altered_by_name")
    retention = "as the case file"

    class Meta:
        verbose_name = "变更决定"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.decision_id} {self.altered_on}"

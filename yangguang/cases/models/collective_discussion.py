"""Collective discussions (集体讨论) of a drafted penalty: who spoke, what each said, what was concluded."""

from django.db import models

from yangguang.base.models.fields import PublicIdField


class CollectiveDiscussion(models.Model):
    """One discussion among the heads of the agency, about exactly one state of the draft (APL-2021:57.2)."""

    public_id = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="discussions", verbose_name="案件")
    draft_digest = models.CharField("讨论的拟稿指纹", max_length=64)
    held_on = models.DateField("讨论日期")
    place = models.CharField("地点", max_length=200)
    recorder_name = models.CharField("记录人", max_length=60)
    opinions = models.JSONField("各人意见", default=list)
    conclusion = models.TextField("结论")
    minority = models.TextField("少数意见", blank=True)
    agrees = models.BooleanField("同意拟稿")
    document = models.ForeignKey("records.Document", models.PROTECT, related_name="+", verbose_name="集体讨论笔录")

    personal_data = ("recorder_name", "opinions", "minority")
    retention = "as the case file"

    class Meta:
        verbose_name = "集体讨论"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.case_id} {self.held_on}"

"""Collective discussions of the heads of an agency, each about exactly one version of a draft (APL-2021:57.2)."""

from django.db import models

from yangguang.base.models.fields import PublicIdField


class DiscussionWay(models.TextChoices):
    """How the heads dealt with a draft. Signing a paper that goes round is no discussion."""

    MEETING = "meeting", "会议讨论"
    CIRCULATED = "circulated", "传阅签字"


class DiscussionConclusion(models.TextChoices):
    """What the discussion concluded about the draft."""

    AGREED = "agreed", "同意代拟稿"
    CHANGED = "changed", "改变代拟稿的内容"


class CollectiveDiscussion(models.Model):
    """One discussion: who attended, what each of them said, and the conclusion. A draft changed since was not discussed."""

    public_id = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="discussions", verbose_name="案件")
    draft_kind = models.CharField("代拟稿种类", max_length=30)
    draft_digest = models.CharField("代拟稿指纹", max_length=64)
    held_on = models.DateField("讨论日期")
    matter = models.CharField("讨论事项", max_length=400)
    opinions = models.JSONField("参加人和意见", default=list)
    others = models.CharField("列席人和记录人", max_length=400, blank=True)
    conclusion = models.CharField("结论", max_length=12, choices=DiscussionConclusion)
    conclusion_words = models.TextField("结论的内容")
    minority = models.TextField("少数意见", blank=True)
    document = models.ForeignKey(
        "records.Document", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="集体讨论记录"
    )

    personal_data = ("opinions", "others", "conclusion_words", "minority")
    retention = "as the case file"

    class Meta:
        verbose_name = "集体讨论"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.case_id} {self.held_on}"

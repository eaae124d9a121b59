"""Collective discussions of the heads of an agency, each about exactly one version of a draft (APL-2021:57.2)."""

from django.db import models

from yangguang.base.models.fields import PublicIdField


class DiscussionWay(models.TextChoices):
    """How the heads dealt with a draft. Signing a paper that goes round is no discussion."""

    MEETING = "meeting", "会议讨论"
    CIRCULATED = "circulated", "传阅签字"


class DiscussionConclusion(models.TextChoices):
    """What the discussion concluded about the draft: what the votes lead to under the rules of the agency."""

    AGREED = "agreed", "同意代拟稿"
    CHANGED = "changed", "改变代拟稿的内容"
    UNDECIDED = "undecided", "没有形成多数意见，另行讨论"


class Vote(models.TextChoices):
    """How a head voted on the draft as it lay before the meeting."""

    IN_FAVOUR = "for", "赞成"
    AGAINST = "against", "反对"
    ABSTAINED = "abstained", "弃权"


class SettledBy(models.TextChoices):
    """How the rules of the agency make a conclusion of what its heads said."""

    MAJORITY = "majority", "少数服从多数"
    PRINCIPAL = "principal", "首长负责制"


class CollectiveDiscussion(models.Model):
    """One discussion: who attended, what each said and how each voted, and the conclusion.

    A draft changed since was not discussed.
    """

    public_id = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="discussions", verbose_name="案件")
    draft_kind = models.CharField("代拟稿种类", max_length=30)
    draft_digest = models.CharField("代拟稿指纹", max_length=64)
    held_on = models.DateField("讨论日期")
    place = models.CharField("讨论地点", max_length=200, blank=True)
    matter = models.CharField("讨论事项", max_length=400)
    presided_by_name = models.CharField("主持人", max_length=80, blank=True)
    recorder_name = models.CharField("记录人", max_length=60, blank=True)
    opinions = models.JSONField("参加人、意见和表决", default=list)
    absent = models.JSONField("缺席人和原因", default=list)
    withdrawn = models.JSONField("已回避的负责人", default=list)
    others = models.CharField("列席人", max_length=400, blank=True)
    conclusion = models.CharField("结论", max_length=12, choices=DiscussionConclusion)
    settled_by = models.CharField("议决规则", max_length=10, choices=SettledBy, default=SettledBy.MAJORITY)
    conclusion_words = models.TextField("结论的内容")
    differing_reason = models.TextField("结论与多数意见不一致的理由", blank=True)
    minority = models.TextField("少数意见", blank=True)
    document = models.ForeignKey(
        "records.Document", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="集体讨论记录"
    )

    personal_data = (
        "presided_by_name", "recorder_name", "opinions", "absent", "withdrawn", "others", "conclusion_words", "differing_reason",
        "minority",
    )  # fmt: skip
    retention = "as the case file"

    class Meta:
        verbose_name = "集体讨论"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.case_id} {self.held_on}"

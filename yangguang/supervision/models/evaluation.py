"""One round of case-file evaluation, from its plan to its published result."""

from __future__ import annotations

from django.db import models

from yangguang.base.events import Subject
from yangguang.base.models.fields import PublicIdField
from yangguang.supervision.models.standard import EvaluationStandard


class RoundState(models.TextChoices):
    """Where a round stands (law/stages-other §8.1)."""

    PROPOSED = "proposed", "方案待批"
    PLANNED = "planned", "已计划"
    SAMPLED = "sampled", "已抽取"
    ASSIGNED = "assigned", "已分派"
    SCORING = "scoring", "评查中"
    FEEDBACK = "feedback", "已反馈"
    OBJECTING = "objecting", "异议处理中"
    FINALISED = "finalised", "结果已定"
    RECTIFYING = "rectifying", "整改中"
    VERIFIED = "verified", "整改已核"
    CLOSED = "closed", "已公布结束"
    CANCELLED = "cancelled", "已取消"


class CaseFileEvaluation(models.Model):
    """Who evaluates whose files of which period by which sheet; the frozen list and the seed of the draw stay with it."""

    public_id = PublicIdField()
    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="+", verbose_name="组织机关")
    bodies = models.ManyToManyField("directory.Body", related_name="+", verbose_name="被评查单位")
    standard = models.ForeignKey(EvaluationStandard, models.PROTECT, related_name="rounds", verbose_name="评查标准")
    title = models.CharField("名称", max_length=120)
    year = models.PositiveSmallIntegerField("年度")
    period_from = models.DateField("办结日期自")
    period_until = models.DateField("办结日期至")
    size = models.PositiveSmallIntegerField("抽取件数")
    scheme = models.TextField("组织方式和要求", blank=True)
    state = models.CharField("状态", max_length=12, choices=RoundState, default=RoundState.PROPOSED)
    planned_by_ref = models.CharField("拟订人", max_length=60)
    planned_by_name = models.CharField("拟订人姓名", max_length=80)
    planned_on = models.DateField("拟订日期")
    listed = models.JSONField("冻结的案卷名单", default=list)
    list_digest = models.CharField("名单指纹", max_length=64, blank=True)
    seed = models.CharField("随机种子", max_length=64, blank=True)
    drawn_on = models.DateField("抽取日期", null=True, blank=True)
    drawn_by_name = models.CharField("抽取人", max_length=80, blank=True)
    witnessed_by_name = models.CharField("监督抽取人", max_length=80, blank=True)
    fed_back_on = models.DateField("反馈日期", null=True, blank=True)
    objections_until = models.DateField("异议截止日", null=True, blank=True)
    finalised_on = models.DateField("定档日期", null=True, blank=True)
    summary = models.TextField("总体评价", blank=True)
    published_on = models.DateField("公布日期", null=True, blank=True)
    cancel_reason = models.CharField("取消理由", max_length=400, blank=True)

    personal_data = ("planned_by_name", "drawn_by_name", "witnessed_by_name", "listed")
    retention = "permanent"

    class Meta:
        verbose_name = "案卷评查"
        ordering = ("-pk",)
        indexes = [models.Index(fields=["body", "year"], name="evaluation_by_year")]

    def __str__(self) -> str:
        return self.title

    @property
    def subject(self) -> Subject:
        """How the ledger names it; its own file of papers."""
        return Subject("case_file_evaluation", self.public_id, self.body.public_id, file=self.public_id)

    @property
    def is_over(self) -> bool:
        """Whether nothing follows any more."""
        return self.state in {RoundState.CLOSED, RoundState.CANCELLED}
